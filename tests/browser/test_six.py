"""Every scenario as a page: opens offline, plays, is accessible, and says what Python says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import workbook as wb
from tests.browser.conftest import Opened, far_end, opened_in
from tests.browser.steps import code, scenes, settle
from tests.browser.test_access import open_everything, violations
from tests.conftest import ROOT
from workbook.export import export_html
from workbook.run import Workbook

pytestmark = pytest.mark.browser

IDS = sorted(p.parent.name for p in ROOT.glob("scenarios/*/scenario.yaml") if p.parent.name != "soziale-arbeit-2030")
TOGETHER = "ki-for-good+haushalt-unter-druck"
LARGEST = 1_800_000


@pytest.fixture(scope="module", params=[*IDS, TOGETHER])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workbook, Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        workbook = wb.load(request.param)
    path = tmp_path_factory.mktemp("six") / f"{request.param}.html"
    export_html(workbook, path)
    return workbook, path


@pytest.fixture(scope="module")
def view(browser: object, exported: tuple[Workbook, Path]) -> Iterator[Opened]:
    yield from opened_in(browser, exported[1].as_uri(), bypass_csp=True)


def test_it_is_small(exported: tuple[Workbook, Path]) -> None:
    workbook, path = exported
    limit = LARGEST if "+" not in workbook.scenario.id else 1.4 * LARGEST
    assert path.stat().st_size <= limit


def test_each_world_and_language_is_told_as_in_python(exported: tuple[Workbook, Path], view: Opened) -> None:
    workbook, _ = exported
    page = view.open()
    for place, world in enumerate(workbook.scenario.worlds):
        page.select_option("#world", str(place))
        settle(page)
        run = workbook.run(world)
        assert code(page) == run.code
        assert scenes(page) == [told.key for told in run.told]
    for lang in workbook.scenario.languages:
        page.click(f"#languages [data-lang={lang}]")
        settle(page)
        run = workbook.run(list(workbook.scenario.worlds)[-1])
        assert scenes(page) == [told.key for told in run.told]
        for passage in run.story(lang, moves=False).passages:
            assert page.locator("#chapters", has_text=passage.title).count() == 1
    assert view.complaints == []
    assert [address for address in view.asked if not address.startswith(("file:", "data:", "blob:", "about:"))] == []


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(exported: tuple[Workbook, Path], view: Opened, axe: str, width: int) -> None:
    workbook, _ = exported
    page = view.open(width=width, height=800)
    if width < 1000:
        page.click(".tabs [data-tab=levers]")
    for name in list(workbook.scenario.levers)[:3]:
        page.focus(f"#lever-{name}")
        page.keyboard.press(far_end(workbook, name))
    settle(page)
    if width < 1000:
        for tab in ("levers", "story", "numbers"):
            page.click(f".tabs [data-tab={tab}]")
            assert violations(page, axe) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    else:
        open_everything(page)
        assert violations(page, axe) == []
