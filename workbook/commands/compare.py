"""``workbook compare``: variants beside the scenario that they contest, like worlds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import options, tables
from workbook.commands.terminal import show_table
from workbook.commands.wish import about, contested_lines, reading_language, run_of
from workbook.commands.words import CommandError, say
from workbook.comparing import MOST_SHARED, Beside, beside
from workbook.text import format_number
from workbook.wording import difference, digits_of, headed, label_of, unit_text

HEADER = ("variant", "indicator", "unit", "constant", "base", "value", "difference")
"""A row of the file; with a constant it holds that objection's part of the difference."""

_LARGE = 100
"""From this size on a difference needs no digit more."""


def command(
    scenario: Annotated[str, options.scenario()],
    variant: Annotated[list[Path] | None, options.option("help-compare-variant", "--variant", metavar="FILE")] = None,
    world: Annotated[str | None, options.world()] = None,
    levers: Annotated[list[str] | None, options.levers()] = None,
    choices: Annotated[list[str] | None, options.choices()] = None,
    code: Annotated[str | None, options.code()] = None,
    out: Annotated[Path | None, options.option("help-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    if not variant:
        raise CommandError("compare-nothing")
    if out is not None:
        tables.check_ending(out)
    asked = run_of(scenario, world, levers, choices, code)
    base, found = beside(asked.workbook, [asked.workbook.variant(file) for file in variant], asked.setting)
    if out is not None:
        tables.save_table(out, HEADER, list(_rows(base, found)), _about(base, found))
        print(say("written", file=out))
        return
    reading = reading_language(base.scenario, lang)
    names = names_of(found)
    for each in found:
        print("\n".join(contested_lines(each.run.workbook, reading)))
    _show_numbers(base, found, names, reading)
    for name, each in zip(names, found, strict=True):
        print("\n".join([f"{name}:", *(f"- {words}" for words in sentences(base, each, reading))]))
        if len(each.parts and next(iter(each.parts.values()))) > 1:
            _show_parts(each, reading)


def names_of(found: Sequence[Beside]) -> list[str]:
    """The names of variants; of two alike the second gets a number."""
    names: list[str] = []
    for number, each in enumerate(found, start=1):
        names.append(each.name if each.name not in names else f"{each.name} ({number})")
    return names


def sentences(base: wb.Run, each: Beside, lang: str) -> Iterator[str]:
    """What changed most and who did it, then the scenes that differ."""
    name, s = each.largest, base.scenario
    gap, year = each.gaps[name], s.time.years[-1]
    if gap_words(base, name, gap, lang) is None:
        yield say("compare-same", lang, year=year)
    else:
        told = difference(s, name, gap, lang, _digits(base, name, gap))
        most = say("compare-most", lang, year=year, label=label_of(s, name, lang), gap=told)
        yield f"{most} {_because(base, each, name, lang)}"
    for chapter, theirs, mine in each.scenes:
        title = chapter.title[lang] if chapter is s.endings else f"{chapter.year} · {chapter.title[lang]}"
        titles = [s.passages[lang][f"{chapter.name}.{scene.name}"].title for scene in (mine, theirs)]
        yield say("compare-scene", lang, chapter=title, mine=titles[0], theirs=titles[1])
    if not each.scenes:
        yield say("compare-story", lang)


def gap_words(base: wb.Run, name: str, gap: float, lang: str) -> str | None:
    """A difference without its unit; None when not a digit of it is seen."""
    written = format_number(gap, lang, _digits(base, name, gap), sign=True)
    return written if any(c in "123456789" for c in written) else None


def _digits(base: wb.Run, name: str, gap: float) -> int:
    """One digit more than the number itself has, so that what was rounded away is told."""
    own = digits_of(base.scenario, name, base.value(name, base.scenario.time.years[-1]))
    return own + (abs(gap) < _LARGE)


def _because(base: wb.Run, each: Beside, name: str, lang: str) -> str:
    """Whose doing it is, the largest part first."""
    parts = sorted(each.parts.get(name, {}).items(), key=lambda part: -abs(part[1]))
    if not parts:
        return say("compare-undivided", lang)
    told = [(label_of(base.scenario, o.constant, lang), gap_words(base, name, part, lang)) for o, part in parts]
    if len(told) == 1:
        return say("compare-one", lang, label=told[0][0])
    shown = ", ".join(f"{label} {gap}" for label, gap in told[:3] if gap)
    return say("compare-shares" if each.exact else "compare-alone", lang, parts=shown, most=MOST_SHARED)


def _show_numbers(base: wb.Run, found: Sequence[Beside], names: Sequence[str], lang: str) -> None:
    year, rows = base.scenario.time.years[-1], []
    for name, indicator in base.scenario.indicators.items():
        theirs = base.value(name, year)
        cells = [format_number(theirs, lang, digits_of(base.scenario, name, theirs))]
        for each in found:
            mine = each.run.value(name, year)
            cells.append(format_number(mine, lang, digits_of(base.scenario, name, mine)))
            cells.append(gap_words(base, name, each.gaps[name], lang) or "–")
        rows.append([headed(indicator, lang), *cells])
    world = base.scenario.worlds[base.setting.world].label[lang]
    heads = [str(year), world, *(head for name in names for head in (name, say("compare-gap", lang)))]
    show_table(heads, rows, numbers=range(1, len(heads)))


def _show_parts(each: Beside, lang: str) -> None:
    """Which objection did how much, indicator by indicator."""
    s, first = each.run.scenario, next(iter(each.parts.values()))
    rows = [
        [headed(s.indicators[name], lang), *(gap_words(each.run, name, part, lang) or "–" for part in parts.values())]
        for name, parts in each.parts.items()
    ]
    title = say("compare-parts" if each.exact else "compare-parts-alone", lang)
    show_table([title, *(label_of(s, o.constant, lang) for o in first)], rows, numbers=range(1, len(first) + 1))


def _rows(base: wb.Run, found: Sequence[Beside]) -> Iterator[tuple[str | float | None, ...]]:
    year = base.scenario.time.years[-1]
    for variant, each in zip(names_of(found), found, strict=True):
        for name, indicator in base.scenario.indicators.items():
            unit = unit_text(indicator.unit, "en")
            yield (variant, name, unit, "", base.value(name, year), each.run.value(name, year), each.gaps[name])
            for objection, part in each.parts.get(name, {}).items():
                yield (variant, name, unit, objection.constant, objection.instead, objection.value, part)


def _about(base: wb.Run, found: Sequence[Beside]) -> Mapping[str, object]:
    told = {
        name: "; ".join(f"{chapter.name}: {mine.name} ({theirs.name})" for chapter, theirs, mine in each.scenes)
        for name, each in zip(names_of(found), found, strict=True)
    }
    reasons = {
        f"{name}, {o.constant}": o.reason + (f" – {o.person}" if o.person else "")
        for name, each in zip(names_of(found), found, strict=True)
        if each.run.workbook.contested
        for o in each.run.workbook.contested.objections
    }
    return {**about(base), "year": base.scenario.time.years[-1], "scenes": told, "reasons": reasons}
