"""What stands inside a script cannot end it, and only known scripts run."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.hostile import ATTACKS
from workbook.assets import asset
from workbook.export.assets import digest, json_script, policy, script_safe

PLOTLY = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
"""Of the file in npm's plotly.js-basic-dist-min 4.1.1."""

ENDINGS = ("</script", "<!--", "<script", "\u2028", "\u2029")


def test_plotly_is_the_published_file(root) -> None:
    vendored = root / "workbook" / "static" / "vendor" / "plotly-basic.min.js"
    assert hashlib.sha256(vendored.read_bytes()).hexdigest() == PLOTLY
    assert vendored.with_name("plotly-basic.LICENSE.txt").is_file()


@pytest.mark.parametrize("text", ATTACKS)
def test_data_in_a_script_is_data(text: str) -> None:
    written = json_script({"a": [text]})
    assert not any(ending in written.lower() for ending in ENDINGS)
    assert not set("<&") & set(written), "without these nothing begins or ends; > alone is a letter"
    assert json.loads(written) == {"a": [text]}


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=4)))
def test_any_data_comes_back(data: object) -> None:
    written = json_script(data)
    assert not set("<&\u2028\u2029") & set(written)
    assert json.loads(written) == data


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        json_script([float("nan")])


@pytest.mark.parametrize("text", ['"</script>"', "'</SCRIPT >'", "/<!--/", "'<!--<script>'", "a</b/"])
def test_nothing_in_code_ends_its_element(text: str) -> None:
    safe = script_safe(text)
    assert "</" not in safe
    assert "<!--" not in safe


def test_code_without_endings_is_left_alone() -> None:
    text = asset("explorer.js")
    assert script_safe(text) == text, "a comparison like a</b/ would change its meaning"


def test_a_digest_is_what_browsers_compute() -> None:
    expected = base64.b64encode(hashlib.sha256("alert('ä')".encode()).digest()).decode()
    assert digest("alert('ä')") == f"'sha256-{expected}'"


def test_the_policy_allows_no_connection() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy(["a", "b"]).split("; "))
    assert rules["default-src"] == rules["connect-src"] == rules["form-action"] == rules["base-uri"] == "'none'"
    assert rules["script-src"].split() == [digest("a"), digest("b")]
    assert rules["img-src"] == "data: blob:"
