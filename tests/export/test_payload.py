"""The data of a page: complete in every language, and nothing the page does not need."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.export.hostile import HOSTILE, hostile
from workbook.export.payload import Payload, recorded
from workbook.run import Workbook
from workbook.runcode import mark
from workbook.story import asked_in

MAY_BE_EMPTY = {"unit", "price", "crack", "series"}


@pytest.fixture(scope="module")
def data(large: Workbook) -> dict[str, Any]:
    return Payload(large).data()


def texts(value: Any, key: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every dictionary of languages in the data, with the key it stands under."""
    if isinstance(value, dict):
        if "de" in value or "en" in value:
            yield key, value
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)


def pieces(text: Any) -> list[Any]:
    """A text, or all texts of a list in lists: sentences, and the lines of labels."""
    return [piece for part in text for piece in pieces(part)] if isinstance(text, list | tuple) else [text]


def test_every_text_in_every_language(data: dict[str, Any]) -> None:
    found = list(texts(data))
    assert len(found) > 300
    for key, versions in found:
        assert list(versions) == data["languages"], key
        assert all(isinstance(piece, str) for text in versions.values() for piece in pieces(text)), key
        filled = {bool(text) for text in versions.values()}
        assert filled == {True} or (key in MAY_BE_EMPTY and filled == {False}), (key, versions)


def test_scenes_have_their_texts_in_two_languages(data: dict[str, Any]) -> None:
    for chapter in data["chapters"]:
        for scene in chapter["scenes"]:
            assert scene["html"]["de"] != scene["html"]["en"], scene["name"]
            assert scene["title"]["de"], scene["name"]


def test_it_is_json_and_small(data: dict[str, Any]) -> None:
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert len(json.dumps(data)) < 400_000


def test_levers_carry_each_position(large: Workbook, data: dict[str, Any]) -> None:
    for lever, page in zip(large.scenario.levers.values(), data["levers"], strict=True):
        assert page["values"] == [lever.value(k) for k in range(lever.positions)]
        assert page["default"] in page["values"]


def test_worlds_stand_on_positions(data: dict[str, Any]) -> None:
    assert data["worlds"][0]["levers"] == [lever["default"] for lever in data["levers"]]
    for world in data["worlds"]:
        for value, lever in zip(world["levers"], data["levers"], strict=True):
            assert value in lever["values"]
        for option, decision in zip(world["choices"], data["decisions"], strict=True):
            assert decision["options"][option]


def test_each_decision_is_asked_once(large: Workbook, data: dict[str, Any]) -> None:
    asked = [d for chapter in data["chapters"] for d in chapter["asked"]]
    assert sorted(asked) == list(range(len(data["decisions"])))
    for chapter, page in zip(large.scenario.chapters, data["chapters"], strict=True):
        assert [data["decisions"][d]["name"] for d in page["asked"]] == [
            d.name for d in asked_in(large.scenario, chapter)
        ]


def test_observations_name_known_sources(data: dict[str, Any]) -> None:
    observed = [source for indicator in data["indicators"] for _, _, source in indicator["observed"]]
    assert observed
    assert set(observed) <= set(data["sources"])


def test_the_chart_holds_every_band_and_observation(large: Workbook, data: dict[str, Any]) -> None:
    for world in large.scenario.worlds:
        for band, indicator in zip(large.run(world).bands.values(), data["indicators"], strict=True):
            low, high = indicator["range"]
            assert low <= min(band.low) <= max(band.high) <= high
            assert all(low <= value <= high for _, value, _ in indicator["observed"])


def test_what_is_recorded(large: Workbook, data: dict[str, Any]) -> None:
    s = large.scenario
    wanted = recorded(s)
    assert wanted[: len(s.indicators)] == tuple(s.indicators)
    assert not set(wanted) & (s.levers.keys() | s.constants.keys())
    assert len(set(wanted)) == len(wanted)
    assert len(data["reads"]) == len(s.levers) + len(wanted) + len(s.constants)
    places = {place for c in data["chapters"] for x in c["scenes"] for term in x["terms"] for place in term["reads"]}
    assert all(data["reads"][place] is not None for place in places), "a reason is told with a label"


def test_the_mark_belongs_to_the_numbers(small: Workbook) -> None:
    other = replace(small.scenario, fingerprint="00000007" + small.scenario.fingerprint[8:])
    assert Payload(small).data()["mark"] == mark(small.scenario)
    assert Payload(Workbook(other)).data()["mark"] == 7


def test_hostile_texts_stay_texts(small: Workbook) -> None:
    data = Payload(Workbook(hostile(small.scenario))).data()
    assert data["title"]["de"] == data["levers"][0]["help"]["en"] == HOSTILE, "escaped once, where they are shown"
    for chapter in data["chapters"]:
        for scene in chapter["scenes"]:
            for html in scene["html"].values():
                tags = {part.split(">")[0].split()[0].strip("/") for part in html.split("<")[1:]}
                assert tags <= {"p", "span", "code", "br", "a", "em", "strong"}, tags
                assert "javascript:" not in "".join(part.split(">")[0] for part in html.split("<")[1:])
