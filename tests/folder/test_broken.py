"""Each folder in tests/broken lays one fault over the small valid scenario; all its problems are known."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
import yaml

from workbook.catalogue import HINTS, MESSAGES
from workbook.errors import ScenarioError
from workbook.folder import check_folder, load
from workbook.messages import fields

TESTS = Path(__file__).parents[1]
BASE = TESTS / "scenarios" / "klein"
BROKEN = sorted(path for path in (TESTS / "broken").iterdir() if path.is_dir())

MOST_SECONDS = 2.0


def overlay(fault: Path, tmp_path: Path) -> tuple[Path, list[tuple[str, str, int]]]:
    """The base with one fault, and what is expected of it."""
    folder = tmp_path / BASE.name
    shutil.copytree(BASE, folder)
    expected = yaml.safe_load((fault / "expected.yaml").read_text(encoding="utf-8"))
    shutil.copytree(fault, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.yaml"))
    for name in expected.get("remove", ()):
        (folder / name).unlink()
    return folder, [(p["code"], p["file"], p["line"]) for p in expected["problems"]]


def test_there_are_many() -> None:
    assert len(BROKEN) >= 60


@pytest.mark.parametrize("fault", BROKEN, ids=lambda path: path.name)
def test_all_problems_are_found_at_their_lines(fault: Path, tmp_path: Path) -> None:
    folder, expected = overlay(fault, tmp_path)
    before = time.process_time()
    scenario, problems = check_folder(folder)
    assert time.process_time() - before < MOST_SECONDS
    assert scenario is None
    errors = [p for p in problems if p.severity == "error"]
    assert [(p.code, p.place.file, p.place.line) for p in errors] == expected
    for problem in problems:
        assert fields(MESSAGES[problem.code][0]) - HINTS.keys() <= problem.values.keys()
    with pytest.raises(ScenarioError) as caught:
        load(folder)
    assert len(caught.value.problems) == len(errors)


SAID = {
    "006-yaml-tab": (
        "levers.yaml:6:1: Hier steht ein Tabulator. Eingerückt wird mit Leerzeichen.",
        "levers.yaml:6:1: There is a tab here. Indent with spaces.",
    ),
    "018-key-missing": (
        "levers.yaml:2:3: »default« fehlt bei »open_hours«.",
        "levers.yaml:2:3: “default” is missing in “open_hours”.",
    ),
    "019-number-comma": (
        "model.yaml:4:12: »0,5« ist keine Zahl. Zahlen werden mit Punkt geschrieben, zum Beispiel 0.5 oder 1200.",
        "model.yaml:4:12: “0,5” is not a number. Write numbers with a point, for example 0.5 or 1200.",
    ),
    "027-choice": (
        "indicators.yaml:6:11: »heigher« ist hier nicht möglich. Meinten Sie »higher«? Möglich: higher, lower.",
        "indicators.yaml:6:11: “heigher” is not possible here. Did you mean “higher”? Allowed: higher, lower.",
    ),
    "048-expr-kind": (
        "story.yaml:17:11: Erwartet wird hier: ein Vergleich (wahr oder falsch); gefunden: eine Zahl.",
        "story.yaml:17:11: Expected here: a comparison (true or false); found: a number.",
    ),
    "054-name-unknown": (
        "model.yaml:58:13: Den Namen »leave_rat« gibt es in diesem Szenario nicht. Meinten Sie »leave_rate«?",
        "model.yaml:58:13: There is no “leave_rat” in this scenario. Did you mean “leave_rate”?",
    ),
    "060-cycle": (
        "model.yaml:44:3: Diese Größen hängen im Kreis voneinander ab, ohne dass ein Bestand dazwischen liegt: "
        "pull -> joining -> pull.",
        "model.yaml:44:3: These variables depend on each other in a circle without a stock between: "
        "pull -> joining -> pull.",
    ),
    "071-unit-equation": (
        "model.yaml:58:13: Die Einheiten passen nicht: »leaving« hat die Einheit person/year, die Gleichung "
        "»leave_rate * memory« ergibt 1/year.",
        "model.yaml:58:13: The units do not fit: “leaving” has the unit person/year, its equation "
        "“leave_rate * memory” yields 1/year.",
    ),
    "078-lever-grid": (
        "levers.yaml:7:12: »default« = 22 trifft keine Stellung: von 0 an geht es in Schritten von 5.",
        "levers.yaml:7:12: “default” = 22 is not a setting: from 0 on it goes in steps of 5.",
    ),
    "082-indicator-sides": (
        "indicators.yaml:7:11: Bei »better: higher« muss utopia (40) größer sein als dystopia (50).",
        "indicators.yaml:7:11: With “better: higher” utopia (40) must be greater than dystopia (50).",
    ),
    "099-world-option": (
        "worlds.yaml:8:32: Die Entscheidung »rent« hat keine Antwort »shear«. Meinten Sie »share«? "
        "Möglich: pay, save, share.",
        "worlds.yaml:8:32: The decision “rent” has no option “shear”. Did you mean “share”? Allowed: pay, save, share.",
    ),
    "109-price": (
        "story.yaml:18:11: Ein utopisches Ende nennt seinen Preis (»price:«): was es kostet und wer es zahlt.",
        "story.yaml:18:11: A utopian ending names its price (“price:”): what it costs and who pays.",
    ),
    "125-text-html": (
        "story/de/tuer.md:6:9: HTML ist in Texten nicht erlaubt, gefunden: »<img src=x onerror=alert(1)>«. "
        "Bitte Markdown verwenden.",
        "story/de/tuer.md:6:9: HTML is not allowed in texts, found: “<img src=x onerror=alert(1)>”. "
        "Please use Markdown.",
    ),
}
"""Name of the fault -> what a person reads in German and in English."""


@pytest.mark.parametrize("name", SAID)
def test_what_is_said(name: str, tmp_path: Path) -> None:
    folder, _ = overlay(TESTS / "broken" / name, tmp_path)
    _, problems = check_folder(folder)
    assert (problems[0].line("de"), problems[0].line("en")) == SAID[name]
