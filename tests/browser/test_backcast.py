"""Planning backwards in the page: wishes, ways in Python's words, a future opened and left again; keys, phone, axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import workbook as wb
from tests.browser.conftest import opened_in
from tests.browser.steps import Keys, becomes, code, focused, settle
from tests.browser.test_access import violations
from workbook.backcasting import Plan
from workbook.backcasting.telling import conflicts, head, holds, moves, reached, say_effort
from workbook.backcasting.words import say
from workbook.run import Workbook

pytestmark = pytest.mark.browser

WINDOWS = {"desk": (1280, 800), "phone": (360, 740)}
REACHABLE = {"caseload": (None, 50), "spending": (None, 105)}
UNREACHABLE = {"staff": (2_300_000, None), "waiting_weeks": (None, 5), "direct_time": (15, None)}


@pytest.fixture(params=WINDOWS)
def page(request: Any, browser: Any, saved: Path) -> Iterator[Any]:
    width, height = WINDOWS[request.param]
    for opened in opened_in(browser, saved.as_uri(), viewport={"width": width, "height": height}, bypass_csp=True):
        opened.page.goto(opened.address)
        opened.page.wait_for_selector("html[data-bands]", state="attached")
        yield opened.page
        assert opened.complaints == []
        assert opened.asked == [opened.address]


@pytest.fixture(scope="module")
def reachable(workbook: Workbook) -> Plan:
    return wb.backcast(workbook, REACHABLE)


@pytest.fixture(scope="module")
def unreachable(workbook: Workbook) -> Plan:
    return wb.backcast(workbook, UNREACHABLE)


def open_wishes(page: Any) -> None:
    page.click("#menu")
    page.click("#backwards")
    page.locator("#wish-go").wait_for()


def wish(page: Any, workbook: Workbook, wishes: dict[str, tuple[float | None, float | None]]) -> None:
    while page.locator("[data-wish]:checked").count():
        page.locator("[data-wish]:checked").first.click()
    for name, ends in wishes.items():
        page.click(f"[data-wish={name}]")
        place = list(workbook.scenario.indicators).index(name)
        page.fill(f"#wish-value-{place}", str(next(end for end in ends if end is not None)))


def seek(page: Any) -> None:
    page.click("#wish-go")
    page.locator(".way-card").first.wait_for()


def status(page: Any) -> str:
    return page.locator("#dialog p[role=status]").inner_text()


def cards(page: Any) -> list[list[str]]:
    lines = "found => found.map((card) => [...card.querySelectorAll('h3, p, li')].map((e) => e.textContent))"
    return page.eval_on_selector_all(".way-card", lines)


def told(path: Any, plan: Plan, title: str, lang: str) -> list[str]:
    return [title, say_effort(path, lang), *moves(path, lang), *reached(path, plan.wishes, lang), holds(path, lang)]


def test_the_ways_are_told_as_python_tells_them(page: Any, workbook: Workbook, reachable: Plan) -> None:
    for lang in workbook.scenario.languages:
        page.click(f"#languages [data-lang={lang}]")
        open_wishes(page)
        if lang == "de":
            wish(page, workbook, REACHABLE)
            seek(page)
        assert status(page) == " ".join(head(reachable, lang))
        assert cards(page) == [
            told(path, reachable, say("path", lang, number=n), lang) for n, path in enumerate(reachable.paths, start=1)
        ]
        page.click("#dialog-close")


def test_what_cannot_be_reached_is_told_as_python_tells_it(page: Any, workbook: Workbook, unreachable: Plan) -> None:
    assert not unreachable.reachable
    open_wishes(page)
    wish(page, workbook, UNREACHABLE)
    seek(page)
    assert status(page) == " ".join(head(unreachable, "de"))
    assert cards(page) == [told(unreachable.nearest, unreachable, say("nearest", "de"), "de")]
    assert page.locator(".ways > p").all_text_contents() == conflicts(unreachable, "de")


def test_a_reserve_and_what_is_kept(page: Any, workbook: Workbook) -> None:
    plan = wb.backcast(workbook, REACHABLE, keep=["plain_letters"], reserve=0.1)
    open_wishes(page)
    wish(page, workbook, REACHABLE)
    page.click("#dialog details summary")
    page.click(f"[data-keep='{list(workbook.scenario.levers).index('plain_letters')}']")
    page.click("#wish-reserve")
    seek(page)
    assert status(page) == " ".join(head(plan, "de"))
    assert [card[1:] for card in cards(page)] == [told(path, plan, "", "de")[1:] for path in plan.paths]


def test_a_way_opens_its_future_and_back_leads_back(page: Any, workbook: Workbook, reachable: Plan) -> None:
    before = code(page)
    for place in (1, 0):
        open_wishes(page)
        if place:
            wish(page, workbook, REACHABLE)
            seek(page)
        page.locator(".way-card button").nth(place).click()
        settle(page)
        assert code(page) == reachable.paths[place].code
        page.locator("#dialog").wait_for(state="hidden")
    page.click("#undo")
    settle(page)
    page.click("#undo")
    settle(page)
    assert code(page) == before


def test_it_starts_in_the_world_that_is_shown(page: Any, workbook: Workbook) -> None:
    page.select_option("#world", "1")
    settle(page)
    open_wishes(page)
    wish(page, workbook, {"trust": (60, None)})
    seek(page)
    plan = wb.backcast(workbook, {"trust": (60, None)}, world=list(workbook.scenario.worlds)[1])
    assert status(page) == head(plan, "de")[0]
    assert "erfüllt die Wünsche schon" in status(page)


def test_wishes_that_say_nothing_are_answered_with_a_sentence(page: Any, workbook: Workbook) -> None:
    open_wishes(page)
    wish(page, workbook, {})
    page.click("#wish-go")
    assert status(page) == say("none", "de")
    wish(page, workbook, {"trust": (60, None)})
    field = f"#wish-value-{list(workbook.scenario.indicators).index('trust')}"
    page.fill(field, "")
    page.click("#wish-go")
    label = workbook.scenario.indicators["trust"].label["de"]
    assert status(page) == say("number", "de", label=label)
    assert page.get_attribute(field, "aria-invalid") == "true"
    assert page.evaluate("document.activeElement.id") == field[1:]
    page.fill(field, "55")
    page.click("#dialog details summary")
    for box in page.locator("[data-keep]").all():
        box.click()
    page.click("#wish-go")
    assert status(page) == say("all-kept", "de")
    assert page.locator(".way-card").count() == 0


def test_slider_and_field_say_the_same(page: Any, workbook: Workbook) -> None:
    open_wishes(page)
    wish(page, workbook, {"trust": (60, None)})
    place = list(workbook.scenario.indicators).index("trust")
    row = page.locator(".wish").nth(place)
    slider, field = row.locator("input[type=range]"), row.locator("input[type=number]")
    slider.focus()
    page.keyboard.press("End")
    assert float(field.input_value()) == workbook.scenario.indicators["trust"].utopia
    page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext").startswith(field.input_value().replace(".", ","))
    field.fill("50")
    assert float(slider.input_value()) == pytest.approx(50, abs=0.5)


def test_no_way_moves_what_is_not_shown(browser: Any, saved: Path, workbook: Workbook, tmp_path: Path) -> None:
    shown = ["case_cap", "budget_growth", "study_places"]
    path = tmp_path / "seminar.html"
    text = saved.read_text(encoding="utf-8")
    assert 'data-levers=""' in text
    path.write_text(text.replace('data-levers=""', f'data-levers="{" ".join(shown)}"'), encoding="utf-8")
    hidden = [name for name in workbook.scenario.levers if name not in shown]
    plan = wb.backcast(workbook, REACHABLE, keep=hidden)
    assert plan.reachable
    for opened in opened_in(browser, path.as_uri()):
        page = opened.open()
        open_wishes(page)
        page.click("#dialog details summary")
        assert page.locator("[data-keep]").count() == len(shown) + len(workbook.scenario.decisions)
        wish(page, workbook, REACHABLE)
        seek(page)
        lines = [
            [line for line in card if "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}" in line] for card in cards(page)
        ]
        assert lines == [[*moves(path, "de"), *reached(path, plan.wishes, "de")] for path in plan.paths]


def test_with_keys_alone(page: Any, workbook: Workbook) -> None:
    if page.viewport_size["width"] < 1000:
        pytest.skip("a phone has no keyboard")
    keys = Keys(page)
    keys.press("#menu")
    keys.press("#backwards")
    page.locator("#wish-go").wait_for()
    keys.reach("[data-wish=trust]")
    page.keyboard.press("Space")
    place = list(workbook.scenario.indicators).index("trust")
    keys.reach(f"#wish-value-{place}")
    page.keyboard.press("Control+A")
    page.keyboard.type("55")
    page.keyboard.press("Enter")
    page.locator(".way-card").first.wait_for()
    page.wait_for_function("() => document.activeElement.getAttribute('role') === 'status'")
    before = code(page)
    keys.press(".way-card:first-child button")
    settle(page)
    assert code(page) != before
    becomes(lambda: focused(page), "menu")


def test_nothing_is_cut_off_or_too_small(page: Any, workbook: Workbook) -> None:
    open_wishes(page)
    wish(page, workbook, REACHABLE)
    page.click("#dialog details summary")
    seek(page)
    assert page.evaluate("(d) => d.scrollWidth <= d.clientWidth", page.locator("#dialog").element_handle())
    small = page.evaluate(
        """() => [...document.querySelectorAll('#dialog :is(button, input, summary)')].filter((e) => {
          const {width, height} = (e.closest('label') ?? e).getBoundingClientRect();
          return e.checkVisibility() && (width < 24 || height < 24);
        }).map((e) => e.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("lang", ["de", "en", "de-einfach"])
def test_axe_finds_nothing(page: Any, workbook: Workbook, axe: str, lang: str) -> None:
    page.click(f"#languages [data-lang={lang}]")
    open_wishes(page)
    page.click("#dialog details summary")
    for wishes in (REACHABLE, UNREACHABLE):
        wish(page, workbook, wishes)
        seek(page)
        for light in ("light", "dark"):
            page.emulate_media(color_scheme=light)
            settle(page)
            assert violations(page, axe) == []
        wish(page, workbook, {})
