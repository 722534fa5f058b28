"""What a role speaks of is taken from its scenes; what it gains is taken from runs."""

from __future__ import annotations

import pytest

from tests.kit.conftest import SIX, book
from workbook.kit.voices import concerns, stakes
from workbook.model import Figure


def test_each_of_the_four_voices_speaks_of_something(name: str) -> None:
    s = book(name).scenario
    assert len(s.voices) == 4
    for voice in s.voices:
        found = concerns(s, voice)
        assert 1 <= len(found) <= 3
        own = [f"{c.name}.{x.name}" for c in s.chapters for x in c.scenes if x.voice == voice]
        printed = {p.name for key in own for p in s.passages["de"][key].parts if isinstance(p, Figure)}
        asked = " ".join(str(x.when) for c in s.chapters for x in c.scenes if x.voice == voice)
        assert all(i.name in printed or f"'{i.name}'" in asked for i in found)


@pytest.mark.parametrize("name", SIX)
def test_stakes_are_runs(name: str) -> None:
    w = book(name)
    last = w.scenario.time.years[-1]
    for stake in stakes(w, "client"):
        i = stake.indicator
        assert stake.baseline == w.run().value(i.name, last)
        for world, value in stake.others:
            assert value == w.run(world=world).value(i.name, last)
            closer = abs(value - i.utopia) < abs(stake.baseline - i.utopia)
            # Both within the span from dystopia to utopia: closer to the utopia is better.
            inside = all(min(i.utopia, i.dystopia) <= x <= max(i.utopia, i.dystopia) for x in (value, stake.baseline))
            if inside and round(value, i.digits) != round(stake.baseline, i.digits):
                assert stake.gained(value) == (1 if closer else -1)


def test_what_is_printed_alike_is_neither_gain_nor_loss() -> None:
    (stake, *_) = stakes(book("klein"), "host")
    assert stake.gained(stake.baseline) == 0
    assert stake.gained(stake.baseline + 0.1 * 10**-stake.indicator.digits) in {0, 1, -1}
