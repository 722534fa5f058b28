"""What the form of a seminar says, in German and English."""

from __future__ import annotations

from collections.abc import Mapping

from workbook.text import base_language

_WORDS: Mapping[str, tuple[str, str]] = {
    "scenario": ("Szenario", "Scenario"),
    "title": ("Titel", "Title"),
    "lecturer": ("Leitung", "Led by"),
    "organisation": ("Hochschule, Träger", "University, organisation"),
    "date": ("Wann", "When"),
    "logo": ("Logo (PNG, SVG)", "Logo (PNG, SVG)"),
    "logo-help": ("Name einer Datei neben {file}, oder unten auswählen", "Name of a file beside {file}, or pick below"),
    "upload": ("Logo auswählen", "Pick a logo"),
    "uploaded": ("Logo übernommen: {file}", "Logo taken over: {file}"),
    "language": ("Sprache", "Language"),
    "world": ("Alle beginnen in", "All begin in"),
    "least": ("Kleinste Gruppe", "Smallest group"),
    "least-note": (
        "Ab so vielen Laufcodes zeigt der Raum sein Bild; weniger ließen sich Einzelnen zuordnen.",
        "From so many run codes on the room sees its board; fewer could be traced to single persons.",
    ),
    "levers": ("Hebel, die man stellt", "Levers to be moved"),
    "chapters": ("Kapitel, die erzählt werden", "Chapters to be told"),
    "all": ("alle", "all"),
    "no": ("keine", "none"),
    "enough": (
        "Für 90 Minuten genügen fünf oder sechs Hebel und vier Kapitel.",
        "For 90 minutes five or six levers and four chapters are enough.",
    ),
    "save": ("Speichern", "Save"),
    "saved": ("Gespeichert um {time}: {file}", "Saved at {time}: {file}"),
    "making": ("Wird geschrieben, das dauert ein wenig: {what} …", "Being written, this takes a while: {what} …"),
    "step": ("{done} von {count} Dateien", "{done} of {count} files"),
    "made": (
        "Geschrieben: {file} – zum Öffnen im Dateimanager Ihres Rechners doppelt anklicken.",
        "Written: {file} – to open it, double-click it in your computer's file manager.",
    ),
    "none": ("Mindestens ein Hebel und ein Kapitel gehören dazu.", "At least one lever and one chapter belong to it."),
    "broken": (
        "Die Datei bleibt, wie sie ist, bis das behoben oder sie umbenannt ist.",
        "The file stays as it is until this is mended or it is renamed.",
    ),
    "changed": (
        "»{file}« wurde inzwischen an anderer Stelle geändert und bleibt, wie es ist. Führen Sie die Zelle noch einmal "
        "aus: Dann steht hier, was in der Datei steht.",
        "“{file}” has been changed elsewhere in the meantime and stays as it is. Run the cell again: then the form "
        "shows what the file says.",
    ),
    "failed": ("Das hat nicht geklappt: {detail}", "That did not work: {detail}"),
    "html": ("Seite", "Page"),
    "slides": ("Folien", "Slides"),
    "worksheet": ("Arbeitsblatt", "Worksheet"),
    "cards": ("Spielkarten", "Cards"),
    "script": ("Leitfaden", "Script"),
    "folder": ("Alles in einen Ordner", "Everything into a folder"),
    "example": ("z. B. {text}", "e.g. {text}"),
}  # fmt: skip


def seminar_word(key: str, lang: str, **values: object) -> str:
    """A word of the form."""
    return _WORDS[key][1 if base_language(lang) == "en" else 0].format(**values)
