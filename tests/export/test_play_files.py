"""The file that belongs to a person: written, read back, and read with care when others have had it."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.strategies import random_settings
from workbook.export.payload import Payload
from workbook.export.stage import definitions
from workbook.playfile import Kept, Note, Play, play_from, play_text
from workbook.run import Workbook
from workbook.runcode import mark
from workbook.setting import Setting

SCRIPT = Path(__file__).resolve().parent.parent / "js" / "play.mjs"
LARGEST, LONGEST_NOTE, LONGEST_NAME, MOST_KEPT = 2_000_000, 20_000, 60, 3

Ask = Callable[..., list[Any]]


@pytest.fixture(scope="module")
def ask(large: Workbook, node: str, tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Questions to the page's own functions, all answered in one go."""
    text = "\n".join(definitions(Payload(large)))
    path = tmp_path_factory.mktemp("play") / "questions.json"

    def answered(*questions: tuple[str, Any]) -> list[Any]:
        path.write_text(json.dumps({"definitions": text, "questions": questions}), encoding="utf-8")
        done = subprocess.run([node, str(SCRIPT), str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        assert told["polluted"] == []
        return told["answers"]

    return answered


def placed(workbook: Workbook, setting: Setting) -> dict[str, Any]:
    """A setting as the page holds it."""
    s = workbook.scenario
    return {
        "world": list(s.worlds).index(setting.world),
        "levers": [value for _, value in setting.levers],
        "choices": [list(s.decisions[n].options).index(o) for n, o in setting.choices],
    }


def plain_of(workbook: Workbook, **changed: Any) -> dict[str, Any]:
    """A file as the page writes it, of the first world."""
    run = workbook.baseline
    return {
        "format": "workbook-run", "version": 1, "scenario": workbook.scenario.id, "mark": mark(workbook.scenario),
        "stand": workbook.scenario.stand, "saved": "2026-11-24T12:00:00.000Z", "language": "de",
        "run": {"code": run.code, "world": run.setting.world, "levers": run.levers, "choices": run.choices},
        "kept": [], "notes": {}, "guesses": [],
    } | changed  # fmt: skip


def read(workbook: Workbook, **changed: Any) -> tuple[str, str]:
    return "read", json.dumps(plain_of(workbook, **changed))


def test_a_play_comes_back_as_it_went(large: Workbook, ask: Ask) -> None:
    """Whatever the setting; and Python reads the same run out of the file."""
    draw = random.Random(5)
    settings = list(random_settings(large.scenario, 40, 9))
    notes = {"ganztag": {"text": "„Wer“ holt\tab?\n🌱 </script> \u2028", "code": "X", "changed": "2026-11-24"}}
    guesses = [{"indicator": "trust", "guess": "higher", "came": "same", "code": "X"}]
    plays = [
        {
            "setting": placed(large, setting),
            "kept": [
                {"name": f"{n} · ä", "setting": placed(large, other)}
                for n, other in enumerate(draw.sample(settings, draw.randrange(MOST_KEPT + 1)))
            ],
            "notes": notes,
            "guesses": guesses,
        }
        for setting in settings
    ]
    answers = ask(*(("thereAndBack", play) for play in plays))
    for setting, play, answer in zip(settings, plays, answers, strict=True):
        found = answer["found"]
        assert found["lost"] == 0
        assert found["lang"] == "de"
        assert {name: found["play"][name] for name in play} == play
        run = answer["plain"]["run"]
        there = large.run(run["world"], run["levers"], run["choices"])
        assert there.setting == setting
        assert there.code == run["code"]


def test_what_the_page_writes_is_what_these_tests_read(large: Workbook, ask: Ask) -> None:
    play = {"setting": placed(large, large.baseline.setting), "kept": [], "notes": {}, "guesses": []}
    assert ask(("thereAndBack", play))[0]["plain"] == plain_of(large)


def test_notebook_and_page_read_each_other(large: Workbook, ask: Ask) -> None:
    setting, other = random_settings(large.scenario, 2, 31)
    notes = {"ganztag": Note("Wer holt ab? </script>", "X", "2026-11-24")}
    text = play_text(large.scenario, Play(setting, (Kept("meine", other),), notes), "de", "2026-11-24T12:00:00Z")
    [found] = ask(("read", text))
    assert found["lost"] == 0
    assert found["play"]["setting"] == placed(large, setting)
    assert found["play"]["kept"] == [{"name": "meine", "setting": placed(large, other)}]
    assert found["play"]["notes"]["ganztag"]["text"] == notes["ganztag"].text
    play = {
        "setting": placed(large, other),
        "kept": found["play"]["kept"],
        "notes": found["play"]["notes"],
        "guesses": [],
    }
    [there] = ask(("thereAndBack", play))
    back = play_from(large.scenario, json.dumps(there["plain"]))
    assert (back.setting, back.kept, dict(back.notes)) == (other, (Kept("meine", other),), notes)


FAULTS: dict[str, str] = {
    "": "not-json", "{": "not-json", "\ufeff{}": "not-json", "null": "not-a-run", "[]": "not-a-run", "3": "not-a-run",
    '"workbook-run"': "not-a-run", '{"__proto__": {"format": "workbook-run"}}': "not-a-run",
    '{"format": "workbook-run"}': "damaged", '{"format": "workbook-run", "version": "1"}': "damaged",
    '{"format": "workbook-run", "version": 0}': "damaged", '{"format": "workbook-run", "version": 1.5}': "damaged",
    '{"format": "workbook-run", "version": 2}': "newer", '{"format": "workbook-run", "version": 1}': "other-scenario",
    '{"format": "workbook-run", "version": 1, "scenario": "klein"}': "other-scenario",
    "[" * 100_000: "not-json", "x" * (LARGEST + 1): "not-a-run",
}  # fmt: skip


def test_what_is_no_play_is_told_apart(ask: Ask) -> None:
    answers = ask(*(("read", written) for written in FAULTS))
    told = {written[:70]: answer.get("fault") for written, answer in zip(FAULTS, answers, strict=True)}
    assert told == {written[:70]: fault for written, fault in FAULTS.items()}


@pytest.mark.parametrize("run", [None, [], "x", 3, {}, {"world": "nowhere"}, {"levers": 3}, {"world": ["weiter-so"]}])
def test_a_file_without_a_run_is_damaged(large: Workbook, ask: Ask, run: Any) -> None:
    assert ask(read(large, run=run)) == [{"fault": "damaged"}]


def test_another_version_is_taken_as_far_as_it_fits(large: Workbook, ask: Ask) -> None:
    base = plain_of(large)["run"]
    names = list(base["levers"])
    renamed = {("gone" if name == names[0] else name): value for name, value in base["levers"].items()}
    odd = base["levers"] | {names[1]: base["levers"][names[1]] + 0.123, names[2]: "8", names[3]: None}
    more = base["levers"] | {"new": 3, "__proto__": 4, "constructor": 5}
    answers = ask(
        read(large, run=base | {"levers": renamed}),
        read(large, run=base | {"levers": odd}),
        read(large, run=base | {"levers": more, "choices": base["choices"] | {"new": "x"}}),
        read(large, run=base | {"choices": dict.fromkeys(base["choices"], "constructor")}),
        read(large, run=base | {"world": "gone"}),
        read(large, run={"world": base["world"]}),
    )
    decisions, levers = len(base["choices"]), len(names)
    assert [answer["lost"] for answer in answers] == [1, 3, 0, decisions, 1, levers + decisions]
    settled = placed(large, large.baseline.setting)
    assert [answer["play"]["setting"] for answer in answers] == [settled] * len(answers)


def test_too_much_is_cut_and_never_refused(large: Workbook, ask: Ask) -> None:
    run = plain_of(large)["run"]
    guess = {"indicator": "trust", "guess": "same", "came": "lower", "code": "X"}
    [answer] = ask(
        read(
            large,
            kept=[{"name": "n" * 100, "run": run}, {"name": 3, "run": run}, {"run": 3}, {"name": "late", "run": run}],
            notes={
                "ganztag": {"text": "t" * (LONGEST_NOTE + 1), "code": 3, "changed": "c" * 100},
                "unknown": {"text": "bleibt"}, "empty": {"text": ""}, "Bad name": {"text": "x"}, "number": {"text": 3},
                "__proto__": {"text": "polluted"},
            },
            guesses=[guess, guess | {"guess": "up"}, guess | {"indicator": "none"}, 3, None, *[guess] * 150],
            language="fr",
            setting="ignored",
        )
    )  # fmt: skip
    play = answer["play"]
    assert [each["name"] for each in play["kept"]] == ["n" * LONGEST_NAME, ""]
    assert answer["lost"] == 1
    assert set(play["notes"]) == {"ganztag", "unknown"}
    assert len(play["notes"]["ganztag"]["text"]) == LONGEST_NOTE
    assert play["notes"]["ganztag"]["code"] == ""
    assert play["guesses"] == [guess] * 100
    assert answer["lang"] is None


@pytest.mark.parametrize("junk", [None, 3, "x", [3], {"a": 3}, [[[]]], {"ganztag": None}, [None]])
def test_junk_in_what_belongs_to_a_run_costs_only_itself(large: Workbook, ask: Ask, junk: Any) -> None:
    answers = ask(*(read(large, **{name: junk}) for name in ("kept", "notes", "guesses", "language")))
    for answer in answers:
        assert answer["play"]["setting"] == placed(large, large.baseline.setting)
        assert (answer["play"]["kept"], answer["play"]["notes"], answer["play"]["guesses"]) == ([], {}, [])


def test_of_two_notes_the_later_stays(ask: Ask) -> None:
    old, new = ({"text": t, "code": "", "changed": f"2026-11-{day}T00:00:00.000Z"} for t, day in (("a", 20), ("b", 24)))
    bare = {"text": "ohne Tag"}
    answers = ask(
        ("merge", [{"x": old}, {"x": new}]), ("merge", [{"x": new}, {"x": old}]), ("merge", [{"x": old}, {"y": new}]),
        ("merge", [{}, {"x": old}]), ("merge", [{"x": old}, {}]), ("merge", [{"x": bare}, {"x": old}]),
    )  # fmt: skip
    assert answers == [{"x": new}, {"x": new}, {"x": old, "y": new}, {"x": old}, {"x": old}, {"x": old}]


def test_what_counts_as_changed(large: Workbook, ask: Ask) -> None:
    base = placed(large, large.run("utopie").setting)
    levers = [*base["levers"]]
    levers[2] = next(lever.low for lever in [list(large.scenario.levers.values())[2]] if lever.low != levers[2])
    choices = [*base["choices"]]
    choices[1] = (choices[1] + 1) % len(list(large.scenario.decisions.values())[1].options)
    answers = ask(("changed", base), ("changed", base | {"levers": levers, "choices": choices}))
    assert answers == [{"levers": [], "decisions": []}, {"levers": [2], "decisions": [1]}]


def test_a_twentieth_of_the_way_is_about_the_same(large: Workbook, ask: Ask) -> None:
    for k, indicator in enumerate(large.scenario.indicators.values()):
        way = abs(indicator.utopia - indicator.dystopia)
        moves = {-0.2: "lower", -0.06: "lower", -0.04: "same", 0.0: "same", 0.04: "same", 0.06: "higher", 1.0: "higher"}
        answers = ask(*(("way", [k, 10 + part * way, 10]) for part in moves))
        assert answers == list(moves.values()), indicator.name
