"""The explorer without a browser: what is shown belongs to the run that is set."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from ipywidgets.widgets.widget import _instances

import workbook as wb
from workbook import charts, view
from workbook.widgets import Explorer, explore
from workbook.wording import care_words


@pytest.fixture(scope="module")
def book() -> wb.Workbook:
    return wb.load("soziale-arbeit-2030")


@pytest.fixture
def explorer(book: wb.Workbook) -> Explorer:
    return explore(book)


def titles(explorer: Explorer) -> list[str]:
    return [scene.value.split("<h4>")[1].split("</h4>")[0] for scene in explorer.scenes]


def test_it_starts_at_the_baseline(explorer: Explorer, book: wb.Workbook) -> None:
    assert explorer.run.setting == book.baseline.setting
    assert titles(explorer) == [p.title for p in book.baseline.story("de", moves=False).passages]
    assert len(explorer.figures) == 4


def test_a_slider_moves_chart_story_and_sentence(explorer: Explorer, book: wb.Workbook) -> None:
    explorer.sliders["reachability"].slider.value = 18
    run = book.run(levers={"reachability": 18})
    assert explorer.run.setting == run.setting
    assert explorer.sliders["reachability"].number.value == 18
    chart = explorer.figures["caseload"]
    assert chart.data[charts.YOU_ROW]["y"][-1] == run.value("caseload", 2030)
    assert titles(explorer) == [p.title for p in run.story("de", moves=False).passages]
    assert any("wb-told" in scene.value for scene in explorer.scenes)
    assert "statt" in explorer.live.value


def test_the_number_field_moves_the_same_lever(explorer: Explorer) -> None:
    explorer.sliders["case_cap"].number.value = 40
    assert explorer.run.levers["case_cap"] == 40
    assert explorer.sliders["case_cap"].slider.value == 40


def test_a_decision_in_the_story(explorer: Explorer) -> None:
    explorer.radios["boomers"].radio.value = "close_night"
    assert explorer.run.choices["boomers"] == "close_night"
    assert "Die Mütze" in titles(explorer)


def test_a_world_resets_everything(explorer: Explorer, book: wb.Workbook) -> None:
    explorer.set_lever("reachability", 20)
    explorer.world.value = "utopie"
    assert explorer.run.setting == book.run("utopie").setting
    assert explorer.sliders["pay_supplement"].slider.value == explorer.run.levers["pay_supplement"]


def test_reasons_and_shares_come_when_asked(explorer: Explorer, book: wb.Workbook) -> None:
    explorer.set_lever("reachability", 18)
    assert explorer.reasons[1].value == ""
    explorer.reason_switches[1].value = True
    passage = book.run(levers={"reachability": 18}).story("de").passages[1]
    assert passage.nearest
    assert passage.nearest.replace("»", "")[:20] in explorer.reasons[1].value.replace("»", "")
    explorer.why_switches["exhaustion"].value = True
    assert "Erreichbarkeit nach Dienstschluss" in explorer.shares["exhaustion"].value
    assert "%-Punkte" in explorer.shares["exhaustion"].value


def test_a_lever_without_effect_is_counted_and_not_shown(explorer: Explorer, book: wb.Workbook) -> None:
    explorer.set_lever("reachability", 18)
    explorer.choose("platform", "strike")
    run = explorer.run
    for name in book.scenario.indicators:
        amounts = [view.share_words(book.scenario, run.why(name), run.choices, "de"), run.why(name).parts]
        still = view.still_words(book.scenario, run.why(name), "de")
        assert bool(still) == (len(amounts[0]) < len(amounts[1]))
    silent = next(n for n in book.scenario.indicators if view.still_words(book.scenario, run.why(n), "de"))
    explorer.why_switches[silent].value = True
    assert view.still_words(book.scenario, run.why(silent), "de") in explorer.shares[silent].value


def test_another_language(explorer: Explorer) -> None:
    explorer._speak("en")
    assert "Everything stands" in explorer.live.value
    assert explorer.lang == "en"


def test_another_language_leaves_no_widgets_behind(explorer: Explorer) -> None:
    """What was shown before is closed: nothing of it stays open in the browser."""
    explorer._speak("en")
    count = len(_instances)
    for lang in ("de", "en", "de", "en"):
        old = explorer.profile
        explorer._speak(lang)
        assert old.comm is None
        assert explorer.profile.comm is not None
        explorer._show_all()
    explorer._speak("en")
    assert len(_instances) == count


def test_a_damaged_code_is_refused_with_a_sentence(explorer: Explorer, book: wb.Workbook) -> None:
    code = book.run("utopie").code
    explorer._typed({"new": code[:-1]})
    assert "Laufcode" in explorer.fault.value
    explorer._typed({"new": code.lower()})
    assert explorer.run.setting == book.run("utopie").setting
    assert explorer.fault.value == ""


def test_a_distressing_scene_waits_to_be_read(explorer: Explorer) -> None:
    explorer.world.value = "dystopie"
    veiled = [k for k, told in enumerate(explorer.run.told) if told.scene.care]
    assert veiled
    for k in veiled:
        told = care_words(explorer.run.told[k].scene.care, "de")
        assert told in explorer.scenes[k].value
        explorer.care_switches[k].value = True
        assert told not in explorer.scenes[k].value


def test_only_some_levers(book: wb.Workbook) -> None:
    assert list(explore(book, "de", levers=["case_cap"]).sliders) == ["case_cap"]


def test_by_the_id_of_a_scenario() -> None:
    assert explore("soziale-arbeit-2030", "en").scenario.id == "soziale-arbeit-2030"


def test_text_of_a_scenario_cannot_become_markup(book: wb.Workbook) -> None:
    from workbook.widgets import pieces

    told = pieces.shares([("<img src=x onerror=alert(1)>", 1.0, "<img>")], "<img src=y>", 1, "de")
    assert "<img" not in told
    assert "<script" not in pieces.live("<script>")


def test_the_table_of_a_chart_stays_open_while_levers_move(explorer: Explorer) -> None:
    assert explorer.tables["caseload"].value == ""
    explorer.table_switches["caseload"].value = True
    before = explorer.tables["caseload"].value
    assert before.count("<tr>") == 1 + len(explorer.scenario.time.years)
    explorer.set_lever("reachability", 18)
    assert explorer.tables["caseload"].value not in ("", before)
    assert explorer.tables["exhaustion"].value == ""


def test_a_refused_run_is_told_and_leaves_everything_in_place(
    explorer: Explorer, book: wb.Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(setting: object) -> None:
        raise wb.DivergenceError("staff", 2027.0, "nan", equation="0 / 0")

    monkeypatch.setattr(book, "run_of", refuse)
    explorer.sliders["reachability"].slider.value = 18
    assert explorer.run.setting == book.baseline.setting
    assert explorer.sliders["reachability"].slider.value == explorer.run.levers["reachability"]
    assert "staff" in explorer.live.value


def test_wrong_names_and_values_are_refused_from_code(explorer: Explorer, book: wb.Workbook) -> None:
    with pytest.raises(wb.UsageError, match="case_cap"):
        explorer.set_lever("casecap", 40)
    with pytest.raises(wb.UsageError):
        explorer.set_lever("case_cap", 1000)
    with pytest.raises(wb.UsageError, match="pool"):
        explorer.choose("all_day", "pol")
    with pytest.raises(wb.UsageError, match="de"):
        explore(book, "fr")
    with pytest.raises(wb.UsageError, match="case_cap"):
        explore(book, levers=["casecap"])
    assert explorer.run.setting == book.baseline.setting


def test_a_chart_travels_as_text_and_hostile_words_stay_words(explorer: Explorer) -> None:
    from workbook.widgets.figure import Chart

    words = '</div><script>"&lt;\'"'
    chart = Chart(words, [{"type": "scatter", "x": [1], "y": [2.5], "text": [words]}], {"height": 150})
    place = ET.fromstring(chart.value)
    assert (place.tag, place.get("aria-label"), len(place)) == ("div", words, 0)
    assert json.loads(place.get("data-figure", "")) == {"data": chart.data, "layout": {"height": 150}}
    chart.draw([{"type": "scatter", "x": [1], "y": [3.5]}])
    figure = json.loads(ET.fromstring(chart.value).get("data-figure", ""))
    assert (figure["data"][0]["y"], figure["layout"]) == ([3.5], {"height": 150})
    names = {ET.fromstring(each.value).get("aria-label") for each in explorer.figures.values()}
    assert len(names) == len(explorer.figures)
