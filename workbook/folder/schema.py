"""The descriptions of the files as JSON Schema, so that editors complete and check while typing.

``python -m workbook.folder.schema docs/schema`` writes them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from workbook.folder.files import FILES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """File name without ending -> its JSON Schema."""
    return {name: {"$schema": _DIALECT, "title": f"{name}.yaml", **shape.schema()} for name, shape in FILES.items()}


def write(folder: Path) -> list[Path]:
    """Write one ``<name>.schema.json`` for each file of a scenario."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/schema"))
