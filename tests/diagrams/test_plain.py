"""What the page gets is small, is JSON, and is what Python draws."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from workbook.branches import branches_of
from workbook.causal import causes_of
from workbook.diagrams.drawing import HALO
from workbook.diagrams.flow import lying, standing
from workbook.diagrams.plain import loops_data, manner, map_data
from workbook.diagrams.ring import ring
from workbook.export.assets import json_script


def test_the_map_is_what_python_draws(book):
    s, data = book.scenario, map_data(book.scenario)
    branches = branches_of(s)
    assert data["lying"] == lying(s, branches).plain()
    assert data["standing"] == standing(s, branches).plain()
    assert data["shares"] == [list(row) for row in branches.scenes]
    assert json.loads(json.dumps(data))["told"].keys() == set(s.languages)


def test_the_loops_are_what_python_draws(book):
    s, data = book.scenario, loops_data(book.scenario)
    for loop, plain in zip(s.loops, data["loops"], strict=True):
        circle = causes_of(s).circle(loop)
        assert plain["drawing"] == ring(s, circle).plain()
        assert plain["signs"] == [link.sign for link in circle.links]
        assert plain["delayed"] == [int(link.delayed) for link in circle.links]
        assert len(plain["through"]) == len(loop.through)
        for lang in s.languages:
            first = data["names"][lang][plain["through"][0]]
            assert first in plain["told"][lang]


def test_no_word_of_a_scenario_stands_in_the_shapes(book):
    """The page takes shapes as markup and labels as text."""
    s = book.scenario
    drawings = [map_data(s)["lying"], map_data(s)["standing"], *(loop["drawing"] for loop in loops_data(s)["loops"])]
    for plain in drawings:
        words = re.sub(r"</?(?:g|path|rect|text|circle)(?: [a-z-]+=\"[\w .,:-]*\")*/?>", "", plain["shapes"])
        assert set(words) <= set("+−?RB")


def test_a_scenario_without_loops_has_none(small):
    assert loops_data(replace(small.scenario, loops=())) is None


def test_many_chapters_only_stand(small):
    s = small.scenario
    chapter, extra = s.chapters[0], 7
    more = tuple(replace(chapter, name=f"tuer{k}") for k in range(extra))
    keys = [(f"tuer{k}.{scene.name}", f"tuer.{scene.name}") for k in range(extra) for scene in chapter.scenes]
    passages = {lang: {**texts, **{new: texts[old] for new, old in keys}} for lang, texts in s.passages.items()}
    long = map_data(replace(s, chapters=(*more, *s.chapters), passages=passages))
    assert long["lying"] is None
    assert len(long["standing"]["nodes"]) == extra + len(s.chapters)


def test_the_halo_is_the_same_as_in_python():
    assert " ".join(f'{name}="{value}"' for name, value in manner()["halo"].items()) == HALO


def test_it_stays_small(large):
    size = sum(len(json_script(data)) for data in (map_data(large.scenario), loops_data(large.scenario), manner()))
    assert size < 90_000
