"""Several cohorts side by side: what each of them wanted, and what moved between the first and the last."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from workbook.model import Scenario
from workbook.room.board import LEAST
from workbook.room.memory import Cohort
from workbook.room.page import framed, table_html
from workbook.room.spread import Spread, Tally, first_topic
from workbook.room.telling import Rows, cell_words, hundredth
from workbook.room.words import say
from workbook.text import format_number
from workbook.wording import headed, own_digits


def page(scenario: Scenario, cohorts: Sequence[Cohort], lang: str) -> str:
    """The comparison as one HTML file without any script."""
    title = f"{say('cohorts', lang)} {scenario.title[lang]}"
    parts = [f"<p>{escape(words)}</p>" for words in sentences(scenario, cohorts, lang)]
    names = heads(cohorts, lang)
    for caption, rows in tables(scenario, cohorts, lang):
        parts += [f"<h2>{escape(caption)}</h2>", table_html(["", *names], rows, label=caption)]
    return framed(title, "\n".join(parts), lang)


def heads(cohorts: Sequence[Cohort], lang: str) -> list[str]:
    """One heading a cohort: name, size, date."""
    return [say("cohort", lang, name=c.name, people=c.people, date=c.date) for c in cohorts]


def sentences(scenario: Scenario, cohorts: Sequence[Cohort], lang: str) -> list[str]:
    """What each cohort wanted, what moved most, and what cannot be compared any more."""
    found = [say("cohorts-help", lang)]
    fewest = min((cohort.people for cohort in cohorts), default=LEAST)
    if fewest < LEAST:
        found.append(say("lowered", lang, least=fewest))
    for cohort in cohorts:
        topic, ends = first_topic(list(cohort.spreads(scenario).values())), cohort.ends(scenario)
        if topic is not None and ends is not None:
            most = max(ends.counts, key=lambda pair: pair[1])[0]
            title = scenario.passages[lang][f"{ends.name}.{most}"].title
            found.append(say("wanted", lang, name=cohort.name, ending=title, lever=topic.lever.label[lang]))
    if len(cohorts) > 1:
        found.append(_shift(scenario, cohorts[0], cohorts[-1], lang))
    changed = _changed(scenario, cohorts, lang)
    return found + ([say("changed", lang, names=", ".join(changed))] if changed else [])


def _shift(scenario: Scenario, first: Cohort, last: Cohort, lang: str) -> str:
    before, after = first.spreads(scenario), last.spreads(scenario)
    both = [name for name in before if name in after]

    def moved(name: str) -> float:
        lever = scenario.levers[name]
        return abs(after[name].median - before[name].median) / (lever.high - lever.low)

    name = max(both, key=moved, default=None)
    if name is None or not moved(name):
        return say("no-shift", lang)
    return say(
        "shift", lang, lever=scenario.levers[name].label[lang], first=first.name, last=last.name,
        before=_median(scenario, before[name], lang), after=_median(scenario, after[name], lang),
    )  # fmt: skip


def _median(scenario: Scenario, spread: Spread, lang: str) -> str:
    return format_number(spread.median, lang, (own_digits(scenario, spread.lever.name) or 0) + 1)


def tables(scenario: Scenario, cohorts: Sequence[Cohort], lang: str) -> list[tuple[str, Rows]]:
    """Caption and rows: levers, each decision, endings; a dash where a cohort cannot be compared."""
    spreads = [cohort.spreads(scenario) for cohort in cohorts]
    levers = [
        [headed(lever, lang), *(_middle(scenario, each.get(name), lang) for each in spreads)]
        for name, lever in scenario.levers.items()
    ]
    found = [(say("middle-apart", lang), levers)]
    for name, decision in scenario.decisions.items():
        labels = [option.label[lang] for option in decision.options.values()]
        tallies = [cohort.tally(scenario, name) for cohort in cohorts]
        found.append((f"{decision.year} · {decision.label[lang]}", _shares(labels, tallies, cohorts, lang)))
    titles = [scenario.passages[lang][f"{scenario.endings.name}.{x.name}"].title for x in scenario.endings.scenes]
    found.append((say("ends", lang), _shares(titles, [c.ends(scenario) for c in cohorts], cohorts, lang)))
    return found


def _middle(scenario: Scenario, spread: Spread | None, lang: str) -> str:
    if spread is None:
        return "–"
    return f"{_median(scenario, spread, lang)} ({hundredth(spread.apart, lang)}\u00a0%)"


def _shares(labels: Sequence[str], tallies: Sequence[Tally | None], cohorts: Sequence[Cohort], lang: str) -> Rows:
    return [
        [label]
        + [
            "–" if tally is None else cell_words(tally.cells[k], cohort.people, lang)
            for tally, cohort in zip(tallies, cohorts, strict=True)
        ]
        for k, label in enumerate(labels)
    ]


def _changed(scenario: Scenario, cohorts: Sequence[Cohort], lang: str) -> list[str]:
    """What a cohort of another version cannot be compared in; names that are gone are told as they were."""
    found: dict[str, None] = {}
    for cohort in cohorts:
        same = cohort.spreads(scenario)
        found |= {
            scenario.levers[name].label[lang] if name in scenario.levers else name: None
            for name in dict.fromkeys([*(n for n, *_ in cohort.levers), *scenario.levers])
            if name not in same
        }
        found |= {d.label[lang]: None for name, d in scenario.decisions.items() if cohort.tally(scenario, name) is None}
        if cohort.ends(scenario) is None:
            found[say("ends", lang)] = None
    return list(found)
