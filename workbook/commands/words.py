"""What the command line says in both languages: help texts, headings, results, refusals.

Errors of scenarios and runs are in :mod:`workbook.messages`; here is only what a terminal needs.
"""

from __future__ import annotations

from workbook.errors import WorkbookError
from workbook.messages import current_language
from workbook.text import base_language

WORDS: dict[str, tuple[str, str]] = {
    # --- help -----------------------------------------------------------------------------------
    "help-workbook": (
        "Utopien und Dystopien der Sozialen Arbeit 2030: Simulation und Geschichte erzählen dieselbe Zukunft.",
        "Utopias and dystopias for social work in 2030: simulation and story tell the same future.",
    ),
    "help-list": (
        "Alle Szenarien mit Titel, Umfang und Treffgüte zeigen.",
        "List every scenario with title, size and fit to the past.",
    ),
    "help-check": (
        "Szenarien prüfen: jeder Fehler mit Datei, Zeile und Spalte. Ohne Angabe alle.",
        "Check scenarios: every problem with file, line and column. All when none is named.",
    ),
    "help-run": ("Eine Zukunft als Tabelle.", "One future as a table."),
    "help-story": (
        "Dieselbe Zukunft als Geschichte, mit den Gründen.",
        "The same future as a story, with its reasons.",
    ),
    "help-export": (
        "Ein Szenario als eine Datei, die ohne Internet lebt.",
        "A scenario as one file that is alive without internet.",
    ),
    "help-lab": ("JupyterLab mit dem Willkommens-Notebook öffnen.", "Open JupyterLab on the welcome notebook."),
    "help-scenario": ("Kennung eines Szenarios oder ein Ordner.", "Id of a scenario, or a folder."),
    "help-scenarios": ("Kennungen oder Ordner.", "Ids or folders."),
    "help-lang": ("Sprache: de, en oder de-einfach.", "Language: de, en or de-einfach."),
    "help-world": ("Welt, von der aus gestartet wird.", "World to start from."),
    "help-set": ("Hebel stellen; mehrfach möglich.", "Set a lever; may be repeated."),
    "help-choose": ("Entscheidung treffen; mehrfach möglich.", "Take a decision; may be repeated."),
    "help-code": ("Ein Laufcode, den jemand notiert hat.", "A run code that someone wrote down."),
    "help-out": (
        "In eine Datei schreiben: .csv, .json, .xlsx oder .parquet.",
        "Write to a file: .csv, .json, .xlsx or .parquet.",
    ),
    "help-months": (
        "Mit --out: jeden Schritt aller Größen statt der Jahreswerte der Indikatoren.",
        "With --out: every step of every name instead of the indicators' yearly values.",
    ),
    "help-json": ("Das Ergebnis als JSON für Programme.", "The result as JSON for programs."),
    "help-to": ("Art der Datei: html.", "Kind of file: html."),
    "help-export-out": ("Datei, die geschrieben wird.", "File to write."),
    "help-no-open": ("Keinen Browser öffnen, nur die Adresse zeigen.", "Do not open a browser, only show the address."),
    "help-port": ("Port auf diesem Rechner.", "Port on this machine."),
    "help-version": ("Version zeigen.", "Show the version."),
    "help-help": ("Diese Hilfe zeigen.", "Show this help."),
    "usage": ("Aufruf: ", "Usage: "),
    "usage-options": ("[OPTIONEN]", "[OPTIONS]"),
    "usage-command": ("BEFEHL …", "COMMAND …"),
    "options": ("Optionen", "Options"),
    "arguments": ("Angaben", "Arguments"),
    "commands": ("Befehle", "Commands"),
    "more-help": ("Hilfe: {command} --help", "Help: {command} --help"),
    # --- headings and results -------------------------------------------------------------------
    "scenario": ("Szenario", "Scenario"),
    "title": ("Titel", "Title"),
    "levers": ("Hebel", "Levers"),
    "scenes": ("Szenen", "Scenes"),
    "hindcast": ("Abweichung", "Error"),
    "languages": ("Sprachen", "Languages"),
    "year": ("Jahr", "Year"),
    "invalid": ("fehlerhaft, siehe: workbook check {name}", "has problems, see: workbook check {name}"),
    "hindcast-note": (
        "Abweichung: so weit liegt das Modell im Mittel neben den beobachteten Jahren.",
        "Error: how far the model is from the observed years, on average.",
    ),
    "no-scenarios": ("Hier ist kein Szenario.", "There is no scenario here."),
    "checked-good": ("{name}: in Ordnung.", "{name}: fine."),
    "checked-warnings": ("{name}: in Ordnung, Hinweise: {count}.", "{name}: fine, warnings: {count}."),
    "checked-bad": ("{name}: Fehler: {count}.", "{name}: problems: {count}."),
    "warning": ("Hinweis: ", "warning: "),
    "run-code": ("Laufcode: {code}", "Run code: {code}"),
    "written": ("Geschrieben: {file}", "Written: {file}"),
    "why": ("Warum diese Szene?", "Why this scene?"),
    "price": ("Der Preis: {text}", "The price: {text}"),
    "crack": ("Der Riss: {text}", "The crack: {text}"),
    # --- refusals -------------------------------------------------------------------------------
    "pair-form": (
        "{option} braucht die Form {form}, gefunden: »{found}«.",
        "{option} needs the form {form}, found: “{found}”.",
    ),
    "pair-twice": ("{option} nennt »{name}« zweimal.", "{option} names “{name}” twice."),
    "lever-number": (
        "Der Hebel »{name}« braucht eine Zahl, gefunden: »{found}«.",
        "The lever “{name}” needs a number, found: “{found}”.",
    ),
    "code-and-settings": (
        "Ein Laufcode enthält schon alles; --world, --set und --choose passen nicht dazu.",
        "A run code holds everything; --world, --set and --choose do not go with it.",
    ),
    "months-without-file": ("--months braucht --out FILE.", "--months needs --out FILE."),
    "format-unknown": (
        "Die Endung »{found}« kenne ich nicht. Möglich: {allowed}.",
        "The ending “{found}” is unknown. Allowed: {allowed}.",
    ),
    "kind-unknown": (
        "Die Art »{found}« gibt es nicht. Möglich: {allowed}.",
        "There is no kind “{found}”. Allowed: {allowed}.",
    ),
    "write-full": (
        "»{file}« wurde nicht geschrieben: Der Datenträger ist voll.",
        "“{file}” was not written: the disk is full.",
    ),
    "write-forbidden": (
        "»{file}« wurde nicht geschrieben: In diesem Ordner darf hier nicht geschrieben werden.",
        "“{file}” was not written: writing is not allowed in this folder.",
    ),
    "write-no-folder": (
        "»{file}« wurde nicht geschrieben: Den Ordner gibt es nicht.",
        "“{file}” was not written: the folder does not exist.",
    ),
    "write-is-folder": ("»{file}« ist ein Ordner, keine Datei.", "“{file}” is a folder, not a file."),
    "write-other": ("»{file}« wurde nicht geschrieben ({detail}).", "“{file}” was not written ({detail})."),
    "read-other": ("»{file}« lässt sich nicht lesen ({detail}).", "“{file}” cannot be read ({detail})."),
    "command-unknown": (
        "Den Befehl »{name}« gibt es nicht.{near} Möglich: {allowed}.",
        "There is no command “{name}”.{near} Allowed: {allowed}.",
    ),
    "command-missing": ("Es fehlt ein Befehl.", "A command is missing."),
    "option-unknown": ("Die Option »{name}« gibt es hier nicht.{near}", "There is no option “{name}” here.{near}"),
    "argument-missing": ("Es fehlt: {name}.", "Missing: {name}."),
    "argument-extra": (
        "Zu viele Angaben, oder eine Option ohne Wert.",
        "Too many arguments, or an option without its value.",
    ),
    "value-bad": ("{name} passt nicht: {detail}", "{name} does not fit: {detail}"),
    "option-value": ("Die Option »{name}« braucht einen Wert.", "The option “{name}” needs a value."),
    "did-you-mean": (" Meinten Sie »{name}«?", " Did you mean “{name}”?"),
    "interrupted": ("Abgebrochen.", "Interrupted."),
    # --- lab ------------------------------------------------------------------------------------
    "lab-missing": (
        "Die Notebooks fehlen; bitte das Paket neu installieren.",
        "The notebooks are missing; please install the package again.",
    ),
    "lab-port": (
        "Port {port} ist schon belegt. Ein anderer, zum Beispiel: workbook lab --port {other}",
        "Port {port} is already taken. Another one, for example: workbook lab --port {other}",
    ),
    "port-number": (
        "Ein Port ist eine ganze Zahl von 1 bis 65535, gefunden: »{found}«.",
        "A port is a whole number from 1 to 65535, found: “{found}”.",
    ),
    "lab-folder": ("Die Notebooks liegen in {folder}.", "The notebooks are in {folder}."),
    "lab-kept": (
        "Von Ihnen geändert und darum nicht erneuert: {names}.",
        "Changed by you and therefore not renewed: {names}.",
    ),
}
"""key -> (German, English)."""


class CommandError(WorkbookError):
    """A refusal of the command line; ``exit_code`` 1 is a problem found, 2 a wrong use."""

    def __init__(self, key: str, exit_code: int = 2, **values: object) -> None:
        super().__init__(key, **values)
        self.exit_code = exit_code

    def text(self, lang: str | None = None) -> str:
        return say(self.code, lang, **self.values)


def say(key: str, lang: str | None = None, **values: object) -> str:
    """The sentence for a key, in the language of this process unless another is asked for."""
    position = 1 if base_language(lang or current_language()) == "en" else 0
    return WORDS[key][position].format(**values)


def did_you_mean(name: str) -> str:
    """A hint at the nearest name, or nothing when there is none."""
    return say("did-you-mean", name=name) if name else ""
