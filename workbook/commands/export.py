"""``workbook export``: a scenario or a notebook as one file that needs nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer

import workbook as wb
from workbook.commands import options
from workbook.commands.wish import loaded_of, reading_language
from workbook.commands.words import CommandError, say
from workbook.notebook.faults import NotebookError, sentence
from workbook.notebook.writing import is_notebook, notebook_text
from workbook.saving import written
from workbook.seminar import Seminar, read_seminar

_SHEETS = ("worksheet", "cards", "script")
_ENDINGS = {
    "html": ".html", "slides": ".slides.html", "pdf": ".pdf", "deck": ".slides.html",
    **{kind: f".{kind}.html" for kind in _SHEETS},
}  # fmt: skip
"""Kind of file -> how its name ends."""


def _option(key: str, *names: str, metavar: str | None = None) -> Any:
    return typer.Option(*names, metavar=metavar, help=sentence(key), show_default=False)


def _what() -> Any:
    return typer.Argument(metavar="ID", help=sentence("help-what"), show_default=False)


def command(
    what: Annotated[str, _what()],
    to: Annotated[str | None, _option("help-to", "--to", metavar="KIND")] = None,
    out: Annotated[Path | None, _option("help-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
    no_run: Annotated[bool, _option("help-no-run", "--no-run")] = False,
    show_code: Annotated[bool, _option("help-show-code", "--show-code")] = False,
    address: Annotated[str, _option("help-address", "--address", metavar="URL")] = "",
    variant: Annotated[list[Path] | None, options.variants()] = None,
    seminar: Annotated[Path | None, options.seminar()] = None,
) -> None:
    kind = _kind(to, out)
    if seminar is not None and is_notebook(what):
        raise CommandError("seminar-notebook")
    if variant and (kind not in ("html", "pdf") or is_notebook(what)):
        raise CommandError("variant-kind", found=what if is_notebook(what) else kind)
    if address and not re.match(r"https?://[^\s/]", address):
        raise NotebookError("address-form", 2, found=address)
    if is_notebook(what):
        if kind in (*_SHEETS, "deck"):
            raise NotebookError("only-scenario", 2, asked=kind)
        source = Path(what)
        path = _place(out, source.stem, kind)
        text = notebook_text(
            source, slides=kind == "slides", lang=lang or "", run=not no_run, show_code=show_code, address=address
        )
    else:
        for option, given in (("--no-run", no_run), ("--show-code", show_code)):
            if given:
                raise NotebookError("only-notebook", 2, option=option)
        loaded = loaded_of(what, variant)
        path = _place(out, "-".join([loaded.scenario.id, *(file.stem for file in variant or ())]), kind)
        chosen = read_seminar(seminar, loaded.scenario) if seminar is not None else Seminar(loaded.scenario.id)
        spoken = reading_language(loaded.scenario, lang or chosen.language or None)
        text = scenario_text(loaded, kind, spoken, address, chosen)
    _write(text, path, kind)
    print(say("written", file=path))


def _kind(to: str | None, out: Path | None) -> str:
    """The kind asked for; where only a file is named, its ending tells."""
    ending = out.suffix.lower() if out is not None and not out.is_dir() else ""
    if to is None:
        return "pdf" if ending == ".pdf" else "html"
    if to not in _ENDINGS:
        raise NotebookError("kind-unknown", 2, found=to, allowed=", ".join(_ENDINGS))
    if (to == "pdf" and ending in (".html", ".htm")) or (to == "html" and ending == ".pdf"):
        raise NotebookError("kind-ending", 2, found=to, file=out)
    return to


def _place(out: Path | None, name: str, kind: str) -> Path:
    """The file to write: into a folder under its own name, and never without an ending."""
    ending = _ENDINGS[kind]
    if out is None:
        return Path(f"{name}{ending}")
    if out.is_dir():
        return out / f"{name}{ending}"
    return out if out.suffix else out.with_name(f"{out.name}{ending}")


def scenario_text(loaded: wb.Workbook, kind: str, lang: str, address: str, seminar: Seminar) -> str:
    """What a kind of file holds, for a command and for a form."""
    if kind in ("slides", "deck"):
        from workbook.slides import deck_of

        return deck_of(loaded, lang, address, seminar)
    if kind in _SHEETS:
        from workbook.kit import kit_html

        return kit_html(loaded, kind, lang, seminar)
    from workbook.export import page_html

    return page_html(loaded, lang, address, seminar)


def _write(text: str, path: Path, kind: str) -> None:
    if kind == "pdf" or path.suffix.lower() == ".pdf":
        from workbook.export.pdf import write_pdf

        write_pdf(text, path, query="?print-pdf" if kind in ("slides", "deck") else "")
        return
    with written(path) as beside:
        beside.write_text(text, encoding="utf-8")
