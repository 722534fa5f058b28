"""Notebooks that cannot be broken: a friendly sentence for what fails, and a fresh copy one click away.

An IPython extension: ``workbook lab`` loads it into every kernel, and each notebook says ``%load_ext workbook``. A
failing cell is answered in the reader's language; when a code cell of one of our notebooks was deleted or changed, that
is said where it begins.
"""

from __future__ import annotations

import hashlib
import json
import os
from html import escape
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote

from workbook.engine.browser import at_hand
from workbook.errors import UsageError, WorkbookError
from workbook.lab import shipped_notebooks
from workbook.messages import current_language, set_language
from workbook.notebook.faults import KINDS
from workbook.saving import WriteError, written
from workbook.text import LANGUAGES, base_language

_WORDS: dict[str, tuple[str, str]] = {
    "failed": ("Diese Zelle ließ sich nicht ausführen.", "This cell could not be run."),
    "name": (
        "»{detail}« ist hier gerade nicht bekannt. Meist wurde eine Zelle weiter oben gelöscht oder noch nicht "
        "ausgeführt. Es hilft oft: Menü »Ausführen«, »Alle Zellen ausführen«.",
        "“{detail}” is not known here at the moment. Mostly a cell further up was deleted or has not been run yet. "
        "What often helps: menu “Run”, “Run All Cells”.",
    ),
    "syntax": (
        "In Zeile {line} ist etwas vertippt oder unvollständig: »{detail}«. Mit Strg+Z nehmen Sie es zurück.",
        "In line {line} something is mistyped or incomplete: “{detail}”. Ctrl+Z takes it back.",
    ),
    "other": ("Was geschah: {detail}.", "What happened: {detail}."),
    "changed": (
        "In diesem Notebook {count}. Ihre Änderungen bleiben, wo sie sind.",
        "In this notebook {count}. Your changes stay where they are.",
    ),
    "one": ("fehlt eine Zelle mit Code, oder sie ist verändert", "one code cell is missing or changed"),
    "many": ("fehlen {n} Zellen mit Code, oder sie sind verändert", "{n} code cells are missing or changed"),
    "fresh": ("Frisch beginnen", "Start afresh"),
    "stays": (
        "öffnet ein neues Exemplar. Ihre Läufe und Notizen bleiben; sie liegen in meine-zukuenfte.",
        "opens a new copy. Your runs and notes stay; they lie in meine-zukuenfte.",
    ),
    "python": ("Für Programmierende", "For programmers"),
    "suffix": ("frisch", "fresh"),
}


def load_ipython_extension(shell: Any) -> None:
    """Answer what fails in this kernel, and speak the language that the notebook calls ``lang``."""
    shell.set_custom_exc((Exception,), _answer)
    shell.events.register("pre_run_cell", _listen)


def _listen(*_: object) -> None:
    """Before each cell; a function of its own, since IPython then registers it once however often it is loaded."""
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    # Run again, ``%load_ext workbook`` looks again, and IPython has nothing to say in English.
    shell.extension_manager.loaded.discard("workbook")
    named = shell.user_ns.get("lang")
    if isinstance(named, str) and named in LANGUAGES:
        set_language(named)


def begin(shell: Any) -> None:
    """The same, and say when the notebook is not as it was shipped."""
    load_ipython_extension(shell)
    mine, origin = _mine()
    if origin is not None:
        lang = origin.parent.name
        lost = changed(mine, origin)
        if lost:
            count = _word("one", lang) if lost == 1 else _word("many", lang, n=lost)
            _show(f"<p>{escape(_word('changed', lang, count=count))}</p>{_link(origin, lang)}")


