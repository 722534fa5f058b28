"""JavaScript run by Node.js: data in as JSON, data out as JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

_FRAME = """\
const data = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
const output = (value) => require("fs").writeFileSync(process.argv[2], JSON.stringify(value));
"""


def run_script(script: str, data: Any) -> Any:
    """Run a script that finds ``data`` and hands its result to ``output``."""
    with tempfile.TemporaryDirectory() as folder:
        code, exchange = Path(folder) / "script.cjs", Path(folder) / "data.json"
        code.write_text(_FRAME + script, encoding="utf-8")
        exchange.write_text(json.dumps(data), encoding="utf-8")
        done = subprocess.run(
            [find_node(), "--stack-size=4000", str(code), str(exchange)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(exchange.read_text(encoding="utf-8"))


def find_node() -> str:
    """The path of Node.js; its absence is a skip here and a failure where CI runs."""
    path = shutil.which("node")
    if path is None:
        reason = "no Node.js: run `make test`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path
