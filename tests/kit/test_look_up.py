"""Each printed combination is a run of the model: the printed page read back and run again, one by one."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.kit.conftest import book, page
from tests.kit.sheets import Printed, german, read
from workbook.kit.look_up import divisor, written
from workbook.kit.paper_twin import LETTERS, twin_of
from workbook.wording import headed

NUMBER = re.compile(r"Tabelle (\d+): (.+)")


def beginnings(name: str) -> dict[int, dict[str, object]]:
    """From the rules: number of a table -> what it begins with, as arguments of a run."""
    w = book(name)
    s = w.scenario
    found: dict[int, dict[str, object]] = {}
    for table in read(page(name, "cards")).tables:
        if table.sheet != "So wird gespielt":
            continue
        if table.labels[0] != "Welt":  # rows are positions of one lever, columns those of another
            first = next(x for x in s.levers.values() if headed(x, "de") == table.labels[0])
            for row in table.rows:
                for column, cell in zip(table.labels[1:], row[1:], strict=True):
                    second = next(x for x in s.levers.values() if column.startswith(x.label["de"] + " "))
                    levers = {first.name: setting(row[0]), second.name: setting(column[len(second.label["de"]) :])}
                    found[int(cell.split()[-1])] = {"levers": levers}
        else:
            for label, _, cell in table.rows:
                world = next(x.name for x in s.worlds.values() if x.label["de"] == label)
                found[int(cell.split()[-1])] = {"world": world}
    return found


def setting(text: str) -> float:
    return german(re.match(r"\s*(−?[\d.,]+)", text)[1])[0]


def look_ups(name: str) -> dict[int, list[Printed]]:
    found: dict[int, list[Printed]] = {}
    for table in read(page(name, "cards")).tables:
        if (known := NUMBER.fullmatch(table.sheet)) is not None:
            found.setdefault(int(known[1]), []).append(table)
    return found


def titles(name: str) -> dict[int, str]:
    heads = (re.fullmatch(r"(\d+) · (.+)", text) for level, text in read(page(name, "cards")).headings if level == "h3")
    return {int(found[1]): found[2] for found in heads if found is not None and int(found[1]) < 1000}


def test_every_beginning_has_its_table(name: str) -> None:
    assert set(beginnings(name)) == set(look_ups(name)) == set(range(1, 14))


def test_each_printed_combination_equals_its_run(name: str) -> None:
    w = book(name)
    s = w.scenario
    decisions = sorted(s.decisions.values(), key=lambda d: d.year)
    told = titles(name)
    printed_rows = 0
    for number, begin in beginnings(name).items():
        rows = {row[0]: parsed(name, table, row) for table in look_ups(name)[number] for row in table.rows}
        printed_rows += len(rows)
        reached = set()
        for answers in product(*(enumerate(d.options) for d in decisions)):
            run = w.run(**begin, choices={d.name: option for d, (_, option) in zip(decisions, answers, strict=True)})
            scenes = [(x.chapter.year, s.passages["de"][x.key].title) for x in run.told]
            way = "".join(LETTERS[k] for k, _ in answers)
            for length in range(1, len(way) + 1):
                year, cells, numbers = rows[way[:length]]
                reached.add(way[:length])
                for indicator, scale, value, digits in cells:
                    exact = run.value(indicator, year) / scale
                    assert abs(value - exact) <= 0.5 * 10**-digits * (1 + 1e-9), (number, way, indicator, exact)
                begin_year = decisions[length - 1].year if length > 1 else s.time.start
                end_year = decisions[length].year if length < len(decisions) else s.time.end
                expected = [title for year, title in scenes if begin_year <= year < end_year]
                assert [told[n] for n in numbers] == expected, (number, way)
        assert reached == set(rows)
    assert printed_rows == 13 * (3 + 9 + 27 + 81)


def parsed(name: str, table: Printed, row: list[str]) -> tuple[int, list[tuple[str, int, float, int]], list[int]]:
    """Year, (indicator, what it is divided by, printed value, decimal places) of each cell, numbers of scenes."""
    known = book(name).scenario.indicators.values()
    year = int(re.search(r"\d{4}", table.caption)[0])
    cells = []
    for label, text in zip(table.labels[1:-1], row[1:-1], strict=True):
        long = "in Tausend" in label
        indicator = next(x for x in known if headed(x, "de") == label or (long and label.startswith(x.label["de"])))
        cells.append((indicator.name, 1000 if long else 1, *german(text)))
    return year, cells, [int(n) for n in row[-1].split(" · ")]


def test_the_scenes_have_numbers_of_their_own(name: str) -> None:
    numbers = titles(name)
    assert list(numbers) == list(range(1, len(numbers) + 1))
    assert numbers.keys() == set(twin_of(book(name)).scenes.values())


def test_long_numbers_are_printed_in_thousands() -> None:
    twin = twin_of(book("ki-for-good"))
    place = next(k for k, i in enumerate(twin.indicators) if i.name == "assessments")
    assert divisor(twin, place) == 1000
    assert written(twin, place, 313_591.87, "de") == "313,6"
    assert written(twin, place, 313_591.87, "en") == "313.6"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_small_scenario_has_a_small_game(lang: str) -> None:
    tables = [t for t in read(page("klein", "cards", lang)).tables if re.match(r"T\w+ \d+:", t.sheet)]
    ways = {row[0] for table in tables for row in table.rows}
    assert ways == {"A", "B", *(f"{a}{b}" for a in "AB" for b in "ABC")}
