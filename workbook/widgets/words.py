"""What the explorer itself says: German, English."""

from __future__ import annotations

from collections.abc import Mapping

from workbook.text import base_language

WORDS: Mapping[str, tuple[str, str]] = {
    "levers": ("Hebel", "Levers"),
    "world": ("Welt", "World"),
    "story": ("Geschichte", "Story"),
    "numbers": ("Zahlen", "Numbers"),
    "profile": ("Profil", "Profile"),
    "language": ("Sprache", "Language"),
    "reset": ("Von vorn", "Start over"),
    "decide": ("Sie entscheiden", "You decide"),
    "why_scene": ("Warum gerade diese Szene?", "Why this scene?"),
    "why": ("Warum?", "Why?"),
    "because": ("Erzählt wird das, weil:", "This is told because:"),
    "difference": ("Was den Unterschied zu weiter so macht:", "What makes the difference to carry on:"),
    "same": ("Kein Unterschied zu weiter so.", "No difference to carry on."),
    "all": ("Alle Zahlen zeigen", "Show all numbers"),
    "retold": ("neu erzählt", "told anew"),
    "voice": ("Es spricht", "Speaking"),
    "price": ("Der Preis", "The price"),
    "crack": ("Der Riss", "The crack"),
    "code": ("Laufcode", "Run code"),
    "enter": ("Code eingeben", "Enter a code"),
    "read": ("Trotzdem lesen", "Read it anyway"),
    "table": ("Als Tabelle", "As a table"),
    "utopia": ("Utopie", "Utopia"),
    "dystopia": ("Dystopie", "Dystopia"),
    "ambivalent": ("Dazwischen", "In between"),
    "observed": ("beobachtet", "observed"),
    "year": ("Jahr", "Year"),
    "keep": ("Merken", "Keep"),
    "keep_as": ("Name", "Name"),
    "keep_name": ("Name für diese Zukunft", "A name for this future"),
    "future": ("Zukunft", "Future"),
    "open": ("Öffnen", "Open"),
    "forget": ("Vergessen", "Forget"),
    "note": ("Notiz", "Note"),
    "note_here": ("Was fällt Ihnen hier auf?", "What do you notice here?"),
    "kept_in": ("Läufe und Notizen liegen in {file}.", "Runs and notes lie in {file}."),
    "back_again": ("Es geht weiter, wo Sie waren.", "It goes on where you were."),
}


def word(key: str, lang: str) -> str:
    """A word of the surface in a language."""
    return WORDS[key][0 if base_language(lang) == "de" else 1]
