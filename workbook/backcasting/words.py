"""What backcasting says, for notebook, command line and page alike: German, English, Einfache Sprache.

Templates with ``{places}`` and nothing else, so that the page fills them as Python does.
"""

from __future__ import annotations

from collections.abc import Mapping

_DE = {
    "about": "Gesucht wird von der Welt »{world}« aus. Jeder Weg ist nachgerechnet und bewegt nur, was nötig ist. Weil "
    "manche Annahmen unsicher sind, steht dabei, in wie vielen von 100 Zukünften er aufgeht.",
    "wishes": "Was wünschen Sie sich für {year}?",
    "keep": "Was soll bleiben, wie es ist?",
    "reserve": "Mit Reserve: Jeder Wunsch soll um ein Zehntel des Wegs von Dystopie zu Utopie übertroffen werden.",
    "reserved": "Mit Reserve gesucht: {bounds}.",
    "go": "Wege suchen",
    "searching": "Es wird gesucht …",
    "none": "Wählen Sie mindestens einen Wunsch.",
    "all-kept": "Alles soll bleiben, wie es ist. Geben Sie mindestens einen Hebel oder eine Entscheidung frei.",
    "number": "»{label}«: Hier fehlt eine Zahl.",
    "as-it-is": "in dieser Welt {value}",
    "at-least": "mindestens {value}",
    "at-most": "höchstens {value}",
    "least": "mindestens",
    "most": "höchstens",
    "bound": "{label}: {bound}",
    "already": "Die Welt »{world}« erfüllt die Wünsche schon. Es muss sich nichts bewegen.",
    "found": "{count} deutlich verschiedene Wege führen dorthin. Gerechnet wurden {tried} Einstellungen.",
    "found-one-asked": "Ein Weg führt dorthin. Gerechnet wurden {tried} Einstellungen.",
    "found-one": "Ein Weg führt dorthin; einen deutlich anderen hat die Suche nicht gefunden. "
    "Gerechnet wurden {tried} Einstellungen.",
    "found-few": "{count} deutlich verschiedene Wege führen dorthin; mehr hat die Suche nicht gefunden. "
    "Gerechnet wurden {tried} Einstellungen.",
    "unreached": "Nicht erreichbar: Von {tried} gerechneten Einstellungen erfüllt keine alle Wünsche.",
    "nearest": "Was am nächsten kommt",
    "missed": "»{label}«: {value} statt {bound} ({gap})",
    "met": "»{label}«: {value}, gewünscht {bound}",
    "alone": "»{label}« {bound}: Das erreicht keine der Einstellungen, auch ohne die anderen Wünsche nicht.",
    "alone-only": "»{label}« {bound}: Das erreicht keine der Einstellungen.",
    "without": "Ohne den Wunsch zu »{label}« ist alles andere zusammen erreichbar.",
    "path": "Weg {number}",
    "effort": "Bewegt: {count} von {all} Hebeln und Entscheidungen.",
    "move": "»{label}« auf {after} statt {before}",
    "turn": "{year}, {label}: »{after}« statt »{before}«",
    "holds": "In {count} von 100 Zukünften gehen alle Wünsche in Erfüllung.",
    "holds-nearest": "Mit anderen Werten der unsicheren Annahmen gehen alle Wünsche in {count} von 100 Zukünften in "
    "Erfüllung.",
    "open": "Diese Zukunft öffnen",
    "moves": "Bewegt",
    "reached": "Erreicht",
    "share": "von 100",
    "code": "Laufcode",
}
_EN = {
    "about": "The search begins in the world “{world}”. Each way is verified by a run and moves only what it must. As "
    "some assumptions are uncertain, each says in how many of 100 futures it works out.",
    "wishes": "What do you wish for {year}?",
    "keep": "What is to stay as it is?",
    "reserve": "With a reserve: each wish is to be surpassed by a tenth of the way from dystopia to utopia.",
    "reserved": "Looked for with a reserve: {bounds}.",
    "go": "Look for ways",
    "searching": "Searching …",
    "none": "Choose at least one wish.",
    "all-kept": "Everything is to stay as it is. Release at least one lever or decision.",
    "number": "“{label}”: a number is missing here.",
    "as-it-is": "in this world {value}",
    "at-least": "at least {value}",
    "at-most": "at most {value}",
    "least": "at least",
    "most": "at most",
    "bound": "{label}: {bound}",
    "already": "The world “{world}” meets the wishes as it is. Nothing has to move.",
    "found": "{count} clearly different ways lead there. {tried} settings were computed.",
    "found-one-asked": "One way leads there. {tried} settings were computed.",
    "found-one": "One way leads there; the search has found no clearly different one. {tried} settings were computed.",
    "found-few": "{count} clearly different ways lead there; the search has found no more. "
    "{tried} settings were computed.",
    "unreached": "Not reachable: of {tried} computed settings none meets all wishes.",
    "nearest": "What comes nearest",
    "missed": "“{label}”: {value} instead of {bound} ({gap})",
    "met": "“{label}”: {value}, wished {bound}",
    "alone": "“{label}” {bound}: none of the settings reaches that, even without the other wishes.",
    "alone-only": "“{label}” {bound}: none of the settings reaches that.",
    "without": "Without the wish for “{label}” all the rest can be reached together.",
    "path": "Way {number}",
    "effort": "Moved: {count} of {all} levers and decisions.",
    "move": "“{label}” to {after} instead of {before}",
    "turn": "{year}, {label}: “{after}” instead of “{before}”",
    "holds": "In {count} of 100 futures all wishes come true.",
    "holds-nearest": "With other values of the uncertain assumptions all wishes come true in {count} of 100 futures.",
    "open": "Open this future",
    "moves": "Moved",
    "reached": "Reached",
    "share": "of 100",
    "code": "Run code",
}
_EASY = {
    "about": "Die Suche beginnt in der Welt »{world}«. Jeder Weg ist ausgerechnet. Jeder Weg ändert nur, was nötig "
    "ist. Manches weiß niemand genau. Darum steht bei jedem Weg, wie oft er klappt.",
    "wishes": "Was soll im Jahr {year} sein?",
    "keep": "Was soll so bleiben?",
    "reserve": "Mit Reserve: Es soll etwas besser werden als mein Wunsch. Dann klappt es öfter.",
    "reserved": "Mit Reserve heißt das: {bounds}.",
    "searching": "Die Seite sucht …",
    "none": "Bitte wählen Sie einen Wunsch.",
    "all-kept": "Alles soll so bleiben. Dann gibt es keinen Weg. Bitte nehmen Sie unten ein Häkchen weg.",
    "already": "In der Welt »{world}« ist Ihr Wunsch schon erfüllt. Sie müssen nichts ändern.",
    "found": "{count} verschiedene Wege führen dahin. Ausgerechnet sind {tried} Einstellungen.",
    "found-one-asked": "Es gibt einen Weg dahin. Ausgerechnet sind {tried} Einstellungen.",
    "found-one": "Es gibt einen Weg dahin. Die Suche hat keinen zweiten gefunden. "
    "Ausgerechnet sind {tried} Einstellungen.",
    "found-few": "Es gibt {count} Wege dahin. Mehr hat die Suche nicht gefunden. "
    "Ausgerechnet sind {tried} Einstellungen.",
    "unreached": "Das geht nicht. Ausgerechnet sind {tried} Einstellungen. Bei keiner sind alle Wünsche erfüllt.",
    "nearest": "So nah kommt man heran",
    "missed": "»{label}«: {value}. Gewünscht ist {bound} ({gap})",
    "met": "»{label}«: {value}. Gewünscht ist {bound}",
    "alone": "»{label}« {bound}: Das klappt bei keiner Einstellung. Auch ohne die anderen Wünsche klappt es nicht.",
    "alone-only": "»{label}« {bound}: Das klappt bei keiner Einstellung.",
    "without": "Der Wunsch »{label}« passt nicht zu den anderen. Ohne ihn klappt alles andere zusammen.",
    "effort": "Sie ändern {count} von {all} Hebeln und Entscheidungen.",
    "turn": "Im Jahr {year}, {label}: »{after}« statt »{before}«",
    "holds": "In {count} von 100 Zukünften sind alle Wünsche erfüllt.",
    "holds-nearest": "Manches weiß niemand genau. Kommt es anders, sind die Wünsche in "
    "{count} von 100 Zukünften erfüllt.",
    "moves": "Geändert",
}

WORDS: Mapping[str, Mapping[str, str]] = {"de": _DE, "en": _EN, "de-einfach": {**_DE, **_EASY}}
"""By language; Einfache Sprache has its own where it differs."""

_NOT_ON_A_PAGE = {"found-one-asked", "moves", "reached", "share", "code"}
PAGE: Mapping[str, Mapping[str, str]] = {
    lang: {key: text for key, text in words.items() if key not in _NOT_ON_A_PAGE}
    for lang, words in (("de", _DE), ("en", _EN), ("de-einfach", _EASY))
}
"""What the page opens on demand; in Einfache Sprache only what differs from German."""


def say(key: str, lang: str, **values: object) -> str:
    """A sentence with its values filled in."""
    return WORDS[lang][key].format(**values)
