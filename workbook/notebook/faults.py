"""What can go wrong with a notebook, told in German and English."""

from __future__ import annotations

from workbook.errors import WorkbookError
from workbook.messages import current_language
from workbook.text import base_language

SENTENCES: dict[str, tuple[str, str]] = {
    "notebook-missing": (
        "Das Notebook »{file}« gibt es nicht.",
        "There is no notebook “{file}”.",
    ),
    "notebook-closed": (
        "Das Notebook »{file}« lässt sich nicht lesen ({detail}).",
        "The notebook “{file}” cannot be read ({detail}).",
    ),
    "notebook-broken": (
        "»{file}« ist kein Notebook, oder die Datei ist beschädigt.",
        "“{file}” is no notebook, or the file is damaged.",
    ),
    "cell-failed": (
        "Zelle {number}{under} ist gescheitert: {kind} ({name}: {detail}). Es wurde nichts geschrieben.",
        "Cell {number}{under} failed: {kind} ({name}: {detail}). Nothing was written.",
    ),
    "cell-refused": (
        "Zelle {number}{under} ist gescheitert: {detail} Es wurde nichts geschrieben.",
        "Cell {number}{under} failed: {detail} Nothing was written.",
    ),
    "kernel-missing": (
        "Das Notebook will mit »{name}« laufen, das hier nicht eingerichtet ist. "
        "Mit --no-run wird es so genommen, wie es gespeichert ist.",
        "The notebook wants to run with “{name}”, which is not set up here. "
        "With --no-run it is taken as it was saved.",
    ),
    "kernel-died": (
        "Das Notebook ist in Zelle {number} abgebrochen; vielleicht reicht der Speicher nicht. Es wurde nichts geschrieben.",
        "The notebook broke off in cell {number}; there may not be enough memory. Nothing was written.",
    ),
    "kind-unknown": (
        "Die Art »{found}« gibt es nicht. Möglich: {allowed}.",
        "There is no kind “{found}”. Allowed: {allowed}.",
    ),
    "kind-ending": (
        "Die Art »{found}« passt nicht zur Endung von »{file}«.",
        "The kind “{found}” does not go with the ending of “{file}”.",
    ),
    "only-notebook": (
        "{option} gibt es nur für Notebooks.",
        "{option} is for notebooks only.",
    ),
    "only-scenario": (
        "--to {asked} gibt es nur für Szenarien.",
        "--to {asked} is for scenarios only.",
    ),
    "address-form": (
        "Eine Adresse beginnt mit https:// oder http://, gefunden: »{found}«.",
        "An address begins with https:// or http://, found: “{found}”.",
    ),
    # --- help of the command ---------------------------------------------------------------------
    "help-what": (
        "Kennung eines Szenarios, ein Ordner oder ein Notebook (.ipynb).",
        "Id of a scenario, a folder, or a notebook (.ipynb).",
    ),
    "help-to": (
        "Art der Datei: html, slides oder pdf, für Szenarien auch worksheet, cards, script oder deck. Ohne Angabe nach der Endung, sonst html.",
        "Kind of file: html, slides or pdf, for scenarios also worksheet, cards, script or deck. By the ending when left out, else html.",
    ),
    "help-out": (
        "Datei oder Ordner, wohin geschrieben wird.",
        "File or folder to write to.",
    ),
    "help-no-run": (
        "Notebook: nicht ausführen, sondern nehmen, wie es gespeichert ist.",
        "Notebook: do not run it, take it as it was saved.",
    ),
    "help-show-code": ("Notebook: Code von Anfang an zeigen.", "Notebook: show its code from the start."),
    "help-address": (
        "Adresse, unter der die Datei veröffentlicht wird, für Links und QR-Code.",
        "Address under which the file will be published, for links and QR code.",
    ),
    "under": (" unter »{heading}«", " under “{heading}”"),
}  # fmt: skip
"""key -> (German, English)."""

KINDS: dict[str, tuple[str, str]] = {
    "NameError": ("ein Name wird verwendet, den es nicht gibt", "a name is used that does not exist"),
    "ModuleNotFoundError": ("ein Paket fehlt", "a package is missing"),
    "ImportError": ("ein Paket lässt sich nicht laden", "a package cannot be loaded"),
    "FileNotFoundError": ("eine Datei fehlt", "a file is missing"),
    "PermissionError": ("ein Zugriff ist nicht erlaubt", "access is not allowed"),
    "SyntaxError": ("der Code ist nicht richtig geschrieben", "the code is not written correctly"),
    "IndentationError": ("der Code ist falsch eingerückt", "the code is indented wrongly"),
    "KeyError": ("ein Eintrag fehlt", "an entry is missing"),
    "IndexError": ("eine Stelle gibt es nicht", "a place does not exist"),
    "AttributeError": ("eine Eigenschaft gibt es nicht", "an attribute does not exist"),
    "ValueError": ("ein Wert passt nicht", "a value does not fit"),
    "TypeError": ("Dinge passen nicht zusammen", "things do not go together"),
    "ZeroDivisionError": ("es wird durch null geteilt", "there is a division by zero"),
    "MemoryError": ("der Speicher reicht nicht", "there is not enough memory"),
    "TimeoutError": ("es dauert zu lange", "it takes too long"),
    "ConnectionError": ("eine Verbindung kam nicht zustande", "a connection failed"),
    "URLError": ("eine Verbindung kam nicht zustande", "a connection failed"),
    "KeyboardInterrupt": ("sie wurde abgebrochen", "it was interrupted"),
    "AssertionError": ("eine Annahme trifft nicht zu", "an assumption does not hold"),
}
"""What Python calls an error -> what happened."""

_OTHER = ("ein Fehler im Code", "an error in the code")


class NotebookError(WorkbookError):
    """A notebook that could not be read, run or written; ``exit_code`` is for the command line."""

    def __init__(self, key: str, exit_code: int = 1, **values: object) -> None:
        super().__init__(key, **values)
        self.exit_code = exit_code

    def text(self, lang: str | None = None) -> str:
        position = _position(lang)
        values = dict(self.values)
        if "kind" in values:
            values["kind"] = KINDS.get(str(values["kind"]), _OTHER)[position]
        heading = values.get("heading")
        values["under"] = SENTENCES["under"][position].format(heading=heading) if heading else ""
        return SENTENCES[self.code][position].format(**values)


def sentence(key: str) -> str:
    """A sentence without values, in the language of this process."""
    return SENTENCES[key][_position(None)]


def kind_of(name: str) -> str:
    """The name of an error for :data:`KINDS`."""
    return name if name in KINDS else "other"


def _position(lang: str | None) -> int:
    return 1 if base_language(lang or current_language()) == "en" else 0
