"""The form of a seminar writes a file that can be read, and whatever is handed out."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from tests.export.page_parts import parts_of
from tests.test_seminar import PNG
from workbook.seminar import MOST_LOGO, read_seminar
from workbook.widgets import seminar as module
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
    form.texts["logo"].value, form.texts["date"].value = "", "x" * 61
    assert form.save() is None
    assert "Wann: Der Text hat 61 Zeichen" in form.said.value
    form.texts["date"].value = ""
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
    assert "Meinten Sie »welcome«?" in form.above.value
    assert form.save() is None
    assert "Meinten Sie »welcome«?" in form.said.value
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


def test_another_scenario_brings_its_levers_and_keeps_who_and_when(form: SeminarForm) -> None:
    form.texts["title"].value, form.least.value = "Werkstatt", 12
    assert form.scenario.value == "klein"
    form.scenario.value = "ki-for-good"
    s = wb.load("ki-for-good").scenario
    assert (list(form.levers), form.texts["title"].value, form.least.value) == ([*s.levers], "Werkstatt", 12)
    assert form.save().scenario == "ki-for-good"
    # Opened with the old scenario, as a notebook does each time, it is the one of the file.
    again = wb.seminar_form("soziale-arbeit-2030", file=form.file)
    assert again.seminar == form.seminar


def test_a_scenario_with_problems_is_not_gone_over_to(
    form: SeminarForm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    broken = tmp_path / "scenarios/kaputt"
    broken.mkdir(parents=True)
    (broken / "scenario.yaml").write_text("format: 1\nid: kaputt\ntitle: {de: Kaputt}\n", encoding="utf-8")
    form = wb.seminar_form(form.workbook, file=form.file)
    assert ("Kaputt", "kaputt") in form.scenario.options
    form.scenario.value = "kaputt"
    assert "scenario.yaml" in form.above.value
    assert (form.scenario.value, form.workbook.scenario.id) == ("klein", "klein")
    assert form.save() is not None


def test_what_was_written_elsewhere_meanwhile_is_kept(form: SeminarForm) -> None:
    form.save()
    form.file.write_text("scenario: klein\ntitle: Von Hand\n", encoding="utf-8")
    form.buttons["html"].click()
    assert "inzwischen" in form.said.value
    assert [p.name for p in form.file.parent.iterdir()] == ["seminar.yaml"]
    assert "Von Hand" in form.file.read_text(encoding="utf-8")
    assert wb.seminar_form(form.workbook, file=form.file).texts["title"].value == "Von Hand"


def test_a_mended_file_is_read_before_it_is_written(klein: Path, tmp_path: Path) -> None:
    file = tmp_path / "seminar.yaml"
    file.write_text("scenario: klein\nlevers: [welcom]\n", encoding="utf-8")
    form = wb.seminar_form(wb.load(klein), file=file)
    file.write_text("scenario: klein\nlevers: [welcome]\n", encoding="utf-8")
    assert form.save() is None
    assert "inzwischen" in form.said.value


def picked(form: SeminarForm, name: str, data: bytes, size: int | None = None) -> str:
    """What is said when a person picks a file; the field sends no bytes of what is too large."""
    form.upload._handle_custom_msg({"name": name, "size": size or len(data)}, [data] if data else [])
    return form.above.value


def test_a_logo_is_picked_and_lies_beside_the_file(form: SeminarForm) -> None:
    assert "ist keine" in picked(form, "kein.png", b"GIF89a")
    assert f"erlaubt sind {MOST_LOGO}" in picked(form, "gross.png", b"", 30_000_000)
    assert "lässt sich nicht lesen" in picked(form, "weg.png", b"", 80)
    assert form.texts["logo"].value == ""
    form.buttons["save"].click()
    assert "seminar-logo.png" in picked(form, "../Mein Logo.PNG", PNG)
    assert form.save().picture.startswith("data:image/png;base64,")
    assert {p.name for p in form.file.parent.iterdir()} == {"seminar.yaml", "seminar-logo.png"}


def test_everything_comes_into_one_folder_that_bears_its_name(form: SeminarForm) -> None:
    form.texts["title"].value = "Werkstatt <b>"
    form.language.value = "en"
    form.levers["chairs"].value = False
    form.buttons["folder"].click()
    folder = form.file.parent / "seminar"
    assert str(folder / "index.html") in form.said.value
    index = parts_of((folder / "index.html").read_text(encoding="utf-8"))
    assert ("Werkstatt <b>" in index.text, "2 levers" in index.text) == (True, True)
    made = {p.relative_to(folder).as_posix() for p in folder.rglob("*.html")}
    assert {"de.html", "scenarios/klein.en.html", "slides/klein.en.html", "kit/klein.cards.en.html"} < made
    targets = [a["href"] for tag, a in index.elements if tag == "a" and not a["href"].startswith("#")]
    assert {*targets, "index.html"} == made


def test_a_folder_of_somebody_else_is_left_alone(form: SeminarForm) -> None:
    mine = form.file.parent / "seminar/mein.txt"
    mine.parent.mkdir()
    mine.write_text("x", encoding="utf-8")
    assert form.fold() is None
    assert "mein.txt" in form.said.value
    assert [p.name for p in mine.parent.iterdir()] == ["mein.txt"]


def test_whatever_goes_wrong_is_said(form: SeminarForm, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> str:
        raise faults[0]

    faults: list[Exception] = []
    monkeypatch.setattr(form, "_maker", module.Maker(refused, refused, wb.load, {}))
    for fault, told in ((OSError(28, "No space left"), "der Datenträger ist voll"), (KeyError("x"), "KeyError")):
        faults[:] = [fault]
        for button in ("html", "folder"):
            form.buttons[button].click()
            assert told.lower() in form.said.value.lower()
            assert "role='alert'" in form.said.value


def test_all_or_none_at_once(form: SeminarForm) -> None:
    form.links["levers", "no"].click()
    assert (form.seminar.levers, len(form.seminar.chapters)) == ((), len(form.chapters))
    form.links["levers", "all"].click()
    assert form.seminar.levers == (*form.levers,)
