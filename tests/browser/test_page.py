"""What a person does with the exported page, and what the page does then."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Opened, far_end
from tests.browser.steps import becomes, marks_fade, marks_stay, rest, scenes, settle
from workbook.run import Workbook
from workbook.story import Readings, text_of

pytestmark = pytest.mark.browser


@pytest.fixture
def page(opened: Opened) -> Any:
    return opened.open()


def lever_to_raise(workbook: Workbook) -> str:
    """A lever that does not stand at its upper end."""
    return next(
        name for name, lever in workbook.scenario.levers.items() if lever.default < lever.value(lever.positions - 2)
    )


def slider(workbook: Workbook) -> str:
    return f"#lever-{lever_to_raise(workbook)}"


def code(page: Any) -> str:
    return page.locator("#code").inner_text()


def live(page: Any) -> str:
    return page.locator("#live").inner_text()


def drawn(page: Any) -> list[float]:
    """The line of the first chart."""
    return page.evaluate("() => Array.from(document.querySelector('.canvas').data[3].y)")


CUT = """() => [...document.querySelectorAll('#profile-rows .name > :first-child')]
  .filter((name) => {
    const [box, range] = [name.closest('li').getBoundingClientRect(), document.createRange()];
    range.selectNodeContents(name);
    const words = range.getBoundingClientRect(), value = name.nextSibling.getBoundingClientRect();
    return words.right > value.left + 1 || words.left < box.left - 1 || getComputedStyle(name).overflow !== 'visible';
  }).map((name) => name.textContent)"""


@pytest.mark.parametrize("lang", ["de", "en", "de-einfach"])
@pytest.mark.parametrize("width", [1000, 1280, 1920])
def test_the_names_of_the_profile_are_whole(opened: Opened, lang: str, width: int) -> None:
    page = opened.open(width=width)
    page.click(f"#languages [data-lang={lang}]")
    settle(page)
    assert page.evaluate(CUT) == []


def test_the_numbers_at_an_axis_are_whole(page: Any, workbook: Workbook) -> None:
    page.select_option("#world", "0")
    place = list(workbook.scenario.indicators).index("staff")
    chart = page.locator(f'[data-chart="{place}"] .canvas')
    chart.scroll_into_view_if_needed()
    chart.locator(".ytick text").first.wait_for(state="attached")
    rest(page, 100)
    edge = chart.evaluate("(e) => e.getBoundingClientRect().left")
    starts = chart.locator(".ytick text").evaluate_all(
        "found => found.map((e) => e.getBoundingClientRect()).filter((box) => box.width).map((box) => box.left)"
    )
    assert starts
    assert min(starts) >= edge


def test_the_own_line_lies_over_the_kept_ones(page: Any, workbook: Workbook) -> None:
    page.select_option("#world", "1")
    settle(page)
    page.click("#keep")
    page.select_option("#world", "2")
    rest(page)
    last = len(list(workbook.scenario.time.years)) - 1
    rows = page.evaluate(
        "() => document.querySelector('.canvas').data.filter((t) => t.mode === 'lines').map((t) => t.y)"
    )
    kept, own = (workbook.run(world).value("caseload", 2030) for world in ("utopie", "dystopie"))
    assert rows[-1][last] == pytest.approx(own)
    assert rows[-2][last] == pytest.approx(kept)
    # A lever moves the own line at once, and no other.
    paths = """() => [...document.querySelector('.canvas').querySelectorAll('path.js-line')]
      .map((line) => line.getAttribute('d'))"""
    before = page.evaluate(paths)
    page.focus("#lever-case_cap")
    page.keyboard.press("Home")
    settle(page)
    after = page.evaluate(paths)
    assert len(after) == len(before) == 5
    assert [a == b for a, b in zip(before, after, strict=True)] == [False, False, True, True, False]
    page.click("#compare")
    page.locator("#dialog li button").last.click()
    page.click("#dialog-close")


def type_code(page: Any, text: str) -> None:
    page.fill("#code-in", text)
    page.press("#code-in", "Enter")
    settle(page)


def test_it_asks_nobody_and_complains_of_nothing(opened: Opened, workbook: Workbook) -> None:
    opened.asked.clear()
    opened.complaints.clear()
    page = opened.open()
    for summary in page.locator("summary").all()[:8]:
        if summary.is_visible():
            summary.click()
    page.select_option("#world", "1")
    settle(page)
    page.click("#languages button:nth-child(2)")
    settle(page)
    page.mouse.wheel(0, 3000)
    rest(page, 300)
    asked = [url.partition("#")[0] for url in opened.asked if url != "about:blank" and not url.startswith("data:")]
    assert asked == [opened.address]
    assert opened.complaints == []


def test_the_numbers_are_the_notebooks(page: Any, workbook: Workbook) -> None:
    page.select_option("#world", "1")
    settle(page)
    run = workbook.run(list(workbook.scenario.worlds)[1])
    years = list(workbook.scenario.time.years)
    found = page.evaluate(
        "([names, years]) => names.map((_, k) => years.map((y) => workbookPage.run.yearly(k, y)))",
        [list(workbook.scenario.indicators), years],
    )
    bands = page.evaluate("() => workbookPage.bands")
    for name, values, band in zip(workbook.scenario.indicators, found, bands, strict=True):
        assert values == pytest.approx([run.trajectories.yearly(name, y) for y in years], rel=1e-9), name
        assert band["low"] == pytest.approx(list(run.bands[name].low), rel=1e-9), name
        assert band["better"] == run.bands[name].better


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_story_is_the_notebooks(page: Any, workbook: Workbook, lang: str) -> None:
    page.select_option("#world", "4")
    page.click(f"#languages button[data-lang={lang}]")
    settle(page)
    run = workbook.run(list(workbook.scenario.worlds)[4])
    assert scenes(page) == [told.key for told in run.told]
    story = run.story(lang, moves=False)
    assert page.locator(".scene h4").all_inner_texts() == [passage.title for passage in story.passages]
    for told, passage in zip(run.told, story.passages, strict=True):
        readings = Readings(workbook.scenario, run.setting, run.trajectories.yearly, told.chapter.year)
        expected = text_of(workbook.scenario.passages[lang][told.key], readings, lang)
        shown = page.locator(f'[data-scene="{told.key}"]').inner_text()
        if not passage.care:
            words = expected.replace("*", "").replace(">", "").split()
            assert " ".join(words[-12:]) in " ".join(shown.split()), told.key
        for side in (passage.price, passage.crack):
            assert passage.care or side in shown


def test_a_lever_moved_by_keyboard_moves_everything(page: Any, workbook: Workbook) -> None:
    before = drawn(page), live(page), code(page), scenes(page)
    page.focus(slider(workbook))
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    settle(page)
    name = lever_to_raise(workbook)
    lever = workbook.scenario.levers[name]
    at = [lever.value(k) for k in range(lever.positions)].index(lever.default)
    assert code(page) == workbook.run(levers={name: lever.value(min(at + 3, lever.positions - 1))}).code
    assert live(page) != before[1]
    for name in workbook.scenario.levers:
        page.focus(f"#lever-{name}")
        page.keyboard.press("End")
    settle(page)
    assert drawn(page) != before[0]
    assert scenes(page) != before[3]
    levers = {name: lever.high for name, lever in workbook.scenario.levers.items()}
    run = workbook.run(levers=levers)
    assert code(page) == run.code
    first = next(iter(workbook.scenario.indicators))
    expected = [run.trajectories.yearly(first, y) for y in workbook.scenario.time.years]
    assert drawn(page) == pytest.approx(expected, rel=1e-9)


def test_scenes_told_anew_are_marked(page: Any) -> None:
    before = scenes(page)
    marks_stay(page)
    page.select_option("#world", "2")
    settle(page)
    changed = sum(a != b for a, b in zip(scenes(page), before, strict=True))
    assert changed
    assert page.locator(".told").count() == changed
    marks_fade(page)
    assert page.locator(".told").count() == 0


def test_number_field_and_buttons_move_the_same_lever(page: Any, workbook: Workbook) -> None:
    name, lever = next(iter(workbook.scenario.levers.items()))
    box = page.locator(".lever", has=page.locator(f"#lever-{name}"))
    field = box.locator("input[type=number]")
    field.fill(str(lever.value(3)))
    field.press("Tab")
    settle(page)
    assert page.locator(f"#lever-{name}").input_value() == "3"
    box.locator(".row button").last.click()
    settle(page)
    assert page.locator(f"#lever-{name}").input_value() == "4"
    assert float(field.input_value()) == lever.value(4)
    assert workbook.run(levers={name: lever.value(4)}).code == code(page)
    box.locator(".reset-one").click()
    settle(page)
    assert code(page) == workbook.baseline.code


def test_a_decision_tells_another_story(page: Any, workbook: Workbook) -> None:
    changed = False
    for decision in workbook.scenario.decisions.values():
        before = scenes(page)
        for option in decision.options:
            page.check(f"#option-{decision.name}-{option}")
            settle(page)
            changed |= scenes(page) != before
        assert workbook.run_of_code(code(page)).choices[decision.name] == list(decision.options)[-1]
    assert changed


def test_back_forward_and_over(page: Any, workbook: Workbook) -> None:
    start = code(page)
    assert page.is_disabled("#undo")
    page.focus(slider(workbook))
    page.keyboard.press("ArrowRight")
    settle(page)
    moved = code(page)
    page.click("#undo")
    settle(page)
    assert code(page) == start
    page.click("#redo")
    settle(page)
    assert code(page) == moved
    assert page.is_disabled("#redo")
    page.click("#reset")
    settle(page)
    assert code(page) == start
    page.select_option("#world", "2")
    settle(page)
    assert code(page) == workbook.run(list(workbook.scenario.worlds)[2]).code
    page.click("#undo")
    settle(page)
    assert code(page) == start
    assert page.input_value("#world") == "0"


def test_the_language_changes_and_the_future_stays(page: Any, workbook: Workbook) -> None:
    page.focus(slider(workbook))
    page.keyboard.press("End")
    settle(page)
    before = code(page), scenes(page)
    page.click("#languages button[data-lang=en]")
    settle(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == workbook.scenario.title["en"]
    assert page.locator("#story-title").inner_text().lower() == "story"
    assert (code(page), scenes(page)) == before
    assert "instead of" in live(page)
    becomes(lambda: page.evaluate("document.activeElement.textContent"), "EN")
    page.click("#languages button[data-lang=de]")
    settle(page)
    assert "statt" in live(page)


def test_a_code_brings_a_future_back(page: Any, workbook: Workbook) -> None:
    name, lever = next(iter(workbook.scenario.levers.items()))
    wanted = workbook.run("dystopie", levers={name: lever.high})
    type_code(page, f" {wanted.code.lower()} ")
    assert code(page) == wanted.code
    assert scenes(page) == [told.key for told in wanted.told]
    assert page.input_value("#world") == "2"
    assert page.locator("#code-fault").inner_text() == ""


def test_a_damaged_code_is_told_and_changes_nothing(page: Any, workbook: Workbook) -> None:
    before = code(page)
    for wrong, words in (
        (before[:-1], "nicht die richtige Länge"),
        (("0" if before[0] != "0" else "3") + before[1:], "beschädigt"),
    ):
        type_code(page, wrong)
        assert words in page.locator("#code-fault").inner_text()
        assert code(page) == before
    page.click("#languages button[data-lang=en]")
    type_code(page, before[:-1])
    assert "right length" in page.locator("#code-fault").inner_text()
    type_code(page, before)
    assert page.locator("#code-fault").inner_text() == ""


def test_a_link_brings_a_future_back(opened: Opened, workbook: Workbook) -> None:
    wanted = workbook.run("verwandlung")
    page = opened.open(f"#{wanted.code}")
    assert code(page) == wanted.code
    assert scenes(page) == [told.key for told in wanted.told]
    assert page.input_value("#world") == "4"


@pytest.mark.parametrize("fragment", ["#XXXX", "#%E0%A4%A", "#<img src=x>", "#%", "#story"])
def test_a_link_that_says_nothing_opens_the_beginning(opened: Opened, workbook: Workbook, fragment: str) -> None:
    opened.complaints.clear()
    page = opened.open(fragment)
    assert code(page) == workbook.baseline.code
    assert opened.complaints == []


def test_why_this_scene(page: Any, workbook: Workbook) -> None:
    page.select_option("#world", "1")
    settle(page)
    run = workbook.run(list(workbook.scenario.worlds)[1])
    passage = run.story("de").passages[0]
    scene = page.locator(f'[data-scene="{passage.key}"]')
    scene.locator("details.why summary").click()
    scene.locator(".nearest").wait_for()
    reasons = scene.locator(".reasons li").all_inner_texts()
    assert reasons == [f"{condition} ({value})" for condition, value in passage.why]
    assert scene.locator(".nearest").inner_text() == passage.nearest


def test_why_this_number(page: Any, workbook: Workbook) -> None:
    page.select_option("#world", "0")
    names = list(workbook.scenario.levers)[:3]
    for name in names:
        page.focus(f"#lever-{name}")
        page.keyboard.press(far_end(workbook, name))
    settle(page)
    box = page.locator('[data-chart="0"]')
    box.locator("details.contributions summary").click()
    box.locator(".shares li").first.wait_for()
    shown = box.locator(".shares li > span:first-child").all_inner_texts()
    run = workbook.run_of_code(code(page))
    parts = run.why(next(iter(workbook.scenario.indicators))).parts
    ordered = sorted(parts, key=lambda player: -abs(parts[player]))
    assert shown == [workbook.scenario.levers[player.name].label["de"] for player in ordered]


def test_the_table_names_the_source_of_an_observation(page: Any, workbook: Workbook) -> None:
    s = workbook.scenario
    k, indicator = next((k, i) for k, i in enumerate(s.indicators.values()) if i.history)
    box = page.locator(f'[data-chart="{k}"]')
    box.locator("details.table summary").click()
    box.locator("tbody tr").first.wait_for()
    rows = box.locator("tbody tr").all_inner_texts()
    assert len(rows) == len(s.time.years)
    observed = [o for o in s.series[indicator.history].observations if o.year in s.time.years]
    for observation in observed:
        row = rows[int(observation.year) - s.time.start]
        assert s.sources[observation.source].publisher in row


def test_a_careful_scene_asks_first(page: Any, workbook: Workbook) -> None:
    page.select_option("#world", "2")
    settle(page)
    told = next(t for t in workbook.run("dystopie").told if t.scene.care)
    scene = page.locator(f'[data-scene="{told.key}"]')
    assert scene.locator(".text").count() == 0
    scene.locator("button").first.click()
    scene.locator(".text").wait_for()
    assert scene.locator(".text").inner_text()
