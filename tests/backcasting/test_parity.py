"""The page finds the same ways as the notebook, and every way that it offers meets the wishes when Python runs it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

import pytest

from tests.backcasting.targets import SCENARIOS, TARGETS, Target, opened, plan_of
from tests.node import find_node
from workbook.export.payload import Payload
from workbook.export.stage import definitions


def asked(target: Target) -> dict:
    """A target as the page holds it: everything by place."""
    s = opened(target.scenario).scenario
    things, names = [*s.levers, *s.decisions], list(s.indicators)
    wishes = sorted((names.index(name), low, high) for name, (low, high) in target.wishes.items())
    return {
        "world": list(s.worlds).index(target.world),
        "wishes": [{"k": k, "low": low, "high": high} for k, low, high in wishes],
        "kept": [things.index(name) for name in target.keep],
        "paths": 3,
    }


@pytest.fixture(scope="module", params=SCENARIOS[::2])
def answered(request, root, tmp_path_factory) -> Iterator[list[tuple[Target, dict]]]:
    targets = [target for target in TARGETS if target.scenario == request.param]
    questions = tmp_path_factory.mktemp("backcast") / "questions.json"
    text = "\n".join(definitions(Payload(opened(request.param))))
    questions.write_text(
        json.dumps({"definitions": text, "questions": [asked(target) for target in targets], "times": 1}),
        encoding="utf-8",
    )
    done = subprocess.run(
        [find_node(), root / "tests/js/backcast.mjs", questions],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return list(zip(targets, json.loads(done.stdout), strict=True))


def test_every_way_of_the_page_meets_the_wishes_in_python(answered) -> None:
    for target, page in answered:
        workbook = opened(target.scenario)
        last = workbook.scenario.time.years[-1]
        for code in page["codes"][:-1]:
            run = workbook.run_of_code(code)
            assert not {n for n, v in run.levers.items() if v != workbook.run(target.world).levers[n]} & {*target.keep}
            for name, (low, high) in target.wishes.items():
                value = run.value(name, last)
                assert low is None or value >= low
                assert high is None or value <= high


def test_page_and_notebook_find_the_same(answered) -> None:
    for target, page in answered:
        plan = plan_of(TARGETS.index(target))
        assert page["codes"][:-1] == [path.code for path in plan.paths], target
        assert page["tried"] == plan.tried
        if not plan.paths:
            assert page["codes"][-1] == plan.nearest.code
            lacking = [plan.nearest.missed.get(wish.indicator, 0.0) for wish in plan.wishes]
            assert page["lacking"] == pytest.approx(lacking, rel=1e-6, abs=1e-9)
        names = [wish.indicator for wish in plan.wishes]
        assert tuple(n for n, missed in zip(names, page["alone"], strict=True) if missed != 0) == plan.alone
        assert tuple(n for n, met in zip(names, page["without"], strict=True) if met) == plan.without
        assert page["holds"] == pytest.approx([path.holds for path in plan.paths])
