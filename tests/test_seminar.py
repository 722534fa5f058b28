"""A seminar's file: every problem at once with its place, and what was written can be read."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.export.hostile import ATTACKS
from workbook.cli import answer
from workbook.errors import UsageError
from workbook.folder import load
from workbook.model import Scenario
from workbook.seminar import MOST_LOGO, Seminar, SeminarError, read_seminar, scenario_of, trimmed
from workbook.seminar_text import seminar_text

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg==")


@pytest.fixture(scope="module")
def small(klein: Path) -> Scenario:
    return load(klein)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "seminar.yaml"


def told(file: Path, scenario: Scenario, text: str, lang: str = "de") -> list[str]:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SeminarError) as caught:
        read_seminar(file, scenario)
    return caught.value.text(lang).splitlines()


def test_every_problem_is_named_at_once_with_its_place(file: Path, small: Scenario) -> None:
    text = (
        "scenario: gross\ntitel: Werkstatt\nworld: utopi\nlevers: [open_hour, welcome, welcome]\n"
        "chapters:\n  - nirgends\nleast: 2\nlanguage: fr\nlogo: fehlt.svg\n"
    )
    assert told(file, small, text) == [
        f"Das Seminar in »{file}« hat Fehler (9):",
        "seminar.yaml:1:11: Dieses Seminar ist für das Szenario »gross«; geöffnet ist »klein«.",
        "seminar.yaml:2:1: »titel« ist hier nicht vorgesehen. Meinten Sie »title«? Möglich: scenario, title, lecturer, "
        "organisation, date, logo, language, world, levers, chapters, least.",
        "seminar.yaml:3:8: Eine Welt »utopi« gibt es nicht. Meinten Sie »utopie«? Möglich: weiter-so, utopie.",
        "seminar.yaml:4:10: Einen Hebel »open_hour« gibt es nicht. Meinten Sie »open_hours«? Möglich: open_hours, "
        "welcome, chairs.",
        "seminar.yaml:4:30: »welcome« steht hier zum zweiten Mal; zuerst in Zeile 4.",
        "seminar.yaml:6:5: Ein Kapitel »nirgends« gibt es nicht. Möglich: tuer, tisch.",
        "seminar.yaml:7:8: »2« ist keine ganze Zahl von 3 bis 500.",
        "seminar.yaml:8:11: Die Sprache »fr« gibt es hier nicht. Möglich: de, en.",
        "seminar.yaml:9:7: Das Logo »fehlt.svg« gibt es nicht, oder es lässt sich nicht lesen.",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "- 1\n", "scenario: [\n", "scenario: klein\nscenario: klein\n", "title: x\n", "scenario: klein\nlevers: []\n",
     "scenario: klein\nlevers: welcome\n", "scenario: klein\nleast: zehn\n", "scenario: klein\ntitle: {a: 1}\n",
     "scenario: klein\nlogo: .\n", "scenario: klein\nlogo: ../x.png\n", 'scenario: klein\nlogo: "a\\0b"\n'],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["de", "en"])
def test_what_does_not_fit_is_a_sentence(file: Path, small: Scenario, text: str, lang: str) -> None:
    lines = told(file, small, text, lang)
    assert len(lines) >= 2
    assert all(line.startswith("seminar.yaml:") for line in lines[1:])


def test_no_file_is_a_wrong_use(tmp_path: Path, small: Scenario) -> None:
    with pytest.raises(UsageError, match=r"nirgends\.yaml"):
        read_seminar(tmp_path / "nirgends.yaml", small)


# --- the logo ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "kind"),
    [(PNG, "png"), (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg+xml"),
     (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg><script>alert(1)</script></svg>", "svg+xml")],
)  # fmt: skip
def test_a_logo_becomes_an_address_of_its_kind(file: Path, small: Scenario, data: bytes, kind: str) -> None:
    (file.parent / "bild").write_bytes(data)
    file.write_text("scenario: klein\nlogo: bild\n", encoding="utf-8")
    picture = read_seminar(file, small).picture
    assert picture.startswith(f"data:image/{kind};base64,")
    assert base64.b64decode(picture.partition(",")[2]) == data


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<html><svg></svg></html>", b"\x89PNG", b"plain"])
def test_what_is_no_picture_is_refused_whatever_its_name_says(file: Path, small: Scenario, data: bytes) -> None:
    (file.parent / "logo.png").write_bytes(data)
    assert "PNG- oder SVG-Datei" in told(file, small, "scenario: klein\nlogo: logo.png\n")[1]


def test_a_logo_that_is_too_large_or_elsewhere_is_refused(file: Path, small: Scenario, tmp_path: Path) -> None:
    (tmp_path / "gross.png").write_bytes(PNG + b"\0" * MOST_LOGO)
    assert "300000" in told(file, small, "scenario: klein\nlogo: gross.png\n")[1].replace(".", "")
    (tmp_path / "woanders").mkdir()
    (tmp_path / "bild.png").write_bytes(PNG)
    inner = tmp_path / "woanders" / "seminar.yaml"
    for name in ("../bild.png", str(tmp_path / "bild.png")):
        assert "liegt nicht neben" in told(inner, small, f"scenario: klein\nlogo: {name}\n")[1]


# --- writing and reading -------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_form_chooses_everything(file: Path, small: Scenario, lang: str) -> None:
    file.write_text(seminar_text(small, Seminar("klein"), lang), encoding="utf-8")
    found = read_seminar(file, small)
    assert found.levers == tuple(small.levers)
    assert found.chapters == tuple(c.name for c in small.chapters[:-1])
    assert trimmed(small, found).chapters == small.chapters
    assert scenario_of(file) == "klein"


@pytest.mark.parametrize("title", [*ATTACKS[:20], "A: b # c", "'\"", "- x", "yes", "0x1F", "Größe – 1"])
def test_whatever_is_written_is_read(file: Path, small: Scenario, title: str) -> None:
    spoken = " ".join("".join(c if c.isprintable() else " " for c in title).split())
    said = Seminar("klein", spoken, lecturer=spoken, levers=("welcome",), chapters=("tisch",), world="utopie",
                   language="en", least=25)  # fmt: skip
    file.write_text(seminar_text(small, said, "de"), encoding="utf-8")
    if len(spoken) <= 120:
        assert read_seminar(file, small) == said


# --- the command line ----------------------------------------------------------------------------


def test_a_form_is_written_once(klein: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mein.yaml"
    assert answer(["seminar", str(klein), "-o", str(file)]) == 0
    before = file.read_bytes()
    assert answer(["seminar", str(klein), "-o", str(file)]) == 1
    assert file.read_bytes() == before
    assert "gibt es schon" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["html", "slides", "worksheet", "cards", "script"])
def test_each_export_takes_a_seminar(klein: Path, file: Path, kind: str) -> None:
    file.write_text("scenario: klein\ntitle: Werkstatt\nlanguage: en\nlevers: [welcome]\n", encoding="utf-8")
    out = file.parent / "aus.html"
    assert answer(["export", str(klein), "--to", kind, "--seminar", str(file), "-o", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "Werkstatt" in text
    assert '<html lang="en"' in text


def test_a_broken_seminar_writes_nothing(klein: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("scenario: klein\nlevers: [welcom]\n", encoding="utf-8")
    assert answer(["export", str(klein), "--seminar", str(file), "-o", str(file.parent / "x.html")]) == 1
    assert "Meinten Sie »welcome«?" in capsys.readouterr().err
    assert not (file.parent / "x.html").exists()


def test_a_notebook_takes_none(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file.parent / "x.ipynb").write_text("{}", encoding="utf-8")
    assert answer(["export", str(file.parent / "x.ipynb"), "--seminar", str(file)]) == 2
    assert "nur für Szenarien" in capsys.readouterr().err


def test_a_site_is_that_of_the_seminar(klein: Path, file: Path) -> None:
    file.write_text("scenario: klein\ntitle: Werkstatt\nlevers: [welcome]\n", encoding="utf-8")
    out = file.parent / "seite"
    assert answer(["site", str(klein), "--seminar", str(file), "-o", str(out)]) == 0
    files = {p.relative_to(out).parts[0] for p in out.rglob("*.html")}
    assert files == {"index.html", "en.html", "scenarios", "slides", "kit"}
    made = [p for folder in ("scenarios", "slides", "kit") for p in (out / folder).iterdir()]
    assert len(made) == 2 + 2 + 6
    assert all("Werkstatt" in p.read_text(encoding="utf-8") for p in made)


def test_a_site_of_several_scenarios_takes_none(klein: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("scenario: klein\n", encoding="utf-8")
    assert answer(["site", str(klein), "ki-for-good", "--seminar", str(file), "-o", str(file.parent / "s")]) == 2
    assert "ist für das Szenario »klein«, nicht für: klein, ki-for-good" in capsys.readouterr().err
