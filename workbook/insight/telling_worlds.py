"""A comparison of worlds in sentences: who leads, how firmly, and what the others would regret."""

from __future__ import annotations

from workbook.insight.robustness import Comparison, Robustness, Standing
from workbook.insight.telling import Part, Telling, amount, german, hundred, named, quoted
from workbook.text import format_number
from workbook.wording import label_of, quantity, unit_of, unit_text


def worlds_told(found: Robustness, lang: str) -> Telling:
    """One sentence and one table for each indicator."""
    s, de = found.scenario, german(lang)
    title = f"Welten in vielen Zukünften: {s.title[lang]}" if de else f"Worlds in many futures: {s.title[lang]}"
    sentences = [_sentence(found, each, lang) for each in found.comparisons]
    if found.unsound:
        count = format_number(found.unsound, lang)
        sentences.append(
            f"Nicht gezählt: {count} Zukünfte mit Werten, die keine endlichen Zahlen sind."
            if de
            else f"Not counted: {count} futures with values that are no finite numbers."
        )
    return Telling(
        title, tuple(sentences), tuple(_table(found, each, lang) for each in found.comparisons), _method(found, lang)
    )


def _sentence(found: Robustness, each: Comparison, lang: str) -> str:
    s, de = found.scenario, german(lang)
    subject = (
        f"{named(s, each.indicator, lang)} {found.year}" if de else f"{named(s, each.indicator, lang)} in {found.year}"
    )
    if all(standing.regret <= 1e-9 * abs(standing.middle or 1) for standing in each.standings):
        return f"Bei {subject} sind alle Welten gleich." if de else f"In {subject} all worlds are equal."
    leader = quoted(s.worlds[each.leader].label[lang], lang)
    firm, order = hundred(each.same_leader, lang), hundred(each.same_order, lang)
    worst = max(each.standings, key=lambda standing: standing.regret)
    most = amount(s, each.indicator, worst.regret, lang)
    usual = amount(s, each.indicator, worst.regret_high, lang)
    name = quoted(s.worlds[worst.world].label[lang], lang)
    reach = _reach(found, each, lang)
    if de:
        return (
            f"Bei {subject} liegt {leader} in {firm} Zukünften vorn, und in {order} ist die Reihenfolge aller"
            f" {len(each.standings)} Welten so wie mit den Werten des Szenarios. Am meisten entgeht in {name}: bis zu {most}"
            f" gegenüber der jeweils besten Welt, in neun von zehn Zukünften höchstens {usual}. {reach}"
        )
    return (
        f"In {subject} {leader} leads in {firm} futures, and in {order} the order of all {len(each.standings)} worlds is"
        f" that of the scenario's own values. Most is missed in {name}: up to {most} against the best world of the same"
        f" future, in nine of ten futures at most {usual}. {reach}"
    )


def _reach(found: Robustness, each: Comparison, lang: str) -> str:
    """Which world reaches the utopia and the dystopia value most often."""
    s, de = found.scenario, german(lang)
    indicator = s.indicators[each.indicator]
    names = {"utopia": ("Utopiewert", "utopia value"), "dystopia": ("Dystopiewert", "dystopia value")}
    parts = []
    for kind, limit in (("utopia", indicator.utopia), ("dystopia", indicator.dystopia)):
        name, value = names[kind][not de], quantity(s, each.indicator, limit, lang)
        first = max(each.standings, key=lambda standing: _share(standing, kind))
        world, share = quoted(s.worlds[first.world].label[lang], lang), hundred(_share(first, kind), lang)
        if not _share(first, kind):
            parts.append(
                f"Den {name} ({value}) erreicht keine Welt." if de else f"No world reaches the {name} ({value})."
            )
        elif de:
            parts.append(f"Den {name} ({value}) erreicht am ehesten {world}, in {share}.")
        else:
            parts.append(f"The {name} ({value}) is reached most often by {world}, in {share}.")
    return " ".join(parts)


def _share(standing: Standing, kind: str) -> float:
    return standing.utopia if kind == "utopia" else standing.dystopia


def _table(found: Robustness, each: Comparison, lang: str) -> Part:
    s, de = found.scenario, german(lang)
    digits = s.indicators[each.indicator].digits
    unit = unit_text(unit_of(s, each.indicator), lang)
    caption = f"{label_of(s, each.indicator, lang)} {found.year}" + (f" ({unit})" if unit else "")
    header = (
        ("Welt", "10\u00a0%", "Mitte", "90\u00a0%", "Utopiewert", "Dystopiewert", "vorn", "entgeht meist höchstens", "entgeht höchstens")
        if de
        else ("World", "10\u00a0%", "Middle", "90\u00a0%", "Utopia value", "Dystopia value", "leads", "mostly misses at most", "misses at most")
    )  # fmt: skip
    rows = [
        (
            s.worlds[st.world].label[lang],
            *(format_number(value, lang, digits) for value in (st.low, st.middle, st.high)),
            *(hundred(share, lang) for share in (st.utopia, st.dystopia, st.best)),
            *(format_number(value, lang, digits) for value in (st.regret_high, st.regret)),
        )
        for st in each.standings
    ]
    return Part(caption, header, tuple(rows), tuple(range(1, 9)))


def _method(found: Robustness, lang: str) -> str:
    count, seed = format_number(found.futures, lang), found.seed
    if german(lang):
        return (
            f"Jede Welt trifft auf dieselben {count} Zukünfte: Jede unsichere Konstante ist in ihrer Spanne gezogen (Dreieck,"
            f" lateinisches Hyperquadrat, Startzahl {seed}). Entgangen (Savage 1951) ist, was die beste Welt derselben Zukunft"
            " besser macht; »meist« heißt in neun von zehn Zukünften. Vorn ist, wen keine Welt übertrifft. Indikatoren werden nie"
            " zu einer Note verrechnet; welcher wichtig ist, entscheiden die Lesenden. Keine Vorhersage: »von 100« meint diese"
            " gezogenen Zukünfte."
        )
    return (
        f"Every world meets the same {count} futures: each uncertain constant is drawn from its range (triangular, Latin"
        f" hypercube, seed {seed}). Missed (regret, Savage 1951) is what the best world of the same future does better;"
        " “mostly” means in nine of ten futures. A world leads when none does better. Indicators are never added up to one mark;"
        " which of them matters is for readers to say. No forecast: “of 100” speaks of these futures drawn."
    )
