"""One run as plain data for a surface: readings, profile, the sentence, chart rows. No drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.model import Indicator, Scenario
from workbook.run import Run
from workbook.text import base_language, format_number
from workbook.why import Shares
from workbook.wording import difference, digits_of, quantity, unit_text


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator of a run in the last year, beside the baseline's.

    ``place`` and ``base_place`` run from 0 (the dystopia value) to 1 (the utopia value); there is
    no total over indicators.
    """

    name: str
    label: str
    unit: str
    text: str
    short: str
    """The number without its unit, for narrow places."""
    base_text: str
    place: float
    base_place: float


@dataclass(frozen=True, slots=True)
class Rows:
    """What a chart shows: yearly means at mid-year, observations, and the band's edges."""

    years: tuple[int, ...]
    you: tuple[float, ...]
    baseline: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    observed: tuple[tuple[float, float, str], ...]
    """(year, value, publisher)."""


def place_of(indicator: Indicator, value: float) -> float:
    """Where a value stands between dystopia (0) and utopia (1)."""
    span = indicator.utopia - indicator.dystopia
    return min(max((value - indicator.dystopia) / span, 0.0), 1.0)


def readings(run: Run, lang: str) -> tuple[Reading, ...]:
    """All indicators of a run in the last year."""
    s, year = run.scenario, run.scenario.time.years[-1]
    base = run.workbook.baseline
    found = []
    for indicator in s.indicators.values():
        value, before = run.trajectories.yearly(indicator.name, year), base.trajectories.yearly(indicator.name, year)
        found.append(
            Reading(
                indicator.name,
                indicator.label[lang],
                unit_text(indicator.unit, lang),
                quantity(s, indicator.name, value, lang),
                _short(s, indicator, value, lang),
                quantity(s, indicator.name, before, lang),
                place_of(indicator, value),
                place_of(indicator, before),
            )
        )
    return tuple(found)


def _short(scenario: Scenario, indicator: Indicator, value: float, lang: str) -> str:
    number = format_number(value, lang, digits_of(scenario, indicator.name, value))
    return f"{number}\u00a0%" if indicator.unit.startswith("%") else number


def sentence(run: Run, lang: str) -> str:
    """What got better and what got worse most against the baseline, in one sentence."""
    german = base_language(lang) == "de"
    moved = [r for r in readings(run, lang) if r.text != r.base_text]
    best = sorted((r for r in moved if r.place > r.base_place), key=lambda r: r.base_place - r.place)[:2]
    worst = sorted((r for r in moved if r.place < r.base_place), key=lambda r: r.place - r.base_place)
    told = [*best, *worst[: 1 if len(best) > 1 else 2]]
    told.sort(key=lambda r: -abs(r.place - r.base_place))
    year = run.scenario.time.years[-1]
    if not told:
        world = run.scenario.worlds[run.setting.world].label[lang]
        if german:
            return f"Alles steht wie in der Welt »{world}«. Bewegen Sie einen Hebel."
        return f"Everything stands as in the world “{world}”. Move a lever."
    instead = "statt" if german else "instead of"
    parts = "; ".join(f"{r.label} {r.short} {instead} {r.base_text}" for r in told)
    return f"{year}, gegenüber weiter so: {parts}." if german else f"{year}, compared with “carry on”: {parts}."


def rows(run: Run, indicator: Indicator) -> Rows:
    """The rows of one chart."""
    s = run.scenario
    years = tuple(s.time.years)
    band = run.bands[indicator.name]
    told = run.workbook.baseline.trajectories
    return Rows(
        years,
        tuple(run.trajectories.yearly(indicator.name, year) for year in years),
        tuple(told.yearly(indicator.name, year) for year in years),
        band.low,
        band.high,
        observed(s, indicator),
    )


def observed(scenario: Scenario, indicator: Indicator) -> tuple[tuple[float, float, str], ...]:
    """Observations within the horizon with the publisher of each."""
    if not indicator.history:
        return ()
    series = scenario.series[indicator.history]
    return tuple(
        (o.year, o.value, scenario.sources[o.source].publisher if o.source in scenario.sources else o.source)
        for o in series.observations
        if o.year >= scenario.time.start
    )


def better_words(run: Run, indicator: Indicator, lang: str) -> str:
    """The band as a sentence: in how many of 100 futures things are better than today."""
    count = format_number(100 * run.bands[indicator.name].better, lang)
    year = run.scenario.time.years[-1]
    if base_language(lang) == "de":
        return f"In {count} von 100 Zukünften {year} besser als heute."
    return f"In {count} of 100 futures better in {year} than today."


def share_words(scenario: Scenario, shares: Shares, setting: dict[str, str], lang: str) -> list[tuple[str, float, str]]:
    """(label, amount, written amount) of each contribution that is seen in print, the largest first."""
    found = []
    for player, amount in sorted(shares.parts.items(), key=lambda part: -abs(part[1])):
        if player.kind == "lever":
            label = scenario.levers[player.name].label[lang]
        else:
            decision = scenario.decisions[player.name]
            label = f"{decision.label[lang]}: {decision.options[setting[player.name]].label[lang]}"
        if _seen(scenario, shares.indicator, amount):
            found.append((label, amount, difference(scenario, shares.indicator, amount, lang)))
    return found


def still_words(scenario: Scenario, shares: Shares, lang: str) -> str:
    """How much was moved that changes nothing which is seen in print; empty when all of it does."""
    still = [p.kind for p, amount in shares.parts.items() if not _seen(scenario, shares.indicator, amount)]
    levers, decisions = still.count("lever"), still.count("decision")
    german = base_language(lang) == "de"
    names = ("Hebel", "Entscheidung" if decisions == 1 else "Entscheidungen")
    if not german:
        names = ("lever" if levers == 1 else "levers", "decision" if decisions == 1 else "decisions")
    told = [f"{count} {name}" for count, name in zip((levers, decisions), names, strict=True) if count]
    if not told:
        return ""
    if lang == "de-einfach":
        return f"Das ändert diese Zahl nicht: {' und '.join(told)}."
    return f"{'Ohne Wirkung auf diese Zahl' if german else 'No effect on this number'}: {', '.join(told)}."


def _seen(scenario: Scenario, name: str, amount: float) -> bool:
    """Whether an amount is more than a printed nought."""
    return any(sign in "123456789" for sign in format_number(amount, "de", digits_of(scenario, name, amount)))


def limits(worlds: Sequence[Run], indicator: Indicator) -> tuple[float, float]:
    """Fixed limits of a chart over all worlds and their bands, so that movement means something."""
    values = [value for _, value, _ in observed(worlds[0].scenario, indicator)]
    for run in worlds:
        band = run.bands[indicator.name]
        values += [*band.low, *band.high]
    low, high = min(values), max(values)
    room = 0.06 * (high - low) or abs(high) or 1.0
    return (0.0 if 0 <= low < 0.3 * high else low - room, high + room)
