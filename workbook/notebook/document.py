"""A notebook as cleaned cells, with the libraries, data and styles that they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbook.assets import asset
from workbook.notebook.clean import cleaned, plain_text, sound
from workbook.notebook.explorers import Explorers, Stages
from workbook.notebook.headings import Heading, Headings
from workbook.notebook.images import Pictures
from workbook.notebook.language import language_of
from workbook.notebook.listing import listing_html
from workbook.notebook.markdown import markdown_html
from workbook.notebook.outputs import Outputs
from workbook.notebook.plots import Plots
from workbook.notebook.rewrite import Place

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
_HIDDEN_TAGS = frozenset(("remove-cell", "remove_cell", "hide-cell"))
_HIDDEN_OUTPUTS = frozenset(("remove-output", "remove_output", "hide-output"))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, ready to be laid out."""

    number: int
    """Its place in the notebook, from 1."""
    kind: str
    html: str
    """Its text, or all that its code gave; empty when there is nothing to see."""
    source: str = ""
    """The listing of its code; empty for text."""
    headings: tuple[Heading, ...] = ()
    tags: tuple[str, ...] = ()
    slide: str = ""
    """slide, subslide, fragment, skip, notes or "-", as the author chose."""
    text: str = ""
    """As it was written."""


@dataclass
class Document:
    """All of a notebook."""

    lang: str
    title: str
    name: str
    metadata: Mapping[str, Any]
    titled: bool
    """Whether a heading of the first rank stands in a cell."""
    cells: tuple[Cell, ...]
    headings: tuple[Heading, ...]
    plots: Plots
    explorers: Explorers

    def libraries(self) -> list[str]:
        """Scripts in their order, safe inside ``<script>``; none for a notebook that only tells."""
        live = self.explorers.stages.scripts() if self.explorers.count else []
        plotly = self.plots.libraries()
        if live and not plotly:
            plotly = Plots.basic()
        return [*plotly, *live]

    def markup(self) -> str:
        """What the scripts read; it stands once, anywhere in the body."""
        live = self.explorers.stages.markup() if self.explorers.count else ""
        return f"{live}\n{self.plots.markup()}".strip()

    def style(self) -> str:
        """How content looks; the page around it has its own."""
        live = self.explorers.stages.style() if self.explorers.count else ""
        return f"{asset('notebook.content.css')}\n{live}"


def document_of(
    notebook: Mapping[str, Any],
    *,
    name: str = "notebook",
    folder: Path | None = None,
    lang: str = "",
    kind: str = "notebook",
    siblings: Mapping[str, str] | None = None,
    without: frozenset[str] = frozenset(),
    address: str = "",
    stages: Stages | None = None,
) -> Document:
    """Clean and render a notebook.

    Parameters
    ----------
    notebook
        A notebook of format 4.
    name
        What it is called; its title when it has no heading, and part of what a browser remembers it by.
    folder
        Where it lies, for pictures and scenarios beside it; None when that is not known.
    lang
        Language of the file; the notebook's own when empty.
    kind
        How explorers are put on: "notebook" or "slide".
    siblings
        Links to other notebooks -> links to what they became.
    without
        What to leave out: "code", "markdown", "raw", "source", "output".
    address
        Where the file will be found; empty when nowhere.
    stages
        Where explorers are put; a new set when left out.
    """
    notebook, name = sound(notebook), sound(name)
    cells = [cell for cell in notebook.get("cells", []) if isinstance(cell, Mapping)]
    metadata = notebook.get("metadata")
    about = metadata if isinstance(metadata, Mapping) else {}
    spoken = lang or language_of(about, folder, (_source(c) for c in cells if c.get("cell_type") == "markdown"))
    if stages is None:
        from workbook.export.stage import Stages as Shared

        stages = Shared(name, address)
    writer = _Writer(spoken, kind, folder, dict(siblings or {}), stages, _widgets(about), _code_language(about))
    written = tuple(
        cell for number, given in enumerate(cells, start=1) if (cell := writer.cell(number, given, without))
    )
    headings = writer.headings
    title = next((heading.text for heading in headings.found if heading.rank == 1), "")
    return Document(
        spoken, title or str(about.get("title") or name), name, about, headings.titled, written,
        tuple(headings.found), writer.plots, writer.explorers,
    )  # fmt: skip


