"""Valid files with a few random changes: whatever comes of them, reading them ends with messages."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from workbook.engine.program import program_of
from workbook.folder import check_folder

PIECES = (
    "{ } [ ] [[ ]] : ' \" # - 0 1e5 % &a *a ! | > <b> / ** ( ) , null at( smooth( @ 2030 -5 ... --- time "
    "decision.night \t \n \x00 \N{RIGHT-TO-LEFT OVERRIDE}"
).split(" ")


def mutate(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        way = chance.random()
        if way < 0.4:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        elif way < 0.7:
            text = text[:at] + text[at + chance.randint(1, 12) :]
        else:
            lines = text.split("\n")
            one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            text = "\n".join(lines)
    return text


@pytest.mark.parametrize("seed", range(100))
def test_no_change_breaks_the_reader(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in chance.sample(files, 2):
        path.write_text(mutate(path.read_text(encoding="utf-8"), chance), encoding="utf-8")
    scenario, problems = check_folder(folder)
    for problem in problems:
        assert problem.line("de")
        assert problem.line("en")
    assert (scenario is None) == any(problem.severity == "error" for problem in problems)
    if scenario is not None:
        program_of(scenario)
