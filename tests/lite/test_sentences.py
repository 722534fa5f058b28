"""What a notebook in the browser says of its limits."""

from __future__ import annotations

import ipywidgets as ui
import pytest

import workbook as wb
from workbook import fresh
from workbook.errors import UsageError
from workbook.widgets import keeping
from workbook.widgets.words import word


@pytest.fixture
def in_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh, "at_hand", lambda: True)
    monkeypatch.setattr(keeping, "at_hand", lambda: True)


@pytest.mark.parametrize(
    "error", [ModuleNotFoundError("x", name="scipy.stats"), UsageError("ensemble-library", name="scipy")]
)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_library_that_is_missing_is_named_and_nobody_is_sent_to_install_it(in_browser, error, lang) -> None:
    said = fresh._said(error, lang)
    assert said == UsageError("usage-not-in-browser", name="scipy").text(lang)
    assert "pip install" not in said


def test_outside_of_a_browser_it_can_be_installed() -> None:
    assert "pip install" in fresh._said(UsageError("ensemble-library", name="SALib"), "de")


@pytest.mark.parametrize(("lasts", "said", "not_said"), [
    (True, "kept_in_browser", "kept_nowhere"), (False, "kept_nowhere", "kept_in_browser"),
])  # fmt: skip
def test_where_nothing_lasts_nothing_is_called_kept(
    in_browser, monkeypatch, tmp_path, klein, lasts, said, not_said
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(keeping, "lasting", lambda: lasts)
    explorer = wb.explore(wb.load(klein), "de", keep=True)
    explorer.keeper.keep()
    told = " ".join(each.value for each in explorer.keeper.box.children if isinstance(each, ui.HTML))
    assert word(said, "de") in told
    assert word(not_said, "de") not in told
