"""The form of a seminar writes a file that can be read, and whatever is handed out."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from workbook.seminar import read_seminar
from workbook.widgets.seminar import KINDS, SeminarForm


@pytest.fixture
def form(klein: Path, tmp_path: Path) -> SeminarForm:
    return wb.seminar_form(wb.load(klein), file=tmp_path / "seminar.yaml")


def test_what_is_filled_in_is_written_and_comes_back(form: SeminarForm, klein: Path) -> None:
    form.texts["title"].value, form.world.value, form.least.value = "Werkstatt: »Haus«", "utopie", 12
    form.levers["chairs"].value = False
    assert form.save() is not None
    found = read_seminar(form.file, form.workbook.scenario)
    assert (found.title, found.world, found.least) == ("Werkstatt: »Haus«", "utopie", 12)
    assert found.levers == ("open_hours", "welcome")
    again = wb.seminar_form(wb.load(klein), file=form.file)
    assert again.seminar == form.seminar
    assert "Gespeichert" in form.said.value
    assert "role='status'" in form.said.value


@pytest.mark.parametrize("kind", KINDS)
def test_each_button_writes_its_file(form: SeminarForm, kind: str) -> None:
    form.texts["title"].value = "Werkstatt"
    form.buttons[kind].click()
    (made,) = form.file.parent.glob("*.html")
    assert "Werkstatt" in made.read_text(encoding="utf-8")
    assert made.name in form.said.value


def test_what_does_not_fit_is_said_and_leaves_the_old_file(form: SeminarForm) -> None:
    form.save()
    before = form.file.read_bytes()
    form.texts["logo"].value = "fehlt.png"
    assert form.save() is None
    assert "Das Logo »fehlt.png«" in form.said.value
    form.texts["logo"].value = ""
    for box in form.levers.values():
        box.value = False
    assert form.save() is None
    assert "Mindestens ein Hebel" in form.said.value
    assert form.file.read_bytes() == before
    assert [p.name for p in form.file.parent.iterdir()] == ["seminar.yaml"]


def test_a_file_that_cannot_be_read_is_never_lost(klein: Path, tmp_path: Path) -> None:
    file = tmp_path / "seminar.yaml"
    file.write_text("scenario: klein\nlevers: [welcom]\n", encoding="utf-8")
    before = file.read_bytes()
    form = wb.seminar_form(wb.load(klein), file=file)
    assert "Meinten Sie »welcome«?" in form.said.value
    assert form.save() is None
    assert file.read_bytes() == before
    file.unlink()
    assert form.save() is not None


def test_text_of_others_stays_text(form: SeminarForm) -> None:
    form.texts["logo"].value = "<img src=x onerror=alert(1)>"
    form.save()
    assert "<img" not in form.said.value


def test_a_folder_that_is_not_there_is_a_sentence(klein: Path, tmp_path: Path) -> None:
    form = wb.seminar_form(wb.load(klein), file=tmp_path / "nirgends" / "seminar.yaml")
    assert form.save() is None
    assert "role='alert'" in form.said.value


def test_it_speaks_english(klein: Path, tmp_path: Path) -> None:
    form = wb.seminar_form(wb.load(klein), "en", tmp_path / "s.yaml")
    assert form.buttons["save"].description == "Save"
    form.save()
    assert "Which levers can be moved" in form.file.read_text(encoding="utf-8")
