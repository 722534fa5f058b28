"""The trap that is talked about does harm, and its levers are links of the model."""

from __future__ import annotations

import re

import pytest

from tests.kit.conftest import book, page
from workbook.causal import causes_of
from workbook.kit.traps import gain, touching, trap_of


def test_the_trap_of_a_seminar_harms_somebody(name: str) -> None:
    s = book(name).scenario
    loop = trap_of(s)
    assert loop is not None
    assert loop.kind == "reinforcing"
    assert gain(causes_of(s), causes_of(s).circle(loop)) < 0
    assert f"»{loop.label['de']}«" in page(name, "script")


@pytest.mark.parametrize(
    ("name", "loop", "sign"),
    [
        ("soziale-arbeit-2030", "Leere Stellen leeren Stellen", -1),
        ("soziale-arbeit-2030", "Klare Briefe schaffen Zeit für klare Briefe", 1),
        ("ki-for-good", "Zeit am Tisch macht Akten wahr", 1),
        ("ki-for-good", "Falle: Wer sich verlässt, verlernt", -1),
        ("gegen-einsamkeit", "Wer am Tisch sitzt, deckt ihn bald", 1),
    ],
)
def test_each_loop_is_asked_about_as_it_does(name: str, loop: str, sign: int) -> None:
    s = book(name).scenario
    found = next(x for x in s.loops if x.label["de"] == loop)
    assert gain(causes_of(s), causes_of(s).circle(found)) * sign > 0
    block = re.search(rf"<h3>{re.escape(loop)} .*?</ul>", page(name, "script"))[0]
    assert ("schadet" in block, "hilft" in block) == (sign < 0, sign > 0)


def test_named_levers_move_what_they_are_said_to_move(name: str) -> None:
    """Shown by runs, not by the links."""
    w = book(name)
    s = w.scenario
    pairs = {pair for loop in s.loops for pair in touching(causes_of(s), loop)}
    for lever, quantity in pairs:
        low, high = (w.run(levers={lever: x}) for x in (s.levers[lever].low, s.levers[lever].high))
        assert any(abs(low.value(quantity, y) - high.value(quantity, y)) > 1e-9 for y in s.time.years), (
            lever,
            quantity,
        )
