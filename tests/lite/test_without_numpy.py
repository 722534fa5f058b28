"""Everything that notebooks call, in a process that can import neither NumPy nor pandas."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import workbook as wb
from workbook.lite.before import files_of

PROGRAM = """
import json, sys

for name in ("numpy", "pandas", "scipy", "pyarrow", "numba", "networkx"):
    sys.modules[name] = None  # cannot be imported, and is not found

import workbook as wb
from workbook import band, beforehand
from workbook.errors import UsageError

folder, package, lang = sys.argv[1], sys.argv[2], "de"
book = wb.load(folder)
book.futures = band.Futures(book.simulator, 20)
run = book.run("utopie")
told = {"story": [p.title for p in run.story(lang).passages], "code": run.code}
told["band"] = run.bands["reach"].high[-1]
told["shares"] = sum(run.why("reach").parts.values())
told["difference"] = run.value("reach", 2030) - book.baseline.value("reach", 2030)
table = wb.compare(book.baseline, run, lang=lang)
told["compared"] = [table.iloc[0, k] for k in range(3)]
told["html"] = [t._repr_html_() for t in (table, run.indicators, wb.past(book, lang), wb.reasons(run, lang))]
explorer = wb.explore(book, lang, keep=True)
lever = next(iter(book.scenario.levers.values()))
explorer.set_lever(lever.name, lever.high)
told["moved"] = explorer.run.levers[lever.name] == lever.high
explorer.keeper.keep()
told["kept"] = [each.code for each in wb.kept(book).values()]
told["recent"] = wb.recent("klein")
told["weighed"] = bool(wb.weigh({"a": book.baseline, "b": run}, lang).children)
told["studio"] = bool(wb.studio(book, lang).children)
try:
    wb.map(run, lang)
except UsageError as error:
    told["refused"] = error.text("de")
beforehand.__file__ = package + "/beforehand.py"
told["map"] = list(wb.map(run, lang).sentences)
told["causes"] = list(wb.causes(book, lang).sentences)
print(json.dumps(told))
"""


def test_all_that_notebooks_call(root: Path, klein: Path, tmp_path: Path) -> None:
    package, work = tmp_path / "package", tmp_path / "work"
    for name, content in files_of(klein).items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_bytes(content)
    work.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{PROGRAM}", str(klein), str(package)],
        cwd=work, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    there = json.loads(done.stdout)
    book = wb.load(klein)
    run = book.run("utopie")
    assert there["story"] == [passage.title for passage in run.story("de").passages]
    assert there["code"] == run.code
    assert there["compared"] == wb.compare(book.baseline, run).iloc[0].tolist()
    assert abs(there["shares"] - there["difference"]) < 1e-9
    assert all("<table" in html and "<caption" in html for html in there["html"])
    assert there["moved"]
    assert len(there["kept"]) == 1
    assert there["recent"] == "klein"
    assert there["weighed"]
    assert there["studio"]
    assert "NumPy" in there["refused"]
    assert tuple(there["map"]) == wb.map(run, "de").sentences
    assert tuple(there["causes"]) == wb.causes(book, "de").sentences
