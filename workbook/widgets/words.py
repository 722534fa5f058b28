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
    "kept_in_browser": (
        "Das ist der Speicher dieses Browsers und darf nicht die einzige Kopie sein: Laden Sie die Datei aus der Liste "
        "der Dateien herunter (Menü Datei, dann Open…), oder schreiben Sie den Code auf.",
        "That is this browser's storage and must not be the only copy: download the file from the list of files "
        "(menu File, then Open…), or write down the code.",
    ),
    "kept_nowhere": (
        "Diese Seite kam ohne https. Darum ist hier alles weg, sobald Sie sie schließen oder neu laden: Schreiben Sie "
        "den Code auf.",
        "This page came without https. So all is gone here once you close or reload it: write down the code.",
    ),
    "chapter": ("Kapitel", "Chapter"),
    "title": ("Titel", "Title"),
    "text": ("Text", "Text"),
    "when": ("Bedingung", "Condition"),
    "when_help": (
        "Wann soll Ihre Szene erzählt werden? Eine Zahl wählen, einen Wert setzen, übernehmen. Die Vorgabe ist der "
        "Wert der Zukunft, die Sie zuletzt gespielt haben.",
        "When is your scene to be told? Choose a number, set a value, add it. The value given is that of the future "
        "you played last.",
    ),
    "number": ("Zahl", "Number"),
    "is": ("ist", "is"),
    "at_least": ("mindestens", "at least"),
    "at_most": ("höchstens", "at most"),
    "value": ("Wert", "Value"),
    "use": ("Übernehmen", "Add"),
    "mood": ("Stimmung", "Mood"),
    "price_help": ("Was kostet es, und wer bezahlt?", "What does it cost, and who pays?"),
    "crack_help": ("Was gelingt trotzdem?", "What works all the same?"),
    "care": ("Inhaltshinweis", "Content note"),
    "tell": ("In die Geschichte setzen", "Put it into the story"),
    "untell": ("Wieder herausnehmen", "Take it out again"),
    "own_told": ("Ihre Szene wird erzählt:", "Your scene is told:"),
    "own_waits": (
        "Ihre Szene steht im Szenario, aber in dieser Zukunft trifft die Bedingung nicht zu. Erzählt wird:",
        "Your scene is in the scenario, but in this future the condition does not hold. What is told is:",
    ),
    "own_none": ("So wird dieses Kapitel bisher erzählt:", "This is how the chapter is told so far:"),
    "studio_empty": (
        "Es fehlt noch etwas: Titel, Text und Bedingung gehören dazu.",
        "Something is still missing: a title, a text and a condition belong to it.",
    ),
    "weight_none": ("nicht wichtig", "not important"),
    "weight_some": ("wichtig", "important"),
    "weight_much": ("sehr wichtig", "very important"),
    "weigh_nothing": ("Wählen Sie, was Ihnen wichtig ist.", "Choose what matters to you."),
    "weigh_some": ("In dem, was Ihnen wichtig ist:", "In what is important to you:"),
    "weigh_much": ("In dem, was Ihnen sehr wichtig ist:", "In what is very important to you:"),
    "leads": ("vorn", "ahead"),
    "leads_in": ("»{future}« liegt vorn bei {what}.", "“{future}” is ahead in {what}."),
    "nowhere_all": ("Keine Zukunft liegt überall vorn.", "No future is ahead everywhere."),
    "no_difference": ("Diese Zukünfte unterscheiden sich darin nicht.", "These futures do not differ in it."),
    "and": ("und", "and"),
    "contested": (
        "Ihre Widersprüche gegen Zahlen bleiben in der Datei; gerechnet wird hier ohne sie.",
        "Your objections to numbers stay in the file; here it is computed without them.",
    ),
    "back_again": ("Es geht weiter, wo Sie waren.", "It goes on where you were."),
}


SPOKEN: Mapping[str, str] = {"de": "Deutsch", "en": "English", "de-einfach": "Einfache Sprache"}
"""Languages by their own names."""


def word(key: str, lang: str) -> str:
    """A word of the surface in a language."""
    return WORDS[key][0 if base_language(lang) == "de" else 1]
