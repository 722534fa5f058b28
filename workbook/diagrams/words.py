"""What stands around the drawings, for notebook and page alike: German, English, Einfache Sprache.

Templates with ``{places}`` and nothing else, so that the page fills them as Python does.
"""

from __future__ import annotations

from collections.abc import Mapping

_DE = {
    "map": "Landkarte der Geschichte",
    "map-help": "Welche Wege wohin führen, und welcher Ihrer ist.",
    "map-about": "Gerechnet sind {plays} Durchgänge, Hebel und Entscheidungen gewürfelt. Je länger ein Balken und je "
    "dicker ein Band, desto mehr Einstellungen führen dorthin. Das sagt nicht, wie wahrscheinlich etwas ist.",
    "ends": "Am häufigsten endet es mit »{often}« ({most} von 100), am seltensten mit »{seldom}« ({least} von 100).",
    "rare": "Die Szene, die am schwersten zu erreichen ist: »{title}«, {year} ({share} von 100).",
    "own": "Ihr Weg",
    "own-way": "Ihr Weg: {way}.",
    "own-rare": "Am seltensten kommt darauf »{title}« ({share} von 100).",
    "own-mark": "▸ und dicke Linie: Ihr Weg.",
    "step": "{year} »{title}«",
    "less-than": "unter 1",
    "chapter": "Kapitel",
    "scene": "Szene",
    "share": "von 100",
    "causes": "Was treibt was?",
    "causes-help": "Die Kreisläufe des Modells, die sich selbst verstärken oder bremsen.",
    "causes-about": "+ heißt: mehr davon macht auch vom Nächsten mehr. −, gestrichelt: mehr davon macht vom Nächsten "
    "weniger. Zwei Striche: Es dauert. R: Der Kreislauf verstärkt sich selbst. B: Er bremst sich selbst. "
    "Die Zeichen sind aus den Gleichungen berechnet.",
    "loop": "Kreislauf",
    "more": "mehr »{name}«",
    "less": "weniger »{name}«",
    "reinforcing": "{first} → {steps} → und so noch mehr »{name}«. Der Kreislauf verstärkt sich selbst (R).",
    "balancing": "{first} → {steps} → und so wieder weniger »{name}«. Der Kreislauf bremst sich selbst (B).",
    "count": "Im Modell laufen {all} Kreisläufe mit höchstens {longest} Gliedern, die meisten durch »{name}« ({most}).",
    "cause": "Ursache",
    "effect": "Wirkung",
    "sign": "Zeichen",
    "delay": "Dauert es?",
    "delayed": "ja",
    "at-once": "nein",
    "table": "Tabelle",
}
_EN = {
    "map": "Map of the story",
    "map-help": "Which ways lead where, and which one is yours.",
    "map-about": "{plays} plays were computed, levers and decisions by the dice. The longer a bar and the thicker a "
    "band, the more settings lead there. That does not say how likely a thing is.",
    "ends": "Most often it ends with “{often}” ({most} in 100), most seldom with “{seldom}” ({least} in 100).",
    "rare": "The scene that is hardest to reach: “{title}”, {year} ({share} in 100).",
    "own": "Your way",
    "own-way": "Your way: {way}.",
    "own-rare": "The rarest scene on it is “{title}” ({share} in 100).",
    "own-mark": "▸ and thick line: your way.",
    "step": "{year} “{title}”",
    "less-than": "less than 1",
    "chapter": "Chapter",
    "scene": "Scene",
    "share": "of 100",
    "causes": "What drives what?",
    "causes-help": "The loops of the model that reinforce or check themselves.",
    "causes-about": "+ means: more of it makes more of the next one too. −, dashed: more of it makes less of the next "
    "one. Two strokes: it takes time. R: the loop reinforces itself. B: it checks itself. "
    "The signs are computed from the equations.",
    "loop": "Loop",
    "more": "more “{name}”",
    "less": "less “{name}”",
    "reinforcing": "{first} → {steps} → and so still more “{name}”. The loop reinforces itself (R).",
    "balancing": "{first} → {steps} → and so less “{name}” again. The loop checks itself (B).",
    "count": "In the model run {all} loops of at most {longest} links, most of them through “{name}” ({most}).",
    "cause": "Cause",
    "effect": "Effect",
    "sign": "Sign",
    "delay": "Does it take time?",
    "delayed": "yes",
    "at-once": "no",
    "table": "Table",
}
_EASY = {
    "map": "Karte der Geschichte",
    "map-help": "Sie sehen alle Wege und auch Ihren Weg.",
    "map-about": "Der Computer hat {plays} Mal gespielt. Hebel und Entscheidungen waren gewürfelt. Ein langer Balken "
    "heißt: Diese Szene kommt oft. Ein dickes Band heißt: Viele gehen diesen Weg. Oft heißt hier nicht "
    "wahrscheinlich.",
    "ends": "Das häufigste Ende heißt »{often}« ({most} von 100). "
    "Das seltenste Ende heißt »{seldom}« ({least} von 100).",
    "rare": "Am seltensten ist die Szene »{title}«, {year} ({share} von 100).",
    "own-rare": "Am seltensten auf Ihrem Weg ist »{title}« ({share} von 100).",
    "own-mark": "Ihr Weg ist die dicke Linie mit dem Zeichen ▸.",
    "causes-help": "Manche Dinge verstärken sich im Kreis. Andere bremsen sich.",
    "causes-about": "Ein + heißt: Wird das eine mehr, wird auch das Nächste mehr. Ein − heißt: Wird das eine mehr, "
    "wird das Nächste weniger. Zwei Striche heißen: Das dauert. R heißt: Der Kreis wird immer stärker. "
    "B heißt: Der Kreis bremst sich.",
    "loop": "Kreis",
    "reinforcing": "{first} → {steps} → und so noch mehr »{name}«. Der Kreis wird immer stärker (R).",
    "balancing": "{first} → {steps} → und so wieder weniger »{name}«. Der Kreis bremst sich (B).",
    "count": "Im Modell gibt es {all} Kreise mit höchstens {longest} Teilen. "
    "Die meisten laufen durch »{name}« ({most}).",
}

WORDS: Mapping[str, Mapping[str, str]] = {"de": _DE, "en": _EN, "de-einfach": {**_DE, **_EASY}}
"""By language; Einfache Sprache has its own where it differs."""


def say(key: str, lang: str, **values: object) -> str:
    """A sentence with its values filled in."""
    return WORDS[lang][key].format(**values)
