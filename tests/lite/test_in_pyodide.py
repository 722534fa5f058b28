"""The Python of browsers, run by Node.js: every notebook, and the same numbers as here."""

from __future__ import annotations

import json
import subprocess
from dataclasses import astuple
from pathlib import Path

import pytest

import workbook as wb
from tests.node import find_node
from workbook.causal import causes_of

pytestmark = pytest.mark.xdist_group("lite")

NUMBERS = """
import json, sys
from dataclasses import astuple
import workbook as wb
from workbook.causal import causes_of

book = wb.load("gegen-einsamkeit")
run = book.run("utopie")
first = next(iter(book.scenario.indicators))
band = {name: [each.low, each.middle, each.high, each.better] for name, each in run.bands.items()}
shares = {player.name: part for player, part in run.why(first).parts.items()}
links = sorted([*link] for link in map(astuple, causes_of(book.scenario).links.values()))
story = [passage.key for passage in run.story("de").passages]
maps = wb.map(run, "de").sentences
numpy = "numpy" in sys.modules
json.dumps({"numpy": numpy, "band": band, "shares": shares, "story": story, "links": links, "map": maps})
"""

NOTEBOOKS = """
import ast, json, sys
from pathlib import Path
import IPython, workbook

told = {}
shipped = Path(workbook.__file__).parent / "notebooks"
assert not {"numpy", "pandas"} & set(sys.modules)
for path in sorted(path for pattern in PATTERNS for path in shipped.glob(pattern)):
    space = {}
    try:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] != "code":
                continue
            lines = [line for line in "".join(cell["source"]).splitlines() if not line.startswith("%")]
            tree = ast.parse("\\n".join(lines))
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, path.name, "exec"), space)
            if last is not None:
                shown = eval(compile(ast.Expression(last.value), path.name, "eval"), space)
                bundle = getattr(shown, "_repr_html_", None) or getattr(shown, "_repr_mimebundle_", None)
                assert bundle is None or bundle(), path
    except Exception as error:
        told[path.stem] = f"{type(error).__name__}: {error}"
json.dumps(told)
"""


PATTERNS = ("de/0[01]-*", "de/[129]?-*", "en/03-*")
"""Of the notebooks that differ only in their scenario one is enough."""


def ran(python: Path, program: str, tmp_path: Path):
    file = tmp_path / "program.py"
    file.write_text(program, encoding="utf-8")
    command = [find_node(), str(Path(__file__).with_name("pyodide.mjs")), str(python), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def test_numbers_story_and_map_are_those_of_an_installation(python, tmp_path) -> None:
    there = ran(python, NUMBERS, tmp_path)
    assert not there["numpy"]
    book = wb.load("gegen-einsamkeit")
    run = book.run("utopie")
    for name, band in run.bands.items():
        for ours, theirs in zip((band.low, band.middle, band.high), there["band"][name], strict=False):
            assert theirs == pytest.approx(ours, rel=1e-9)
        assert there["band"][name][3] == band.better
    here = {player.name: part for player, part in run.why(next(iter(book.scenario.indicators))).parts.items()}
    assert there["shares"] == pytest.approx(here, rel=1e-6, abs=1e-9)
    assert there["story"] == [passage.key for passage in run.story("de").passages]
    assert tuple(there["map"]) == wb.map(run, "de").sentences
    assert there["links"] == sorted([*astuple(link)] for link in causes_of(book.scenario).links.values())


def test_every_notebook_but_research_runs_to_its_end(python, tmp_path) -> None:
    told = ran(python, f"PATTERNS = {PATTERNS!r}\n{NOTEBOOKS}", tmp_path)
    assert set(told) == {"90-forschung"}
    assert "numpy" in told["90-forschung"]
