"""What a deck says of itself, in German and English."""

from __future__ import annotations

from workbook.text import base_language

WORDS: dict[str, tuple[str, str]] = {
    # --- the bar below the slides -------------------------------------------------------------------
    "bar": ("Folien bedienen", "Slide controls"),
    "previous": ("Zurück", "Back"),
    "next": ("Weiter", "Next"),
    "overview": ("Übersicht", "Overview"),
    "overview-on": (
        "Übersicht aller Folien: mit den Pfeilen wählen, mit Enter öffnen.",
        "Overview of all slides: choose with the arrows, open with Enter.",
    ),
    "notes": ("Notizen", "Notes"),
    "speaker": ("Sprechansicht", "Speaker view"),
    "show-code": ("Code zeigen", "Show code"),
    "help": ("Tasten", "Keys"),
    "close": ("Schließen", "Close"),
    "slide": ("Folie", "Slide"),
    "place": ("Folie {n} von {m}: {title}", "Slide {n} of {m}: {title}"),
    "continued": ("{title} (Fortsetzung)", "{title} (continued)"),
    "scrolls": ("Inhalt der Folie, lässt sich rollen", "Content of the slide, can be scrolled"),
    # --- help ---------------------------------------------------------------------------------------
    "help-title": ("Tasten für diese Folien", "Keys for these slides"),
    "key-next": (
        "nächste Folie; was nicht auf die Folie passt, rollt zuerst",
        "next slide; what does not fit on a slide scrolls first",
    ),
    "key-previous": ("vorige Folie", "previous slide"),
    "key-ends": ("erste, letzte Folie", "first, last slide"),
    "key-overview": ("Übersicht", "overview"),
    "key-leave": (
        "einen Regler oder ein Feld verlassen; dann gehören die Pfeile wieder den Folien",
        "leave a slider or a field; then the arrows belong to the slides again",
    ),
    "key-full": ("ganzer Bildschirm", "full screen"),
    "key-pause": ("Bild schwarz, noch einmal: wieder da", "black screen, once more: back again"),
    "key-speaker": ("Sprechansicht mit Uhr in einem eigenen Fenster", "speaker view with clock in a window of its own"),
    "key-notes": ("Notizen unter der Folie", "notes below the slide"),
    "key-code": ("Code zeigen", "show code"),
    "key-help": ("diese Liste", "this list"),
    "key-print": (
        "Für den Druck ?print-pdf an die Adresse hängen, mit Notizen: ?print-pdf&showNotes=separate-page",
        "To print, add ?print-pdf to the address, with notes: ?print-pdf&showNotes=separate-page",
    ),
    "letters-off": ("Tasten mit einem Buchstaben ausschalten", "Switch off keys of a single letter"),
    "space": ("Leertaste", "Space"),
    "home": ("Pos1", "Home"),
    "end": ("Ende", "End"),
    "page-down": ("Bild ab", "Page down"),
    "page-up": ("Bild auf", "Page up"),
    # --- speaker view -------------------------------------------------------------------------------
    "speaker-title": ("Sprechansicht", "Speaker view"),
    "no-notes": ("Zu dieser Folie gibt es keine Notizen.", "There are no notes on this slide."),
    "then": ("Danach", "Next"),
    "the-end": ("Das war die letzte Folie.", "That was the last slide."),
    "clock": ("Uhrzeit", "Time"),
    "elapsed": ("Vergangen", "Elapsed"),
    "of-planned": ("von {minutes} Minuten", "of {minutes} minutes"),
    "start": ("Uhr starten", "Start the clock"),
    "pause": ("Uhr anhalten", "Pause the clock"),
    "reset": ("Uhr auf null", "Reset the clock"),
    "on-time": ("im Plan", "on time"),
    "ahead": ("{time} vor dem Plan", "{time} ahead"),
    "behind": ("{time} hinter dem Plan", "{time} behind"),
    "larger": ("Größere Schrift", "Larger text"),
    "smaller": ("Kleinere Schrift", "Smaller text"),
    "blocked": (
        "Der Browser hat das eigene Fenster nicht geöffnet. Die Notizen stehen deshalb hier.",
        "The browser did not open a window of its own, so the notes stand here.",
    ),
    # --- the code to scan ---------------------------------------------------------------------------
    "qr-title": ("Selbst weiterspielen", "Play on yourselves"),
    "qr-alt": ("QR-Code der Adresse {address}", "QR code of the address {address}"),
    "qr-help": ("Mit der Kamera des Telefons öffnen, oder abtippen:", "Open it with a phone's camera, or type it:"),
}  # fmt: skip
"""key -> (German, English)."""


def word(key: str, lang: str, **values: object) -> str:
    """A word or sentence in a language, with its values filled in; plain text, not HTML."""
    text = WORDS[key][1 if base_language(lang) == "en" else 0]
    return text.format(**values) if values else text


def words_of(lang: str) -> dict[str, str]:
    """All words in one language, as the runtime of a deck takes them."""
    return {key: word(key, lang) for key in WORDS}
