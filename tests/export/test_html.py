"""The exported file: complete in itself, two scripts that its policy names, nothing fetched."""

from __future__ import annotations

import re

import pytest

from tests.export.hostile import HOSTILE, hostile
from tests.export.page_parts import Parts, parts_of
from workbook.export import export_html, page_html
from workbook.export.assets import digest
from workbook.export.stage import CORE, SURFACE
from workbook.run import Workbook

MOST = 1_800_000
"""Bytes of a page: as an attachment it passes any mail server."""


@pytest.fixture(scope="module")
def text(large: Workbook) -> str:
    return page_html(large)


@pytest.fixture(scope="module")
def parts(text: str) -> Parts:
    return parts_of(text)


@pytest.fixture(scope="module")
def attacked(small: Workbook) -> str:
    return page_html(Workbook(hostile(small.scenario)))


def test_it_is_small_enough_to_send(text: str) -> None:
    assert len(text.encode()) <= MOST


def test_the_policy_names_each_script_and_no_other(parts: Parts) -> None:
    assert len(parts.scripts) == 2
    allowed = re.findall(r"'sha256-[^']+'", parts.policy)
    assert allowed == [digest(script) for script in parts.scripts]
    assert "unsafe-inline" not in parts.policy.partition("script-src")[2].partition(";")[0]
    assert "unsafe-eval" not in parts.policy


def test_no_element_fetches_anything(parts: Parts) -> None:
    for tag, attributes in parts.elements:
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert "://" not in value, (tag, name, value)
            assert not value.startswith("//"), (tag, name, value)
            if name in {"src", "href", "action", "data", "srcset", "poster", "formaction"}:
                assert value == "data:," or value.startswith("#"), (tag, name, value)
    assert not {"iframe", "object", "embed", "img", "base", "audio", "video"} & set(parts.tags)
    (style,) = parts.styles
    assert "url(" not in style
    assert "@import" not in style


def test_our_own_scripts_ask_nobody_and_keep_only_in_one_place() -> None:
    from workbook.assets import asset

    for name in (*CORE, *SURFACE):
        words = re.findall(
            r"\b(fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|sessionStorage|indexedDB"
            r"|cookie|import\(|eval\(|Function\(|document\.write|insertAdjacentHTML|outerHTML)",
            asset(name),
        )
        assert not words, name
        assert ("localStorage" in asset(name)) == (name == "keeping.js"), name
    holders = [name for name in (*CORE, *SURFACE) if "innerHTML" in asset(name)]
    # Scenes and our own texts, made from checked Markdown; and shapes, in which no word of a scenario stands.
    assert holders == ["narrative.js", "drawing.js", "foot.js"]
    assert sum(asset(name).count("innerHTML") for name in holders) == 4


@pytest.mark.parametrize("lang", ["de", "en"])
def test_it_opens_in_the_language_asked_for(small: Workbook, tmp_path, lang: str) -> None:
    export_html(small, tmp_path / "seite.html", lang)
    found = parts_of((tmp_path / "seite.html").read_text(encoding="utf-8"))
    assert dict(found.elements)["html"]["lang"] == lang
    assert small.scenario.title[lang] in found.text
    assert next(a["data-language"] for _, a in found.elements if a.get("class") == "wb") == lang


def test_the_same_page_each_time(small: Workbook) -> None:
    assert page_html(small) == page_html(Workbook(small.scenario))


def test_no_path_of_this_machine(text: str, root) -> None:
    assert str(root) not in text
    assert "/home/" not in text


def test_hostile_texts_add_no_element(small: Workbook, attacked: str) -> None:
    peaceful, found = parts_of(page_html(small)), parts_of(attacked)
    assert found.tags == peaceful.tags
    assert [set(a) for _, a in found.elements] == [set(a) for _, a in peaceful.elements]
    assert found.styles == peaceful.styles
    assert found.scripts[0] == peaceful.scripts[0]
    assert re.findall(r"'sha256-[^']+'", found.policy) == [digest(script) for script in found.scripts]
    assert HOSTILE.replace("\x00", "\ufffd")[:400] in found.text or HOSTILE[:400] in found.text


def test_hostile_texts_stand_in_the_script_as_data(attacked: str) -> None:
    script = parts_of(attacked).scripts[1]
    assert script.count("globalThis.pwned = 1") > 20, "the attacks are there"
    assert "<script>globalThis" not in script
    assert "\u2028" not in script
    assert "\u2029" not in script
    for value in re.findall(r'"html":\{[^{}]*\}', script):
        assert "onerror='" not in value.replace("\\u003c", "<") or "<img" not in value.replace("\\u003c", "<")


def test_a_huge_label_is_only_long(small: Workbook) -> None:
    from dataclasses import replace

    from workbook.text import Text

    huge = replace(small.scenario, title=Text.of(de="<b>" * 200_000, en="</script>" * 100_000))
    found = parts_of(page_html(Workbook(huge)))
    assert len(found.scripts) == 2
    assert "b" not in found.tags