def _answer(
    shell: Any, kind: type[Exception], error: Exception, trace: TracebackType, tb_offset: int | None = None
) -> None:
    lang = current_language()
    _, origin = _mine()
    said = _said(error, lang)
    technical = escape(f"{kind.__name__}: {error}")[:600]
    _show(
        f"<p><strong>{_word('failed', lang)}</strong> {escape(said)}</p>"
        f"{_link(origin, lang) if origin else ''}"
        f"<details><summary>{_word('python', lang)}</summary><pre>{technical}</pre></details>"
    )


def _said(error: Exception, lang: str) -> str:
    lost = _lost(error) if at_hand() else None
    if lost:
        return UsageError("usage-not-in-browser", name={"numpy": "NumPy"}.get(lost, lost)).text(lang)
    if isinstance(error, WorkbookError):
        return error.text(lang)
    if isinstance(error, NameError):
        return _word("name", lang, detail=error.name or str(error))
    if isinstance(error, SyntaxError):
        return _word("syntax", lang, line=error.lineno or 1, detail=(error.text or "").strip()[:120])
    happened = KINDS.get(type(error).__name__, ("ein Fehler im Code", "an error in the code"))
    return _word("other", lang, detail=happened[_place(lang)])


def _lost(error: Exception) -> str | None:
    """The library that an error misses; nobody can install one in a browser."""
    if isinstance(error, WorkbookError):
        return str(error.values["name"]) if error.code == "ensemble-library" else None
    return error.name.partition(".")[0] if isinstance(error, ImportError) and error.name else None


def changed(path: Path, origin: Path) -> int:
    """How many code cells of the shipped notebook are missing from ``path`` or were changed there."""
    try:
        mine, whole = _code(path), _code(origin)
    except (OSError, ValueError, KeyError, TypeError):
        return 0
    return sum(cell not in mine for cell in whole)


def fresh_copy(origin: Path, folder: Path, lang: str) -> Path:
    """A copy that nobody has changed: an earlier one when it still is as it was, else a new one.

    Raises
    ------
    WriteError
        When the folder is closed or the disk is full.
    """
    content = origin.read_bytes()
    number = 1
    while True:
        tail = _word("suffix", lang) + (f"-{number}" if number > 1 else "")
        path = folder / f"{origin.stem}-{tail}.ipynb"
        if not path.exists():
            with written(path) as file:
                file.write_bytes(content)
            return path
        if hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(content).digest():
            return path
        number += 1


def _mine() -> tuple[Path, Path | None]:
    """The notebook of this kernel, and the shipped one of which it is a copy; None for anything else."""
    session = Path(os.environ.get("JPY_SESSION_NAME", ""))
    here, shipped = Path.cwd(), shipped_notebooks()
    if session.suffix != ".ipynb" or here.name not in LANGUAGES or here.parent.resolve() == shipped.resolve():
        return session, None
    for path in sorted((shipped / here.name).glob("*.ipynb")):
        tail = session.stem.removeprefix(path.stem)
        if tail == "" or (tail != session.stem and tail.startswith(tuple(f"-{word}" for word in _WORDS["suffix"]))):
            return Path(session.name), path
    return session, None


def _link(origin: Path, lang: str) -> str:
    try:
        path = fresh_copy(origin, Path.cwd(), lang)
    except (WriteError, OSError):
        return ""
    fresh = f'<a href="{quote(path.name)}">{_word("fresh", lang)}</a>'
    return f"<p>{fresh} {escape(_word('stays', lang))}</p>"


def _code(path: Path) -> list[str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]).strip() for cell in cells if cell["cell_type"] == "code"]


def _show(html: str) -> None:
    from IPython.display import HTML, display

    style = "border-left:4px solid #9a3c00;padding:.2rem 1rem;max-width:70ch;font-size:1rem;line-height:1.5"
    show: Any = display  # untyped
    made: Any = HTML
    show(made(f"<div role='alert' style='{style}'>{html}</div>"))


def _word(key: str, lang: str, **values: object) -> str:
    return _WORDS[key][_place(lang)].format(**values)


def _place(lang: str) -> int:
    return 1 if base_language(lang) == "en" else 0
