"""Node.js, and small models written as text."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node.js; its absence is a skip here and a failure where CI runs."""
    path = shutil.which("node")
    if path is None:
        reason = "no Node.js: run `make test`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path


@pytest.fixture
def by_script(node: str, tmp_path: Path) -> Callable[[str], object]:
    """Runs a JavaScript program and gives back what it hands to ``answer``."""

    def run(program: str) -> object:
        # JSON knows neither NaN nor the infinities, so numbers that are not finite travel as words.
        tail = """
        function answer(value) {
          process.stdout.write(JSON.stringify(value, (k, v) =>
            typeof v === "number" && !Number.isFinite(v) ? String(v) : v));
        }
        """
        script = tmp_path / "program.js"
        script.write_text(tail + program, encoding="utf-8")
        done = subprocess.run([node, "--stack-size=4000", str(script)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)

    return run
