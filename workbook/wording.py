"""Reasons in a reader's words: conditions, values and moves as short sentences."""

from __future__ import annotations

from collections.abc import Iterable

from workbook.expr.nodes import Arithmetic, Call, Compare, Decided, Name, Negate, Node, Number
from workbook.model import Indicator, Lever, Scenario
from workbook.nearest import Move, Turn
from workbook.story import Term
from workbook.text import LANGUAGES, base_language, format_number

_WORDS = {
    "<": ("unter", "below"),
    "<=": ("höchstens", "at most"),
    ">": ("über", "above"),
    ">=": ("mindestens", "at least"),
    "==": ("genau", "exactly"),
    "!=": ("nicht", "not"),
}
_TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def label_of(scenario: Scenario, name: str, lang: str) -> str:
    """The label of anything with a name."""
    for group in (
        scenario.indicators, scenario.levers, scenario.variables, scenario.stocks, scenario.inputs,
        scenario.constants, scenario.decisions,
    ):  # fmt: skip
        if name in group:
            return group[name].label[lang]
    return name


def unit_of(scenario: Scenario, name: str) -> str:
    """The unit of a lever, indicator, variable and so on."""
    for group in (
        scenario.indicators, scenario.levers, scenario.variables, scenario.stocks, scenario.inputs,
        scenario.constants,
    ):  # fmt: skip
        if name in group:
            return str(group[name].unit)
    return ""


_UNITS = {
    "de": {
        "year": ("Jahre", "Jahr"), "month": ("Monate", "Monat"), "week": ("Wochen", "Woche"),
        "day": ("Tage", "Tag"), "minute": ("Minuten", "Minute"), "hour": ("Stunden", "Stunde"),
        "person": ("Personen", "Person"),
        "case": ("Fälle", "Fall"), "post": ("Stellen", "Stelle"), "place": ("Plätze", "Platz"),
        "point": ("Punkte", "Punkt"), "family": ("Familien", "Familie"), "child": ("Kinder", "Kind"),
        "message": ("Nachrichten", "Nachricht"), "letter": ("Briefe", "Brief"), "euro": ("€", "€"),
        "billion_euro": ("Mrd. €", "Mrd. €"), "million_euro": ("Mio. €", "Mio. €"), "share": ("", ""),
    },
    "en": {
        "euro": ("€", "€"), "billion_euro": ("bn €", "bn €"), "million_euro": ("m €", "m €"), "share": ("", ""),
        "family": ("families", "family"), "child": ("children", "child"),
    },
}  # fmt: skip
"""A unit's word: (counted, behind "per")."""
_SINGULAR = {"EUR": "euro", "families": "family", "children": "child", "percent": "%"}


def unit_text(unit: str, lang: str, *, one: bool = False) -> str:
    """A unit as a reader writes it: ``case/post`` -> Fälle je Stelle, cases per post; ``one`` -> Fall je Stelle."""
    base = base_language(lang)
    over, *under = unit.split("/")
    head = " ".join(filter(None, (_unit_word(word, base, int(one)) for word in over.split())))
    joint = " und " if base == "de" else " and "
    tail = [joint.join(_unit_word(word, base, 1) for word in part.split()) for part in under]
    if head == "1":  # 1/week: what is counted is said by the label
        head = ""
    return (" je " if base == "de" else " per ").join([head, *tail]).strip()


def headed(thing: Indicator | Lever, lang: str) -> str:
    """A label with its unit behind it, when there is one to say."""
    unit = unit_text(thing.unit, lang)
    return f"{thing.label[lang]} ({unit})" if unit else thing.label[lang]


def _unit_word(word: str, base: str, form: int) -> str:
    singular = _SINGULAR.get(word, word)
    known = _UNITS[base].get(singular) or _UNITS[base].get(singular.removesuffix("s"))
    if known:
        return known[form]
    if base == "en" and form == 0 and singular.isalpha() and not singular.endswith("s"):
        return f"{singular}s"
    return singular


