"""Nothing is lost on the way to Excel and back, and an edit changes what it says and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.spreadsheet.conftest import Tables, changed_lines
from workbook.folder import available, check_folder
from workbook.spreadsheet.back import read_back
from workbook.spreadsheet.judge import write_files
from workbook.spreadsheet.write import save

SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module", params=[*available(), "klein"])
def whole(request: pytest.FixtureRequest, root: Path, klein: Path, tmp_path_factory) -> tuple[Path, Path]:
    """A folder, and its Excel file."""
    folder = klein if request.param == "klein" else root / "scenarios" / request.param
    path = tmp_path_factory.mktemp("whole") / f"{request.param}.xlsx"
    save(folder, "de", path)
    return folder, path


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_file_that_nobody_edited_gives_the_same_folder(whole: tuple[Path, Path], tmp_path: Path) -> None:
    folder, path = whole
    made = read_back(path, folder.parent)
    write_files(tmp_path, made.files)
    assert bytes_of(tmp_path) == bytes_of(folder)
    assert (made.changed, made.added, made.removed, made.followed) == (0, 0, 0, 0)


def test_every_cell_comes_from_the_files_and_not_from_what_is_carried(whole: tuple[Path, Path]) -> None:
    """The round trip would also hold if nothing were shown: so each sheet must hold what the scenario holds."""
    folder, path = whole
    scenario, _ = check_folder(folder)
    assert scenario is not None
    book = openpyxl.load_workbook(path)
    marks = {
        sheet.title: [c.value for c in sheet["A"][1:] if c.value] for sheet in book if sheet["A"][0].value == "Zeile"
    }
    assert marks["Hebel"] == list(scenario.levers)
    assert marks["Indikatoren"] == list(scenario.indicators)
    assert marks["Welten"] == list(scenario.worlds)
    assert marks["Szenen"] == [f"{c.name}/{s.name}" for c in scenario.chapters if c.name != "ending" for s in c.scenes]
    assert len(marks["Texte"]) == len(scenario.languages) * (len(marks["Szenen"]) + len(marks["Enden"]))
    own = [name for name, constant in scenario.constants.items() if not constant.place.file.startswith("_")]
    assert sorted(marks["Konstanten"]) == sorted(own)


def test_saving_with_another_program_changes_nothing(whole: tuple[Path, Path], tmp_path: Path) -> None:
    folder, path = whole
    openpyxl.load_workbook(path).save(tmp_path / path.name)
    assert changed_lines(read_back(tmp_path / path.name, folder.parent)) == []


@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice here")
def test_saving_with_libreoffice_changes_nothing(whole: tuple[Path, Path], tmp_path: Path) -> None:
    folder, path = whole
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    line = [str(SOFFICE), "--headless", profile, "--convert-to", "xlsx", "--outdir", str(tmp_path), str(path)]
    subprocess.run(line, check=True, capture_output=True, timeout=600)
    assert changed_lines(read_back(tmp_path / path.name, folder.parent)) == []


def test_english_titles_are_read_back_too(tables_of, klein: Path) -> None:
    tables = tables_of(klein, "en")
    tables.set("Levers", "open_hours", "Default", 25)
    assert tables.changes() == ["levers.yaml -  default: 20", "levers.yaml +  default: 25"]


def line_edit(tables: Tables) -> None:
    tables.set("Hebel", "open_hours", "Vorgabe", 25)


EDITS = {
    "number": (
        lambda t: t.set("Konstanten", "join_rate", "Wert", 0.45),
        ["model.yaml -    value: 0.4", "model.yaml +    value: 0.45"],
    ),
    "one end of a range": (
        lambda t: t.set("Hebel", "open_hours", "Spanne bis", 60),
        ["levers.yaml -  range: [0, 40]", "levers.yaml +  range: [0, 60]"],
    ),
    "a text that needs quotes": (
        lambda t: t.set("Hebel", "open_hours", "Name (de)", "Zeit: offen"),
        [
            "levers.yaml -  label: {de: Öffnungszeit, en: Opening hours}",
            "levers.yaml +  label: {de: 'Zeit: offen', en: Opening hours}",
        ],
    ),
    "a word that YAML takes for a truth": (
        lambda t: t.set("Hebel", "open_hours", "Name (en)", "Yes"),
        [
            "levers.yaml -  label: {de: Öffnungszeit, en: Opening hours}",
            "levers.yaml +  label: {de: Öffnungszeit, en: 'Yes'}",
        ],
    ),
    "a sign is kept": (
        lambda t: t.set("Antworten stellen", "rent/share/change/welcome", "Wert", 30),
        [
            "decisions.yaml -    share: {label: {de: Teilen, en: Share}, text: {de: Zwei Häuser teilen., "
            "en: Two houses share.}, change: {open_hours: -5, welcome: +20}}",
            "decisions.yaml +    share: {label: {de: Teilen, en: Share}, text: {de: Zwei Häuser teilen., "
            "en: Two houses share.}, change: {open_hours: -5, welcome: +30}}",
        ],
    ),
    "a comment behind stays": (
        lambda t: t.set("Bestände", "memory", "Kennung", "recall"),
        [
            "indicators.yaml -  equals: memory",
            "indicators.yaml +  equals: recall",
            "model.yaml -  memory:                      # closed form: 100 * (1 - decay_rate / 12) ** months",
            "model.yaml +  recall:                      # closed form: 100 * (1 - decay_rate / 12) ** months",
            "model.yaml -    equals: decay_rate * memory",
            "model.yaml +    equals: decay_rate * recall",
        ],
    ),
    "a list": (
        lambda t: t.set("Prüfungen", "open_house_reaches_more", "Jahre", "2029, 2030"),
        ["checks.yaml -  years: [2030]", "checks.yaml +  years: [2029, 2030]"],
    ),
    "several lines of a cell": (
        lambda t: t.set("Szenario", "authors", "Wert", "Redaktion\nZweite"),
        ["scenario.yaml -authors: [Redaktion]", "scenario.yaml +authors: [Redaktion, Zweite]"],
    ),
    "a single value": (
        lambda t: t.set("Szenario", "time.end", "Wert", 2032),
        [
            "scenario.yaml -time: {start: 2015, now: 2025, end: 2031, step: 1/12, method: euler}",
            "scenario.yaml +time: {start: 2015, now: 2025, end: 2032, step: 1/12, method: euler}",
        ],
    ),
    "an optional value": (
        lambda t: t.set("Bestände", "guests", "Nie negativ", True),
        ["model.yaml +    nonnegative: true"],
    ),
    "an optional value cleared": (
        lambda t: t.set("Indikatoren", "memory_left", "Stellen", None),
        ["indicators.yaml -  digits: 1"],
    ),
    "an observation": (
        lambda t: t.set("Reihen", "house.csv:4", "Wert", 12.5),
        [
            'data/house.csv -reach_survey,Reichweite,Reach,2016,12,%,house2020,"Befragung, klein"',
            'data/house.csv +reach_survey,Reichweite,Reach,2016,12.5,%,house2020,"Befragung, klein"',
        ],
    ),
    "a text of a scene": (
        lambda t: t.set("Texte", "de/tisch/voll", "Text", "Der Tisch reicht bis zur Tür."),
        [
            "story/de/tisch.md -Der Tisch reicht bis in den Flur.",
            "story/de/tisch.md +Der Tisch reicht bis zur Tür.",
        ],
    ),
    "a heading of a scene": (
        lambda t: t.set("Texte", "en/tisch/leer", "Titel", "Four cups"),
        ["story/en/tisch.md -## leer: Three cups", "story/en/tisch.md +## leer: Four cups"],
    ),
    "a condition": (
        lambda t: t.set("Szenen", "tuer/offen", "Bedingung", "reach > 25 and time > 2026"),
        [
            "story.yaml -      - {id: offen, when: reach > 25, mood: utopia, voice: host}",
            "story.yaml +      - {id: offen, when: reach > 25 and time > 2026, mood: utopia, voice: host}",
        ],
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_one_edit_changes_exactly_its_lines(tables: Tables, name: str) -> None:
    edit, expected = EDITS[name]
    edit(tables)
    assert tables.changes() == expected


def test_a_new_lever_is_written_like_the_others(tables: Tables) -> None:
    tables.add(
        "Hebel", "welcome", Kennung="music", **{"Name (de)": "Musik", "Name (en)": "Music", "Erklärung (de)": "Abende.",
        "Erklärung (en)": "Evenings.", "Einheit": "hours/week", "Spanne von": 0, "Spanne bis": 4, "Schritt": 0.5,
        "Vorgabe": 1.5, "Gruppe (de)": "Haus", "Gruppe (en)": "House"},
    )  # fmt: skip
    made = tables.read()
    assert made.files["levers.yaml"].decode() == made.before["levers.yaml"].decode().replace(
        "welcome:\n",
        "music:\n"
        "  label: {de: Musik, en: Music}\n"
        "  help: {de: Abende., en: Evenings.}\n"
        "  unit: hours/week\n"
        "  range: [0, 4]\n"
        "  step: 0.5\n"
        "  default: 1.5\n"
        "  group: {de: Haus, en: House}\n"
        "welcome:\n",
    )
    assert made.added == 1


def test_a_new_scene_with_its_texts(tables: Tables) -> None:
    tables.add("Szenen", "tuer/zu", Kapitel="tuer", Kennung="spalt", Bedingung="reach > 20", Stimmung="ambivalent",
               Stimme="guest")  # fmt: skip
    tables.add("Texte", Kapitel="tuer", Szene="spalt", Sprache="de", Titel="Ein Spalt", Text="Licht fällt heraus.")
    tables.add("Texte", Kapitel="tuer", Szene="spalt", Sprache="en", Titel="A gap", Text="Light falls out.")
    assert tables.changes() == [
        "story.yaml +      - {id: spalt, when: reach > 20, mood: ambivalent, voice: guest}",
        *(f"story/de/tuer.md +{line}" for line in ("", "## spalt: Ein Spalt", "", "Licht fällt heraus.")),
        *(f"story/en/tuer.md +{line}" for line in ("", "## spalt: A gap", "", "Light falls out.")),
    ]


def test_a_deleted_scene_takes_its_lines_and_no_others(tables: Tables) -> None:
    tables.delete("Szenen", "tisch/leer")
    tables.delete("Texte", "de/tisch/leer")
    tables.delete("Texte", "en/tisch/leer")
    made = tables.read()
    assert made.removed == 3
    removed = changed_lines(made)
    assert removed[0] == (
        "story.yaml -      - {id: leer, when: 'change(reach, 2025, 2029) < 0', mood: dystopia, voice: host}"
    )
    assert all(" -" in line for line in removed)
    assert "story/de/tisch.md -## leer: Drei Tassen" in removed


def test_the_last_entry_of_an_optional_group_takes_the_group_with_it(tables: Tables) -> None:
    tables.delete("Rückkopplungen", "room")
    assert tables.changes() == [
        "model.yaml -loops:",
        "model.yaml -  room:",
        "model.yaml -    label: {de: 'Wer schon da ist, kommt nicht mehr dazu', en: Who is there cannot join}",
        "model.yaml -    kind: balancing",
        "model.yaml -    through: [joining, guests]",
    ]


def test_a_file_that_was_not_there_is_made(tables: Tables) -> None:
    tables.add("Angaben", Kennung="house_rule", Quelle="house2020", Stand="2026-01-01", **{
        "Name (de)": "Regel", "Name (en)": "Rule", "Text (de)": "Es gilt: leise.", "Text (en)": "Quiet.",
        "Prüfen bis": "2027-01-01"})  # fmt: skip
    assert tables.changes() == [
        f"facts.yaml +{line}"
        for line in (
            "house_rule:",
            "  label: {de: Regel, en: Rule}",
            "  text: {de: 'Es gilt: leise.', en: Quiet.}",
            "  source: house2020",
            "  stand: 2026-01-01",
            "  check_by: 2027-01-01",
        )
    ]


def test_rows_that_change_places_change_places_in_the_file(tables: Tables) -> None:
    ws = tables.book["Szenen"]
    first, second = tables.row("Szenen", "tisch/voll"), tables.row("Szenen", "tisch/leer")
    for k in range(1, ws.max_column + 1):
        a, b = ws.cell(first, k), ws.cell(second, k)
        a.value, b.value = b.value, a.value
    made = tables.read()
    before, after = (files["story.yaml"].decode().splitlines() for files in (made.before, made.files))
    at = next(k for k, line in enumerate(before) if "id: voll" in line)
    before[at], before[at + 1] = before[at + 1], before[at]
    assert after == before


def test_sorting_a_sheet_of_names_only_moves_blocks(tables: Tables) -> None:
    ws = tables.book["Hebel"]
    rows = [[cell.value for cell in row] for row in ws.iter_rows(min_row=2, max_row=4)]
    for target, values in zip(ws.iter_rows(min_row=2, max_row=4), reversed(rows), strict=True):
        for cell, value in zip(target, values, strict=True):
            cell.value = value
    made = tables.read()
    before, after = made.before["levers.yaml"].decode(), made.files["levers.yaml"].decode()
    assert [line for line in after.splitlines() if not line.startswith(" ")] == ["chairs:", "welcome:", "open_hours:"]
    assert sorted(after.splitlines()) == sorted(before.splitlines())


@pytest.mark.parametrize("sheet", ["Hebel", "Konstanten", "Antworten stellen", "Texte", "Reihen"])
def test_a_sheet_whose_marks_stayed_behind_when_it_was_sorted_is_read_by_its_names(tables: Tables, sheet: str) -> None:
    ws = tables.book[sheet]
    last = max(cell.row for cell in ws["A"] if cell.value)
    rows = [[cell.value for cell in row] for row in ws.iter_rows(min_row=2, max_row=last, min_col=2)]
    for target, values in zip(ws.iter_rows(min_row=2, max_row=last, min_col=2), reversed(rows), strict=True):
        for cell, value in zip(target, values, strict=True):
            cell.value = value
    made = tables.read()
    assert made.followed == 0
    for name in made.before:
        before, after = (files[name].decode().splitlines() for files in (made.before, made.files))
        assert sorted(filter(None, before)) == sorted(filter(None, after)) or sheet == "Antworten stellen"


def test_the_filter_sorts_the_marks_too(tables: Tables) -> None:
    assert {ws.auto_filter.ref.partition(":")[0] for ws in tables.book.worksheets[1:-1]} == {"A1"}


def test_a_copied_row_is_a_new_one(tables: Tables) -> None:
    ws = tables.book["Quellen"]
    row = tables.row("Quellen", "house2020")
    for k in range(1, ws.max_column + 1):
        ws.cell(row + 1, k).value = ws.cell(row, k).value
    ws.cell(row + 1, 2).value = "house2021"
    made = tables.read()
    assert (made.added, made.removed) == (1, 0)
    assert list(made.files["sources.yaml"].decode().splitlines())[6] == "house2021:"


RENAMED = {
    "lever": ("Hebel", "welcome", "greeting", {"levers.yaml", "decisions.yaml", "model.yaml", "worlds.yaml"}),
    "indicator": (
        "Indikatoren", "reach", "share_of_guests",
        {"indicators.yaml", "checks.yaml", "story.yaml", "story/de/tuer.md", "story/en/tuer.md", "story/de/tisch.md",
         "story/en/tisch.md"},
    ),
    "decision": ("Entscheidungen", "rent", "lease", {"decisions.yaml", "story.yaml", "worlds.yaml"}),
    "option": ("Antworten", "rent/share", "together", {"decisions.yaml", "story.yaml", "worlds.yaml"}),
    "default option": ("Antworten", "rent/pay", "accept", {"decisions.yaml"}),
    "world": ("Welten", "utopie", "offen", {"worlds.yaml", "checks.yaml"}),
    "source": ("Quellen", "house2020", "report", {"sources.yaml", "model.yaml", "data/house.csv"}),
    "voice": ("Stimmen", "host", "hostess", {"scenario.yaml", "story.yaml"}),
    "flow": ("Größen", "joining", "arriving", {"model.yaml"}),
    "constant": ("Konstanten", "join_rate", "arrival_rate", {"model.yaml"}),
    "scene": ("Szenen", "tuer/zu", "geschlossen", {"story.yaml", "story/de/tuer.md", "story/en/tuer.md"}),
    "ending": ("Enden", "ruine", "leerstand", {"story.yaml", "story/de/ending.md", "story/en/ending.md"}),
    "chapter": (
        "Kapitel", "tuer", "eingang",
        {"story.yaml", "story/de/tuer.md", "story/en/tuer.md", "story/de/eingang.md", "story/en/eingang.md"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", RENAMED)
def test_a_changed_id_is_followed_wherever_it_stands(tables: Tables, kind: str) -> None:
    sheet, mark, new, files = RENAMED[kind]
    tables.set(sheet, mark, "Kennung", new)
    made = tables.read()  # a valid scenario: nothing still asks for the old id
    assert {line.split(" ")[0] for line in changed_lines(made)} == files
    assert (made.changed, made.added, made.removed) == (1, 0, 0)


def test_a_name_that_acts_on_the_core_keeps_its_id(tables_of, root: Path) -> None:
    tables = tables_of(root / "scenarios/gegen-einsamkeit")
    where = tables.set("Größen", "demand_factor", "Kennung", "demand_share")
    assert tables.faults() == [("Größen", where, "table-port")]


def test_a_long_text_keeps_the_lines_that_did_not_change(tables_of, root: Path) -> None:
    tables = tables_of(root / "scenarios/gegen-einsamkeit")
    cell = tables.cell("Hebel", "meeting_places", "Erklärung (de)")
    cell.value = cell.value.replace("zu kaufen", "zu bezahlen")
    assert [line.partition(" ")[2].strip()[:40] for line in tables.changes()] == [
        "-      Orte im Viertel, an denen man sit",
        "+      Orte im Viertel, an denen man sit",
    ]


def test_shared_parts_are_shown_and_not_read(tables_of, root: Path) -> None:
    tables = tables_of(root / "scenarios/gegen-einsamkeit")
    core = tables.book["Gemeinsamer Kern"]
    assert core.protection.sheet
    assert "posts_per_person" in [cell.value for cell in core["C"]]
    core["E2"].value = 999
    assert tables.changes() == []


def test_own_sheets_and_columns_are_left_alone(tables: Tables) -> None:
    tables.book.create_sheet("Meine Notizen")["A1"].value = "=1+1"
    ws = tables.book["Hebel"]
    ws.cell(1, ws.max_column + 1).value = "Notiz"
    ws.cell(2, ws.max_column).value = "später"
    assert tables.changes() == []
