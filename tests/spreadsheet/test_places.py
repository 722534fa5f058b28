from __future__ import annotations

import pytest

from workbook.errors import Place, Problem
from workbook.folder.yaml_tree import read_yaml
from workbook.spreadsheet.cells import Cell
from workbook.spreadsheet.places import located, path_at

TEXT = """\
open:
  label: {de: x, en: y}
  range: [0, 1]
chapters:
  - id: tuer
    scenes:
      - {id: zu, when: a > 1}
"""


@pytest.mark.parametrize(
    ("what", "path"),
    [
        ("open", ("open",)),
        ("label", ("open", "label")),
        ("en: y", ("open", "label", "en")),
        ("y", ("open", "label", "en")),
        ("1]", ("open", "range", "1")),
        ("tuer", ("chapters", "tuer", "id")),
        ("when", ("chapters", "tuer", "scenes", "zu", "when")),
        ("> 1", ("chapters", "tuer", "scenes", "zu", "when")),
    ],
)
def test_the_names_on_the_way(what: str, path: tuple[str, ...]) -> None:
    assert path_at(read_yaml(TEXT, "a.yaml")[0], TEXT.index(what)) == path


def test_a_record_begins_with_its_first_name() -> None:
    tree, at = read_yaml(TEXT, "a.yaml")[0], TEXT.index("label")
    assert path_at(tree, at) == ("open", "label")
    assert path_at(tree, at, whole=True) == ("open",)


def cell(where: str) -> Cell:
    return Cell(None, "S", where)


CELLS = {
    ("a.yaml", ("open",)): cell("B2"),
    ("a.yaml", ("open", "label", "de")): cell("C2"),
    ("a.yaml", ("open", "label", "en")): cell("D2"),
    ("a.yaml", ("open", "unit")): cell("E2"),
    ("a.yaml", ("open", "range", "0")): cell("F2"),
}


@pytest.mark.parametrize(
    ("line", "column", "code", "values", "where"),
    [
        (2, 3, "shape-missing", {"key": "unit"}, "E2"),
        (2, 3, "shape-missing", {"key": "strange"}, "B2"),
        (2, 10, "text-language-missing", {"language": "en"}, "D2"),
        (2, 15, "text-html", {}, "C2"),
        (3, 10, "shape-range-order", {}, "F2"),
        (3, 14, "shape-number", {}, "B2"),
        (1, 1, "shape-identifier", {}, "B2"),
        (5, 5, "chapter-order", {}, ""),
    ],
)
def test_a_problem_finds_its_cell(line: int, column: int, code: str, values: dict[str, str], where: str) -> None:
    problem = Problem(code, Place("a.yaml", line, column), values)
    (found,) = located([problem], {"a.yaml": TEXT}, CELLS, {}, {"a.yaml": "S"})
    assert (found.sheet, found.where) == ("S", where)


def test_a_problem_of_another_file_keeps_its_place() -> None:
    problem = Problem("shape-number", Place("_core/model.yaml", 3, 4), {"found": "x"})
    (found,) = located([problem], {}, {}, {}, {})
    assert found.line("de").startswith("_core/model.yaml:3:4: ")
