"""What an imported scenario says of itself in both languages, until an author writes something better."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbook.folder.prose import prose_problems

Pair = tuple[str, str]

NOTES: Mapping[str, Pair] = {
    "constant": (
        "Wert aus der eingelesenen Datei; sie nennt keinen Beleg. Bitte prüfen und belegen.",
        "Value from the imported file, which names no evidence. Please check it and name a source.",
    ),
    "own": ("Entstand beim Einlesen und bleibt, wie es ist.", "Made by the import; stays as it is."),
    "group": ("Aus dem Modell", "From the model"),
    "lever-asked": (
        "{doc} Im Modell: {value}. Beim Einlesen zum Hebel gemacht; wirkt ab {year}.",
        "{doc} In the model: {value}. Made a lever on request at the import; acts from {year}.",
    ),
    "lever-range": (
        "{doc} Im Modell: {value}. Wurde ein Hebel, weil die Datei eine Spanne von {low} bis {high} nennt; wirkt ab {year}.",
        "{doc} In the model: {value}. Became a lever because the file gives a range from {low} to {high}; acts from {year}.",
    ),
    "lever-assumed": (
        "{doc} Im Modell: {value}. Die Datei nennt keine Spanne; {low} bis {high} (die Hälfte mehr oder weniger) ist angenommen. Wirkt ab {year}.",
        "{doc} In the model: {value}. The file gives no range; {low} to {high} (half more or less) is assumed. Acts from {year}.",
    ),
    "lever-narrowed": (
        "{doc} Im Modell: {value}. Die Spanne von {low} bis {high} ist beim Einlesen gekürzt worden, weil das Modell weiter außen keine brauchbaren Zahlen gibt; wirkt ab {year}.",
        "{doc} In the model: {value}. The range from {low} to {high} was shortened at the import because farther out the model gives no sound numbers; acts from {year}.",
    ),
    "name-year_zero": ("Jahr, in dem die Zeit des Modells null ist", "Year in which the model's time is zero"),
    "name-a_trice": ("Toleranz beim Vergleich von Zeiten", "Tolerance when times are compared"),
    "name-model_time": ("Zeit des Modells", "Time of the model"),
    "name-time_step": ("Zeitschritt des Modells", "Time step of the model"),
    "name-start_of_model": ("Beginn in der Zeit des Modells", "Start in the model's time"),
    "name-end_of_model": ("Ende in der Zeit des Modells", "Stop in the model's time"),
    "name-per_year": ("Eins je Jahr: verbindet Einheiten", "One a year: joins units"),
    "name-one_year": ("Ein Jahr: verbindet Einheiten", "One year: joins units"),
    "name-factor": ("Einheit, die der Gleichung fehlt: {name}", "Unit that the equation lacks: {name}"),
    "summary": (
        "Eingelesen aus {file}. {time} Titel, Texte, Hebel und Bewertungen sind Platzhalter; die Gleichungen und Zahlen stammen aus der Datei.",
        "Imported from {file}. {time} Title, texts, levers and judgements are placeholders; the equations and numbers come from the file.",
    ),
    "time-same": ("Die Jahre sind die des Modells.", "The years are those of the model."),
    "time-one": (
        "Eine Zeiteinheit des Modells ({unit}) ist hier ein Jahr: {start} im Modell ist {year}.",
        "One unit of the model's time ({unit}) is one year here: {start} in the model is {year}.",
    ),
    "voice": ("Erzählstimme", "Narrator"),
    "indicator": (
        "Platzhalter: Welche Richtung besser ist und was gut oder schlecht wäre, sagt das Modell nicht. Die beiden Enden sind der größte und der kleinste Jahreswert des Laufs.",
        "Placeholder: the model does not say which direction is better, nor what would be good or bad. Both ends are the largest and the smallest yearly value of the run.",
    ),
    "world": ("Wie im Modell", "As in the model"),
    "world-summary": (
        "Jeder Wert ist so, wie die Datei ihn angibt.",
        "Every value is as the file gives it.",
    ),
    "chapter": ("Platzhalter", "Placeholder"),
    "price": ("Platzhalter: Was kostet diese Zukunft?", "Placeholder: what does this future cost?"),
    "crack": ("Platzhalter: Was bleibt noch möglich?", "Placeholder: what is still possible?"),
    "check": (
        "Der Lauf ist noch der, der eingelesen wurde",
        "The run is still the one that was imported",
    ),
    "source-publisher": ("nicht genannt", "not named"),
    "reading": (
        "So wurde dieser Ordner gemacht: Die Gleichungen stehen in model.yaml, je Name einmal.",
        "How this folder was made: the equations are in model.yaml, each name once.",
    ),
}
"""key -> (German, English)."""

SCENE: Pair = (
    "Diese Szene ist ein Platzhalter. Hier erzählt jemand, was {{{name}:{digits}}} bedeutet: »{label}«.\n\n"
    "Ersetzen Sie den Text, teilen Sie ihn in mehrere Szenen mit Bedingungen, und geben Sie jeder eine Stimme.",
    "This scene is a placeholder. Somebody tells here what {{{name}:{digits}}} means: “{label}”.\n\n"
    "Replace the text, divide it into several scenes with conditions, and give each a voice.",
)
ENDING: Pair = (
    "Dieses Ende ist ein Platzhalter. Am Ende steht »{label}« bei {{{name}:{digits}}}.\n\n"
    "Was heißt das für Adressat\\*innen und Fachkräfte?",
    "This ending is a placeholder. In the end “{label}” is at {{{name}:{digits}}}.\n\n"
    "What does that mean for the people who use services, and for practitioners?",
)


def texts(pair: Pair, **values: object) -> dict[str, str]:
    """A text in both languages with its values filled in."""
    return {lang: text.format(**values).strip() for lang, text in zip(("de", "en"), pair, strict=True)}


def both(text: str, limit: int) -> dict[str, str]:
    """A text of the file, which has one language, for both."""
    clean = line(text, limit) or "–"
    return {"de": clean, "en": clean}


def line(text: str, limit: int) -> str:
    """A text of the file without what a scenario does not allow: markup, images, control characters."""
    plain = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufeff]+", " ", text.replace("\\n", " "))
    plain = re.sub(r"\s+", " ", plain).strip()
    if any(True for _ in prose_problems(plain)):
        plain = plain.translate(str.maketrans("<>&[]", "‹›+()"))
    return plain if len(plain) <= limit else f"{plain[: limit - 1].rstrip()}…"


def spoken(text: str) -> str:
    """A text of the file inside a scene: nothing in it can be a figure, a claim, a heading or markup."""
    return " ".join(re.sub(r"[{}\[\]#*_`<>&\\|!]", " ", line(text, 100)).split()) or "–"
