"""A sound scenario has nothing to be told of; each planted fault is caught, alone and at its place."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from tests.audit.conftest import PLAYS, TODAY, change, found
from workbook.audit import audit
from workbook.folder import check_folder, load


def test_a_sound_scenario_has_nothing_to_say(sound):
    assert found(sound) == []


def test_it_is_the_same_each_time(house):
    first, second = (audit(house, PLAYS, today=TODAY) for _ in range(2))
    assert (first.witnesses, first.coverage, first.claims) == (second.witnesses, second.coverage, second.claims)
    assert audit(house, PLAYS, seed=7, today=TODAY).coverage != first.coverage


def test_a_dead_scene(sound):
    change(sound / "story.yaml", "when: reach < 12", "when: reach < 0.5")
    variety, problem = found(sound)
    assert (variety.code, variety.values["found"]) == ("chapter-variety", 2)
    assert (problem.code, problem.severity, problem.place.file) == ("scene-unreachable", "error", "story.yaml")
    line = "    when: reach < 0.5"
    assert problem.place.column == line.index("reach") + 1
    assert "reach = " in problem.text("de")


def test_a_gap(sound):
    # A folder with a gap is refused as such; coverage looks again, should one ever get through.
    change(sound / "story.yaml", "{id: halb, mood", "{id: halb, when: reach > 1, mood")
    scenario, problems = check_folder(sound)
    assert scenario is None
    assert [p.code for p in problems] == ["scene-last-when"]


def test_a_false_claim(sound):
    for lang in ("de", "en"):
        change(sound / "story" / lang / "tuer.md", "more than 3%", "more than 90%")
    problems = found(sound)
    assert [(p.code, p.severity) for p in problems] == [("claim-false", "error")] * 2
    assert [(p.place.file, p.values["language"]) for p in problems] == [
        ("story/de/tuer.md", "de"), ("story/en/tuer.md", "en"),
    ]  # fmt: skip
    assert "reach rises by more than 90% since 2025" in problems[0].text("de")


def test_a_claim_that_differs_between_languages(one):
    problem = one("story/en/tuer.md", "reach rises by more than 3%", "reach rises by more than 2%")
    assert (problem.code, problem.severity, problem.place.file) == ("parity-claim", "error", "story/en/tuer.md")


def test_a_missing_language(sound):
    path = sound / "story" / "en" / "tuer.md"
    path.write_text(path.read_text(encoding="utf-8").split("## zu")[0], encoding="utf-8")
    scenario, problems = check_folder(sound)
    assert scenario is None
    assert ("text-scene-missing", "story/en/tuer.md") in [(p.code, p.place.file) for p in problems]


def test_a_missing_voice(one):
    problem = one(
        "scenario.yaml",
        "  guest: {de: Gast, en: Guest}",
        "  guest: {de: Gast, en: Guest}\n  child: {de: Kind, en: Child}",
    )
    assert (problem.code, problem.severity) == ("voice-silent", "error")
    assert (problem.place.file, problem.place.column, problem.values["voice"]) == ("scenario.yaml", 3, "child")


@pytest.mark.parametrize(("key", "code"), [("price", "ending-price"), ("crack", "ending-crack")])
def test_a_missing_price_or_crack(sound, key, code):
    path = sound / "story.yaml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if f"{key}:" not in line]
    path.write_text("\n".join(lines), encoding="utf-8")
    _, problems = check_folder(sound)
    assert [p.code for p in problems] == [code]


def test_a_missing_content_note(one):
    problem = one(
        "story/de/tisch.md",
        "Der Tisch reicht bis in den Flur.",
        "Der Tisch reicht bis in den Flur.\n\nEr ist gestorben.",
    )
    assert (problem.code, problem.severity, problem.values["word"]) == ("care-missing", "warning", "gestorben")
    assert (problem.place.file, problem.place.line, problem.place.column) == ("story/de/tisch.md", 4, 8)


def test_a_number_dropped_in_einfache_sprache(sound):
    easy(sound)
    assert found(sound) == []
    change(sound / "story" / "de" / "tisch.md", "Drei Tassen stehen noch da.", "Um 16 Uhr stehen noch 14 Tassen da.")
    change(sound / "story" / "en" / "tisch.md", "Three cups are left.", "At 4 pm fourteen cups are left.")
    change(sound / "story" / "de-einfach" / "tisch.md", "Drei Tassen stehen noch da.", "Um 16 Uhr stehen Tassen da.")
    (problem,) = found(sound)
    assert (problem.code, problem.values["found"]) == ("parity-number", ["14"])
    assert (problem.place.file, problem.values["language"]) == ("story/de-einfach/tisch.md", "de-einfach")


def easy(folder):
    """Add a third language: the German texts, and each label once more."""
    shutil.copytree(folder / "story" / "de", folder / "story" / "de-einfach")
    change(folder / "scenario.yaml", "languages: [de, en]", "languages: [de, en, de-einfach]")
    for path in folder.glob("*.yaml"):
        lines = []
        for line in path.read_text(encoding="utf-8").splitlines():
            cut = line.replace(", en: ", ", de-einfach: x, en: ") if "{de: " in line else line
            lines.append(f"{line[: -len(line.lstrip())]}de-einfach: x\n{line}" if line.startswith("  de: ") else cut)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_an_overdue_fact(sound):
    fact = "rule:\n  label: {de: Regel, en: Rule}\n  text: {de: Es gilt., en: It holds.}\n  source: house2020\n"
    (sound / "facts.yaml").write_text(fact + "  stand: 2026-01-01\n  check_by: 2026-11-30\n", encoding="utf-8")
    (problem,) = found(sound)
    assert (problem.code, problem.severity, problem.place.file) == ("fact-overdue", "warning", "facts.yaml")
    assert audit(load(sound), PLAYS, today=dt.date(2026, 11, 30)).problems == ()


def test_a_loop_that_is_only_claimed(one):
    problem = one("model.yaml", "kind: balancing", "kind: reinforcing")
    assert (problem.code, problem.severity, problem.place.file) == ("loop-balances", "error", "model.yaml")


def test_the_scenario_itself_is_overdue(sound):
    (problem,) = audit(load(sound), PLAYS, today=dt.date(2028, 1, 1)).problems
    assert (problem.code, problem.place.file) == ("scenario-overdue", "scenario.yaml")
    assert (
        (sound / "scenario.yaml")
        .read_text(encoding="utf-8")
        .splitlines()[problem.place.line - 1]
        .startswith("check_by")
    )


def test_a_scenario_without_decisions(sound):
    (sound / "decisions.yaml").write_text("{}\n", encoding="utf-8")
    change(sound / "story.yaml", "reach > 25 and decision.rent == 'share'", "reach > 45")
    change(sound / "worlds.yaml", "  choices: {night: open, rent: share}\n", "")
    assert found(sound) == []
