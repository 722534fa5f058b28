"""The printed things on the static site: listed with their scenario, each with its size."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.export.page_parts import parts_of
from tests.kit.conftest import book
from workbook.export.site import INDEX, write_site
from workbook.kit.leaves import kit_leaves
from workbook.text import format_number


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    folder = tmp_path_factory.mktemp("kit") / "seite"
    return folder, write_site(folder, [book("klein")], kit_leaves(book("klein")), lambda _: None)


@pytest.mark.parametrize("lang", INDEX)
def test_each_file_is_listed_with_its_size(site: tuple[Path, dict[str, int]], lang: str) -> None:
    folder, sizes = site
    found = parts_of((folder / INDEX[lang]).read_text(encoding="utf-8"))
    links = [attributes["href"] for tag, attributes in found.elements if tag == "a" and "href" in attributes]
    leaves = kit_leaves(book("klein"))
    assert len(leaves) == 6
    for leaf in leaves:
        assert links.count(leaf.path) == 1
        assert f"{format_number(max(1, sizes[leaf.path] / 1000), lang)} kB" in found.text
        assert (folder / leaf.path).stat().st_size == sizes[leaf.path]


def test_a_script_is_not_made_for_participants() -> None:
    languages = {leaf.lang for leaf in kit_leaves(book("gegen-einsamkeit")) if ".script." in leaf.path}
    assert languages == {"de", "en"}