class _Writer:
    def __init__(
        self, lang: str, kind: str, folder: Path | None, siblings: Mapping[str, str], stages: Stages,
        widgets: Mapping[str, Any], code: str,
    ) -> None:  # fmt: skip
        self.folder = folder
        self.code = code
        self.headings = Headings()
        self.place = Place(lang, self.headings, siblings=siblings)
        self.plots = Plots(lang)
        self.explorers = Explorers(stages, self.headings, lang, kind, folder)
        self.outputs = Outputs(self.place, self.plots, self.explorers, widgets)

    def cell(self, number: int, given: Mapping[str, Any], without: frozenset[str]) -> Cell | None:
        """One cell, None when it is left out."""
        kind = str(given.get("cell_type"))
        about = given.get("metadata")
        about = about if isinstance(about, Mapping) else {}
        given_tags = about.get("tags")
        tags = tuple(str(tag) for tag in given_tags) if isinstance(given_tags, list) else ()
        if kind not in ("code", "markdown", "raw") or kind in without or _HIDDEN_TAGS & set(tags):
            return None
        caption, alt = _said(about, "caption"), _said(about, "alt")
        attachments = given.get("attachments")
        pictures = Pictures(self.folder, attachments if isinstance(attachments, Mapping) else {})
        self.place = replace(self.place, picture=pictures.find, alt=alt or caption)
        before = len(self.headings.found)
        text = _source(given)
        source = ""
        if kind == "markdown":
            html = markdown_html(text, self.place, number)
        elif kind == "raw":
            html = _raw(text, str(about.get("raw_mimetype") or about.get("format") or ""), self.place, number)
        else:
            html = "" if _hidden(about, tags, without) else self._shown(given, caption, number)
            if "source" not in without and text.strip():
                source = listing_html(plain_text(text), self.code)
        return Cell(number, kind, html.strip(), source, tuple(self.headings.found[before:]), tags, _slide(about), text)

    def _shown(self, given: Mapping[str, Any], caption: str, number: int) -> str:
        self.outputs = replace(self.outputs, place=self.place, caption=plain_text(caption), number=number)
        outputs = given.get("outputs")
        return self.outputs.html(outputs if isinstance(outputs, list) else [])


def _raw(text: str, mime: str, place: Place, number: int) -> str:
    """A raw cell is meant for one format; for others it is not shown."""
    if mime == "text/html":
        return cleaned(text, place)
    return markdown_html(text, place, number) if mime == "text/markdown" else ""


def _hidden(about: Mapping[str, Any], tags: Iterable[str], without: frozenset[str]) -> bool:
    jupyter = about.get("jupyter")
    asked = isinstance(jupyter, Mapping) and jupyter.get("outputs_hidden") is True
    return asked or "output" in without or bool(_HIDDEN_OUTPUTS & set(tags))


def _said(about: Mapping[str, Any], key: str) -> str:
    own = about.get("workbook")
    found = (own.get(key) if isinstance(own, Mapping) else None) or about.get(key)
    return found if isinstance(found, str) else ""


def _slide(about: Mapping[str, Any]) -> str:
    show = about.get("slideshow")
    kind = show.get("slide_type") if isinstance(show, Mapping) else ""
    return kind if isinstance(kind, str) else ""


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _code_language(about: Mapping[str, Any]) -> str:
    info = about.get("language_info")
    found = (info.get("pygments_lexer") or info.get("name")) if isinstance(info, Mapping) else None
    return found if isinstance(found, str) else "python"


def _widgets(about: Mapping[str, Any]) -> Mapping[str, Any]:
    stored = about.get("widgets")
    bundle = stored.get(WIDGET_STATE) if isinstance(stored, Mapping) else None
    state = bundle.get("state") if isinstance(bundle, Mapping) else None
    return state if isinstance(state, Mapping) else {}
