"""Small XMILE files for tests, and the folder that one becomes."""

from __future__ import annotations

from pathlib import Path

import workbook as wb
from workbook.errors import Place
from workbook.expr.nodes import Points
from workbook.xmile.importing import Imported, Wishes, import_xmile, write_files
from workbook.xmile.model import Entry, EntryKind

MODELS = Path(__file__).parent / "models"
NAMESPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"


def xmile(variables: str, specs: str = "<start>0</start><stop>10</stop><dt>0.25</dt>", method: str = "euler") -> bytes:
    """A file with these variables, each on a line of its own from line 4 on."""
    lines = [
        f'<xmile version="1.0" xmlns="{NAMESPACE}">', f'<sim_specs method="{method}">{specs}</sim_specs>',
        "<model><variables>", variables.strip(), "</variables></model></xmile>",
    ]  # fmt: skip
    return "\n".join(lines).encode()


def tank(equation: str, more: str = "") -> bytes:
    """A stock S that this flow fills, a constant ``rate`` and what else is given."""
    return xmile(
        f'<stock name="S"><eqn>10</eqn><inflow>f</inflow></stock>\n'
        f'<flow name="f"><eqn>{equation}</eqn></flow>\n'
        f'<aux name="rate"><eqn>2</eqn></aux>\n{more}'
    )


def taken_over(
    data: bytes, folder: Path, levers: tuple[str, ...] = (), indicators: tuple[str, ...] = ()
) -> tuple[Imported, wb.Workbook]:
    """What a file becomes, and its folder opened."""
    imported = import_xmile(data, "model.xmile", folder.name, Wishes(levers, indicators))
    write_files(folder, imported.files)
    return imported, wb.load(folder)


def entry(key: str, equation: str, kind: EntryKind = "aux", points: Points | None = None, units: str = "") -> Entry:
    """An entry whose equation begins in line 7, column 20."""
    marks, line, column = [], 7, 20
    for offset, piece in enumerate(equation):
        marks.append((offset, Place("model.xmile", line, column)))
        line, column = (line + 1, 1) if piece == "\n" else (line, column + 1)
    return Entry(key, key.title(), kind, equation, Place("model.xmile", 7, 1), tuple(marks), units=units, points=points)
