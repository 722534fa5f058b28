"""Explorers of a notebook come to life in its file, or say why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from nbformat.v4 import new_markdown_cell

from tests.notebook.conftest import FakeStages, code_cell, written
from workbook import load
from workbook.notebook.explorers import MIME
from workbook.notebook.page import page_html
from workbook.widgets.mime import explorer_data, scenario_name


def shown(data, stages: FakeStages, **given):
    return written(code_cell({MIME: data, "text/plain": "Explorer"}), stages=stages, lang="de", **given)


def test_an_explorer_begins_where_the_notebook_stood(root: Path, klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(klein.parent)
    workbook = load(klein)
    lever = next(iter(workbook.scenario.levers.values()))
    run = workbook.run("utopie", levers={lever.name: lever.low})
    data = json.loads(json.dumps(explorer_data(run, "en", [lever.name])))
    assert str(root) not in json.dumps(data)
    stages = FakeStages()
    document = shown(data, stages, folder=klein.parent)
    (stage,) = stages.placed
    assert stage.workbook.scenario.id == workbook.scenario.id
    assert stage.setting == run.setting
    assert stage.lang == "en"
    assert stage.levers == ((lever.name,) if len(workbook.scenario.levers) > 1 else ())
    assert stage.kind == "notebook"
    assert '<section class="wb"' in document.cells[0].html


def test_a_scenario_is_named_by_id_or_by_a_relative_folder(klein: Path, tmp_path: Path, monkeypatch) -> None:
    assert scenario_name(load("soziale-arbeit-2030").scenario) == "soziale-arbeit-2030"
    monkeypatch.chdir(klein.parent.parent)
    assert scenario_name(load(klein).scenario) == "klein"
    monkeypatch.chdir(klein.parent.parent.parent)
    assert scenario_name(load(klein).scenario) == "tests/scenarios/klein"
    monkeypatch.chdir(klein / "story")
    assert scenario_name(load(klein).scenario) == ".."


def test_a_setting_without_a_code_is_still_one() -> None:
    stages = FakeStages()
    setting = {"world": "utopie", "levers": {}, "choices": {}}
    shown({"scenario": "soziale-arbeit-2030", "lang": "fr", "setting": setting}, stages)
    (stage,) = stages.placed
    assert stage.setting == load("soziale-arbeit-2030").run("utopie").setting
    assert stage.lang == "de"


@pytest.mark.parametrize(
    "wrong", [{"code": "KAPUTT"}, {"setting": {"world": "gibtsnicht"}}, {"setting": {"levers": 3}}]
)
def test_a_setting_of_an_older_scenario_begins_afresh(wrong) -> None:
    stages = FakeStages()
    document = shown({"scenario": "soziale-arbeit-2030"} | wrong, stages)
    assert stages.placed[0].setting is None
    assert "hat sich seit dem letzten Lauf" in document.cells[0].html


def test_a_scenario_is_looked_for_beside_the_notebook(klein: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, folder in (("klein", klein.parent.parent), ("klein", klein.parent), ("..", klein / "story")):
        stages = FakeStages()
        shown({"scenario": name}, stages, folder=folder)
        assert [stage.workbook.scenario.id for stage in stages.placed] == ["klein"], (name, folder)


@pytest.mark.parametrize("data", [{"scenario": "gibt-es-nicht"}, {"scenario": ""}, {}, "unsinn", None])
def test_a_missing_scenario_is_a_sentence(data, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    stages = FakeStages()
    document = shown(data, stages, folder=tmp_path)
    assert "In diese Datei ließ es sich nicht aufnehmen" in document.cells[0].html
    assert stages.placed == []
    assert document.libraries() == []
    assert "Traceback" not in page_html(document)


def test_two_explorers_read_one_scenario_once() -> None:
    stages = FakeStages()
    document = written(*(code_cell({MIME: {"scenario": "soziale-arbeit-2030"}}) for _ in "ab"), stages=stages)
    first, second = stages.placed
    assert first.workbook is second.workbook
    assert len(document.libraries()) == 2  # plotly and the runtime
    assert "wb {}" in document.style()


def test_an_explorer_right_below_a_title_gets_a_heading() -> None:
    cells = [code_cell({MIME: {"scenario": "soziale-arbeit-2030"}}) for _ in "ab"]
    document = written(new_markdown_cell("# Titel"), *cells, stages=FakeStages())
    assert [heading.rank for heading in document.headings] == [1, 2]
    assert '<h2 class="nb-quiet"' in document.cells[1].html
    assert "<h2" not in document.cells[2].html
