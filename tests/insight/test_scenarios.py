"""All four methods on every scenario, with few futures: they tell, in every language, and leave nothing open."""

from __future__ import annotations

import re

import pytest

import workbook as wb


@pytest.fixture(scope="module", params=wb.available())
def book(request):
    return wb.load(request.param)


def check(book, found):
    for lang in book.scenario.languages:
        told = found.told(lang)
        texts = [
            told.title,
            told.method,
            *told.sentences,
            *(cell for part in told.tables for row in part.rows for cell in row),
        ]
        assert all(texts[:2])
        for text in told.sentences:
            assert text.endswith(".")
            assert not re.search(r"\bnan\b|\binf\b|None|  |\{|\}|»»|««", text), text
        for part in told.tables:
            assert all(len(row) == len(part.header) for row in part.rows)


def test_discovery(book):
    found = wb.discover(book, samples=1_000)
    assert 0 < found.share < 1
    check(book, found)


def test_robustness(book):
    found = wb.robustness(book, 40)
    for each in found.comparisons:
        assert sum(standing.best for standing in each.standings) >= 1 - 1e-9
        assert all(0 <= s.regret_high <= s.regret for s in each.standings)
    check(book, found)


@pytest.mark.parametrize(("method", "samples"), [("morris", 3), ("sobol", 16)])
def test_sensitivity(book, method, samples):
    found = wb.sensitivity(book, method, samples=samples)
    assert len(found.sentences()) >= len(book.scenario.indicators)
    check(book, found)


def test_tipping(book):
    found = wb.tipping(book, next(iter(book.scenario.decisions)), samples=10)
    for tip in found.tips:
        assert tip.first != tip.then
        assert tip.firm is None or 0 <= tip.firm <= 1
        if tip.kind == "lever":
            lever = book.scenario.levers[tip.name]
            assert tip.after - tip.before == pytest.approx(lever.step)
    check(book, found)
