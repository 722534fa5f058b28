"""Who may import whom, and where third parties are let in."""

from __future__ import annotations

import ast

import pytest

LAYERS = (
    ("errors", "catalogue", "messages", "text", "assets", "browser", "saving"),
    ("expr",),
    ("model",),
    ("prose",),
    ("folder",),
    ("engine",),
    ("setting",),
    ("simulate", "beforehand"),
    ("story", "why", "runcode", "nearest", "band", "hindcast", "wording", "plays", "causal", "branches", "variant"),
    ("run", "audit"),
    ("playfile", "shelf", "own", "seminar", "seminar_text"),
    ("plain_frame",),
    ("view", "table", "ensembles", "backcasting", "comparing"),
    ("charts", "diagrams", "reasons"),
    ("export", "widgets", "room"),
    ("calibration", "interchange", "spreadsheet", "insight", "kit", "xmile"),
    ("notebook",),
    ("slides", "lite"),
    ("lab", "commands", "fresh", "cli", "__init__", "__main__"),
)
HOMES = {
    "yaml": {"folder"},
    "pint": {"folder"},
    "markdown_it": {"folder", "prose", "export", "widgets", "commands", "notebook"},
    "plotly": {"charts"},
    "ipywidgets": {"widgets"},
    "anywidget": {"widgets"},
    "traitlets": {"widgets", "notebook"},
    "typer": {"cli", "commands"},
    "rich": {"cli", "commands", "notebook"},
    "nbconvert": {"lab", "commands", "notebook"},
    "websocket": {"export"},
    "networkx": {"causal"},
    "scipy": {"ensembles", "audit", "calibration", "insight"},
    "SALib": {"insight"},
    "numba": {"ensembles"},
    "distributed": {"ensembles"},
    "dask": {"ensembles"},
    "pyphen": {"audit"},
    "syllapy": {"audit"},
    "openpyxl": {"spreadsheet", "commands"},
}


def imports(root):
    """(module's drawer, imported name, whether at the top of the file, file)."""
    for path in sorted((root / "workbook").rglob("*.py")):
        drawer = path.relative_to(root / "workbook").parts[0].removesuffix(".py")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{a.name}" for a in node.names]
            for name in names:
                yield drawer, name, node in tree.body, path.relative_to(root)


def test_nobody_imports_from_above(root):
    rank = {drawer: k for k, layer in enumerate(LAYERS) for drawer in layer}
    wrong = []
    for drawer, name, top, path in imports(root):
        parts = name.split(".")
        assert drawer in rank, f"{path}: say in tests/test_layers.py where {drawer} stands"
        if parts[0] == "workbook" and top and drawer not in ("__init__", "__main__"):
            target = parts[1] if len(parts) > 1 and parts[1] in rank else "__init__"
            if rank[target] > rank[drawer]:
                wrong.append(f"{path}: {name}")
    assert not wrong


def test_widgets_and_export_do_not_know_each_other(root):
    for drawer, name, _, path in imports(root):
        assert not (drawer == "widgets" and name.startswith("workbook.export")), path
        assert not (drawer == "export" and name.startswith("workbook.widgets")), path


@pytest.mark.parametrize("library", HOMES)
def test_a_library_has_one_home(root, library):
    guests = {(d, str(path)) for d, name, _, path in imports(root) if name.split(".")[0] == library}
    assert {drawer for drawer, _ in guests} <= HOMES[library], guests


@pytest.mark.parametrize("library", ["numpy", "pandas", "plotly"])
def test_heavy_libraries_are_imported_where_they_are_needed(root, library):
    early = {str(p) for d, n, top, p in imports(root) if n.split(".")[0] == library and top and d != "widgets"}
    assert early <= {"workbook/charts.py", "workbook/table.py"}