def quantity(scenario: Scenario, name: str, value: float, lang: str, digits: int | None = None) -> str:
    """A value with its unit, with as many digits as asked for or as the name deserves."""
    written = format_number(value, lang, digits_of(scenario, name, value) if digits is None else digits)
    unit = unit_text(unit_of(scenario, name), lang, one=written == "1")
    return with_unit(written, unit)


def with_unit(written: str, unit: str) -> str:
    """A written number and the word of its unit; a percent sign is kept on its line."""
    return f"{written}\u00a0{unit}" if unit.startswith("%") else f"{written} {unit}".strip()


def unit_between(scenario: Scenario, name: str, lang: str, *, one: bool = False) -> str:
    """The word of the unit that a difference has: between two shares of a hundred it is points."""
    unit = unit_text(unit_of(scenario, name), lang, one=one)
    points = "%-Punkte" if base_language(lang) == "de" else "% points"
    return f"{points}{unit[1:]}" if unit.startswith("%") else unit


def difference(scenario: Scenario, name: str, amount: float, lang: str, digits: int | None = None) -> str:
    """A signed difference with its unit; between two shares of a hundred it is one in points."""
    written = format_number(amount, lang, digits_of(scenario, name, amount) if digits is None else digits, sign=True)
    return with_unit(written, unit_between(scenario, name, lang, one=written[1:] == "1"))


def digits_of(scenario: Scenario, name: str, value: float) -> int:
    """Decimal places to show: an indicator's own, a lever's by its step, else by size."""
    own = own_digits(scenario, name)
    if own is not None:
        return own
    return 0 if abs(value) >= 100 else 1 if abs(value) >= 1 else 2


def own_digits(scenario: Scenario, name: str) -> int | None:
    """Decimal places that do not depend on the value: of indicators and levers."""
    if name in scenario.indicators:
        return scenario.indicators[name].digits
    if name in scenario.levers:
        step = scenario.levers[name].step
        return next((d for d in range(4) if abs(round(step, d) - step) < 1e-9), 4)
    return None


def term_words(scenario: Scenario, term: Term, lang: str) -> tuple[str, str]:
    """(condition as it stood, value it saw); a term that failed is told by what was the case."""
    condition = condition_words(scenario, term.condition, lang, holds=term.holds)
    if term.options:
        chosen = [scenario.decisions[name].options[option].label[lang] for name, option in term.options]
        return condition, ", ".join(chosen)
    shown = [quantity(scenario, name, value, lang) for name, value in term.values]
    if len(shown) == 1:
        return condition, shown[0]
    labels = [label_of(scenario, name, lang) for name, _ in term.values]
    return condition, "; ".join(f"{label} {text}" for label, text in zip(labels, shown, strict=True))


def condition_words(scenario: Scenario, compare: Compare, lang: str, *, holds: bool) -> str:
    """A comparison in labels, turned round when it did not hold."""
    if isinstance(compare.left, Decided):
        return scenario.decisions[compare.left.decision].label[lang]
    left: Node = compare.left
    right: Node = compare.right
    op = compare.op if holds else _TURNED[compare.op]
    if isinstance(left, Number) and not isinstance(right, Number):
        left, right, op = right, left, _FLIPPED[op]
    word = _WORDS[op][0 if base_language(lang) == "de" else 1]
    main = left.name if isinstance(left, Name) else ""
    return f"{_plain(scenario, left, lang)}: {word} {_operand(scenario, right, main, lang)}"


def _operand(scenario: Scenario, node: Node, main: str, lang: str) -> str:
    value = -node.operand.value if isinstance(node, Negate) and isinstance(node.operand, Number) else None
    if isinstance(node, Number):
        value = node.value
    if value is None:
        return _plain(scenario, node, lang)
    digits = next((d for d in range(4) if abs(round(value, d) - value) < 1e-9), 4)
    unit = unit_text(unit_of(scenario, main), lang)
    return f"{format_number(value, lang, digits)} {unit}".strip()


