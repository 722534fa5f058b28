"""What the file of a notebook says of itself, in German and English."""

from __future__ import annotations

from workbook.text import base_language

WORDS: dict[str, tuple[str, str]] = {
    # --- around the text ----------------------------------------------------------------------------
    "skip": ("Zum Inhalt springen", "Skip to the content"),
    "contents": ("Inhalt", "Contents"),
    "show-code": ("Code zeigen", "Show code"),
    "code": ("Code", "Code"),
    "code-of": ("der Zelle {number}", "of cell {number}"),
    "about": (
        "Diese Datei enthält alles, was sie braucht. Sie lädt nichts nach, sendet nichts und funktioniert ohne Internet.",
        "This file holds all that it needs. It fetches nothing, sends nothing and works without internet.",
    ),
    "leaves": ("Verweise mit dem Zeichen ↗ führen aus der Datei hinaus.", "Links marked ↗ lead out of this file."),
    "table": ("Tabelle", "Table"),
    # --- notes --------------------------------------------------------------------------------------
    "note": ("Hinweis", "Note"),
    "tip": ("Tipp", "Tip"),
    "important": ("Wichtig", "Important"),
    "warning": ("Achtung", "Warning"),
    "caution": ("Vorsicht", "Caution"),
    "danger": ("Gefahr", "Danger"),
    "seealso": ("Siehe auch", "See also"),
    "done": ("erledigt", "done"),
    "open": ("offen", "open"),
    # --- pictures -----------------------------------------------------------------------------------
    "image-undescribed": ("Bild ohne Beschreibung", "Image without a description"),
    "image-remote": ("Bild im Netz: {alt}", "Image on the web: {alt}"),
    "image-gone": ("Bild nicht gefunden: {alt}", "Image not found: {alt}"),
    "frame-remote": ("Eingebettete Seite im Netz: {host}", "Embedded page on the web: {host}"),
    "media-left-out": (
        "Hier steht im Notebook ein Film, ein Ton oder eine eingebettete Seite.",
        "Here the notebook holds a film, a sound or an embedded page.",
    ),
    # --- figures ------------------------------------------------------------------------------------
    "figure": ("Abbildung {number}", "Figure {number}"),
    "figure-data": ("Werte als Tabelle", "Values as a table"),
    "figure-empty": ("Diese Abbildung enthält keine Werte.", "This figure holds no values."),
    "figure-map": (
        "Diese Landkarte lässt sich nur mit Internet zeichnen; ihre Werte stehen in der Tabelle.",
        "This map can only be drawn with internet; its values are in the table.",
    ),
    "figure-broken": (
        "Diese Abbildung lässt sich nicht lesen.",
        "This figure cannot be read.",
    ),
    "figure-undrawn": (
        "Diese Abbildung ließ sich nicht zeichnen; ihre Werte stehen in der Tabelle.",
        "This figure could not be drawn; its values are in the table.",
    ),
    "series": ("Reihe {number}", "Series {number}"),
    "range": (
        "{name}: {count} Werte von {low} bis {high}, zuerst {first}, zuletzt {last}.",
        "{name}: {count} values from {low} to {high}, first {first}, last {last}.",
    ),
    "range-one": ("{name}: {first}.", "{name}: {first}."),
    "range-none": ("{name}: keine Zahlen.", "{name}: no numbers."),
    "more-series": ("Weitere Reihen: {count}.", "Further series: {count}."),
    "rows-cut": ("Gezeigt sind {shown} von {count} Zeilen.", "Shown are {shown} of {count} rows."),
    # --- what lives only in the notebook ------------------------------------------------------------
    "widget": (
        "Dieses Bedienelement gibt es nur im Notebook.",
        "This control exists in the notebook only.",
    ),
    "program": (
        "Diese Ausgabe ist ein Programm; es läuft nur im Notebook.",
        "This output is a program; it runs in the notebook only.",
    ),
    "output-unknown": (
        "Diese Ausgabe ({kind}) lässt sich nur im Notebook zeigen.",
        "This output ({kind}) can be shown in the notebook only.",
    ),
    "scenario-gone": (
        "Hier wird im Notebook ein Szenario gespielt. In diese Datei ließ es sich nicht aufnehmen: {reason}",
        "Here the notebook plays a scenario. It could not be put into this file: {reason}",
    ),
    "scenario-changed": (
        "Das Szenario hat sich seit dem letzten Lauf des Notebooks geändert; die Einstellung beginnt von vorn.",
        "The scenario has changed since the notebook last ran; its setting starts afresh.",
    ),
    "failed": (
        "Diese Zelle endete mit einem Fehler: {error}",
        "This cell ended with an error: {error}",
    ),
    "failed-details": ("Einzelheiten für die Fehlersuche", "Details for finding the error"),
    "messages": ("Meldungen des Programms", "Messages of the program"),
}  # fmt: skip
"""key -> (German, English)."""


def word(key: str, lang: str, **values: object) -> str:
    """A word or sentence in a language, with its values filled in; plain text, not HTML."""
    text = WORDS[key][1 if base_language(lang) == "en" else 0]
    return text.format(**values) if values else text
