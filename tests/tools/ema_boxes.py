"""What the EMA Workbench finds in the samples of :mod:`tests.insight.box_samples`.

``python -m tests.tools.ema_boxes`` installs it in an environment of its own, which goes afterwards, and writes
``tests/insight/ema_boxes.json``. It is no dependency: beside pandas 3 it does not get through columns
of whole numbers, so that numbers are handed over as floats here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
import warnings
from pathlib import Path

from tests.insight.box_samples import cases, inputs

ROOT = Path(__file__).resolve().parents[2]
STORED = ROOT / "tests/insight/ema_boxes.json"
BOXES = 2


def boxes() -> dict[str, list[dict[str, object]]]:
    """Each kind of case -> its first boxes; needs the EMA Workbench."""
    import pandas as pd

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ema_workbench.analysis import prim

        numbers, words = inputs()
        columns = {f"x{k}": row for k, row in enumerate(numbers)}
        columns |= {f"w{k}": pd.Categorical([str(word) for word in row]) for k, row in enumerate(words)}
        found = {}
        for name, hits in cases().items():
            search = prim.Prim(pd.DataFrame(columns), hits, threshold=0.01)
            found[name] = [_plain(search.find_box()) for _ in range(BOXES)]
    return found


def _plain(box) -> dict[str, object]:
    limits, chances = box.box_lims[-1], box.qp[-1]
    shown = {
        name: [sorted(map(int, limits[name][0]))] if name.startswith("w") else limits[name].tolist() for name in chances
    }
    return {
        "steps": len(box.box_lims),
        "coverage": float(box.coverage),
        "density": float(box.density),
        "mass": float(box.mass),
        "limits": shown,
        "chances": {name: [float(c) for c in pair] for name, pair in chances.items()},
    }


def main() -> None:
    """Install, ask, write."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "ema-workbench>=2.5,<3"], check=True)
        program = (
            "import json; from importlib.metadata import version; from tests.tools.ema_boxes import boxes; "
            "print(json.dumps({'version': version('ema_workbench'), 'boxes': boxes()}))"
        )
        done = subprocess.run([python, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    STORED.write_text(json.dumps(json.loads(done.stdout.splitlines()[-1]), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
