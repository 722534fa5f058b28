"""Variants beside the scenario: differences, scenes, and the parts of each objection, against closed forms."""

from __future__ import annotations

import csv
import json
from itertools import permutations

import pytest

import workbook as wb
from workbook.cli import answer
from workbook.comparing import MOST_SHARED, beside

RATES = {"decay_rate": 0.25, "join_rate": 0.3, "leave_rate": 0.35}


def variant_file(folder, name="Was die Praxis sagt", **values):
    path = folder / f"{name[:3]}.json"
    entries = [{"constant": k, "value": v, "reason": f"Bei uns: {k}.", "person": "A."} for k, v in values.items()]
    path.write_text(json.dumps({"name": name, "objections": entries}), encoding="utf-8")
    return path


@pytest.fixture
def book(klein):
    return wb.load(klein)


def test_the_gap_is_that_of_two_runs(book, tmp_path):
    other = book.variant(variant_file(tmp_path, decay_rate=0.25))
    setting = book.run("utopie").setting
    base, (found,) = beside(book, [other], setting)
    months = 12 * (book.scenario.time.years[-1] - book.scenario.time.start)
    yearly = [100 * sum((1 - rate / 12) ** (months + m) for m in range(12)) / 12 for rate in (0.5, 0.25)]
    assert base.value("memory_left", book.scenario.time.years[-1]) == pytest.approx(yearly[0], rel=1e-12)
    assert found.gaps["memory_left"] == pytest.approx(yearly[1] - yearly[0], rel=1e-12)
    assert found.gaps["reach"] == 0
    assert found.largest == "memory_left"
    assert found.exact


def test_parts_are_the_mean_over_all_orders(book, tmp_path):
    other = book.variant(variant_file(tmp_path, **RATES))
    setting, last = book.run("utopie").setting, book.scenario.time.years[-1]
    _, (found,) = beside(book, [other], setting)
    for name, parts in found.parts.items():
        mean = dict.fromkeys(RATES, 0.0)
        orders = list(permutations(RATES))
        for order in orders:
            before = book.simulator.run(setting).yearly(name, last)
            for n, constant in enumerate(order, start=1):
                now = book.simulator.run(setting, {c: RATES[c] for c in order[:n]}).yearly(name, last)
                mean[constant] += (now - before) / len(orders)
                before = now
        told = {objection.constant: part for objection, part in parts.items()}
        assert told == pytest.approx(mean, rel=1e-9, abs=1e-12)
        assert sum(told.values()) == pytest.approx(found.gaps[name], rel=1e-9, abs=1e-12)


def test_with_many_objections_each_is_tried_alone(root, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    book = wb.load("soziale-arbeit-2030")
    chosen = [c for c in book.scenario.constants.values() if c.uncertain][: MOST_SHARED + 1]
    other = book.variant(variant_file(tmp_path, **{c.name: c.high for c in chosen}))
    base, (found,) = beside(book, [other], book.run().setting)
    assert not found.exact
    last = book.scenario.time.years[-1]
    objection = other.contested.objections[2]
    alone = book.simulator.run(base.setting, {objection.constant: objection.value})
    assert found.parts["trust"][objection] == alone.yearly("trust", last) - base.value("trust", last)


def test_scenes_that_differ_are_those_of_the_two_stories(root, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    book = wb.load("soziale-arbeit-2030")
    other = book.variant(variant_file(tmp_path, expansion_now=0.05))
    base, (found,) = beside(book, [other], book.run().setting)
    theirs, mine = ([p.key for p in run.story(moves=False).passages] for run in (base, found.run))
    assert found.scenes
    assert [(f"{c.name}.{a.name}", f"{c.name}.{b.name}") for c, a, b in found.scenes] == [
        pair for pair in zip(theirs, mine, strict=True) if pair[0] != pair[1]
    ]


def test_workbooks_are_compared_like_worlds(book, tmp_path):
    other = book.variant(variant_file(tmp_path, decay_rate=0.25))
    table = wb.compare(book, other, world="utopie")
    assert table.equals(wb.compare(book.run("utopie"), other.run("utopie")))
    assert list(table.columns)[1].endswith("Was die Praxis sagt")


# --- workbook compare --------------------------------------------------------------------------------


def test_the_command_tells_numbers_scenes_and_whose_doing_it_is(klein, book, tmp_path, capsys):
    one, two = variant_file(tmp_path, decay_rate=0.25), variant_file(tmp_path, "Und alle drei", **RATES)
    line = ["compare", str(klein), "--variant", str(one), "--variant", str(two), "--world", "utopie"]
    assert answer([*line, "--lang", "de"]) == 0
    told = capsys.readouterr().out
    for words in (
        "Variante: Was die Praxis sagt",
        "- Vergessen je Jahr: 0,25 je Jahr statt 0,5. Bei uns: decay_rate. – A.",
        "Das macht allein der Wert von »Vergessen je Jahr«.",
        "Davon durch",
    ):
        assert words in told
    assert answer([*line, "--lang", "en"]) == 0
    assert "The value of “Forgetting per year” alone does it." in capsys.readouterr().out


def test_a_file_holds_totals_and_parts(klein, book, tmp_path, capsys):
    file, out = variant_file(tmp_path, **RATES), tmp_path / "vergleich.csv"
    assert answer(["compare", str(klein), "--variant", str(file), "--out", str(out)]) == 0
    with out.open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    assert len(rows) == len(book.scenario.indicators) * (1 + len(RATES))
    for name in book.scenario.indicators:
        of = {row["constant"]: float(row["difference"]) for row in rows if row["indicator"] == name}
        total = of.pop("")
        assert sum(of.values()) == pytest.approx(total, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".parquet"])
def test_every_form_of_file(klein, tmp_path, ending):
    out = tmp_path / f"vergleich{ending}"
    assert (
        answer(["compare", str(klein), "--variant", str(variant_file(tmp_path, decay_rate=0.25)), "-o", str(out)]) == 0
    )
    if ending == ".json":
        kept = json.loads(out.read_text(encoding="utf-8"))
        assert kept["reasons"] == {"Was die Praxis sagt, decay_rate": "Bei uns: decay_rate. – A."}


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ([], 2, "--variant DATEI"),
        (["--variant", "nichts.yaml"], 2, "gibt es nicht"),
        (["--variant", "{file}", "--world", "utopi"], 2, "utopie"),
        (["--variant", "{file}", "--out", "x.txt"], 2, ".csv"),
        (["--variant", "{broken}"], 1, "einspruch.yaml:3:15"),
    ],
)
def test_what_is_wrong_is_told(klein, tmp_path, capsys, line, code, told):
    broken = tmp_path / "einspruch.yaml"
    broken.write_text("name: x\nobjections:\n  - constant: decay_rat\n    value: 1\n    reason: y\n", encoding="utf-8")
    file = variant_file(tmp_path, decay_rate=0.25)
    words = [part.format(file=file, broken=broken) for part in line]
    assert answer(["compare", str(klein), *words, "--lang", "de"]) == code
    found = capsys.readouterr().err
    assert told in found
    assert "Traceback" not in found