def _plain(scenario: Scenario, node: Node, lang: str) -> str:
    """A composed expression in labels instead of names."""
    match node:
        case Name():
            return label_of(scenario, node.name, lang)
        case Number():
            return _operand(scenario, node, "", lang)
        case Negate():
            return f"−{_plain(scenario, node.operand, lang)}"
        case Arithmetic():
            return f"{_plain(scenario, node.left, lang)} {node.op} {_plain(scenario, node.right, lang)}"
        case Call(function="at"):
            name, year = node.arguments
            when = int(year.value) if isinstance(year, Number) else ""
            return f"{_plain(scenario, name, lang)} {when}"
        case Call(function="change", arguments=(name, Number() as begin, Number() as end)):
            told = "Änderung von {} bis {}" if base_language(lang) == "de" else "change from {} to {}"
            return f"{_plain(scenario, name, lang)}, {told.format(int(begin.value), int(end.value))}"
        case Call():
            return f"{node.function}({', '.join(_plain(scenario, a, lang) for a in node.arguments)})"
        case _:
            return "…"


_CARES = {
    "burnout": ("Erschöpfung im Beruf", "exhaustion at work", "große Erschöpfung im Beruf"),
    "loss_of_contact": (
        "den Verlust vertrauter Menschen", "losing familiar people", "den Verlust von vertrauten Menschen",
    ),
    "loneliness": ("Einsamkeit", "loneliness", "Einsamkeit"),
    "death": ("Tod und Trauer", "death and grief", "Tod und Trauer"),
    "dismissal": ("den Verlust der Arbeit", "losing one's job", "eine Kündigung durch den Betrieb"),
    "eviction": ("den Verlust der Wohnung", "losing one's home", "Menschen, die ihre Wohnung verlieren"),
    "poverty": ("Armut", "poverty", "Armut"),
    "discrimination": ("Diskriminierung", "discrimination", "Benachteiligung"),
    "surveillance": ("Überwachung", "surveillance", "Überwachung"),
    "child_endangerment": ("Gefahr für ein Kind", "danger to a child", "ein Kind in Gefahr"),
    "addiction": ("Sucht", "addiction", "Sucht"),
}  # fmt: skip
"""Subjects that a reader may want to be told of before: German, English, Einfache Sprache."""
_CARE = ("Diese Szene berührt", "This scene touches on", "In dieser Szene geht es um")


def care_words(care: Iterable[str], lang: str) -> str:
    """A content note as one sentence that names its subjects."""
    place = LANGUAGES.index(lang)
    return f"{_CARE[place]} {', '.join(care_name(tag, lang) for tag in care)}."


def care_name(tag: str, lang: str) -> str:
    """The subject of a content note."""
    return _CARES[tag][LANGUAGES.index(lang)] if tag in _CARES else tag


def move_words(scenario: Scenario, move: Move | Turn, chapter: str, lang: str) -> str:
    """The smallest change that would have told another scene, as one sentence; in de-einfach as two."""
    passage = scenario.passages.get(lang, {}).get(f"{chapter}.{move.scene}")
    title = passage.title if passage else move.scene
    if isinstance(move, Turn):
        return _turn_words(scenario, move, title, lang)
    label = scenario.levers[move.lever].label[lang]
    value = quantity(scenario, move.lever, move.after, lang)
    before = quantity(scenario, move.lever, move.before, lang)
    if lang == "de-einfach":
        return f"Stellen Sie »{label}« auf {value} statt {before}. Dann steht hier »{title}«."
    if base_language(lang) == "de":
        return f"Mit »{label}« auf {value} statt {before} stünde hier »{title}«."
    return f"With “{label}” at {value} instead of {before} this would be “{title}”."


def _turn_words(scenario: Scenario, turn: Turn, title: str, lang: str) -> str:
    decision = scenario.decisions[turn.decision]
    label, after, before = (text[lang] for text in (
        decision.label, decision.options[turn.after].label, decision.options[turn.before].label,
    ))  # fmt: skip
    if lang == "de-einfach":
        return f"Antworten Sie bei »{label}«: »{after}« statt »{before}«. Dann steht hier »{title}«."
    if base_language(lang) == "de":
        return f"Mit »{after}« statt »{before}« bei »{label}« stünde hier »{title}«."
    return f"With “{after}” instead of “{before}” at “{label}” this would be “{title}”."
