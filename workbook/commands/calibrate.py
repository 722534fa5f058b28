"""``workbook calibrate``: constants fitted to the observed past, and what the data say about them."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.calibration.fit import Calibration, calibrate
from workbook.calibration.page import page
from workbook.calibration.rewrite import plain, rewritten
from workbook.commands import options
from workbook.commands.terminal import show_table
from workbook.commands.wish import reading_language
from workbook.commands.words import CommandError, say
from workbook.folder import available
from workbook.folder.combine import SIGN
from workbook.folder.search import find, installed_folder
from workbook.messages import current_language
from workbook.saving import written
from workbook.text import format_number
from workbook.wording import label_of


def command(
    scenario: Annotated[str, options.scenario()],
    constants: Annotated[str | None, options.option("help-constants", "--constants", metavar="A,B")] = None,
    holdout: Annotated[int, options.option("help-holdout", "--holdout", metavar="N")] = 2,
    out: Annotated[Path | None, options.option("help-calibrate-out", "--out", "-o", metavar="FILE")] = None,
    write: Annotated[bool, options.option("help-write", "--write")] = False,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    if holdout < 0:
        raise CommandError("holdout-number", found=holdout)
    names = [part.strip() for part in (constants or "").split(",") if part.strip()]
    if constants is not None and not names:
        raise CommandError("constants-empty")
    book = wb.load(scenario)
    if write and SIGN in scenario and not Path(scenario).is_dir():
        raise CommandError("calibrate-together")
    spoken = reading_language(book.scenario, lang)
    found = calibrate(book, names, holdout)
    _show(book, found)
    if out is not None:
        line = ["workbook", "calibrate", scenario, "--constants", ",".join(found.values), "--holdout", str(holdout)]
        with written(out) as beside:
            beside.write_text(page(book.scenario, found, spoken, shlex.join(line)), encoding="utf-8")
        print(say("written", file=out))
    if write:
        _write(book, found.values, find(scenario))
    else:
        print(say("calibrate-kept"))


def _show(book: wb.Workbook, found: Calibration) -> None:
    lang = current_language()
    rows = []
    for fitted in found.constants:
        c = fitted.constant
        key = "fit-edge" if fitted.at_edge else "fit-decided" if fitted.profile.decided else "fit-undecided"
        rows.append([c.name, plain(c.value), plain(fitted.value), f"{plain(c.low)} … {plain(c.high)}", say(key)])
    show_table([say(f"fit-{key}") for key in ("constant", "before", "after", "range", "verdict")], rows, (1, 2, 3))
    rows = []
    for past in found.past:
        for held in (False, True):
            pair = past.matches(held=held)
            if pair is None:
                continue
            after = pair[1]
            shares = (after.bias, after.variation, after.covariation)
            rows.append([
                label_of(book.scenario, past.indicator, lang),
                say("fit-held" if held else "fit-fitted", count=after.count),
                *(f"{format_number(m.mape, lang, 2)} %" for m in pair),
                *("–" if share is None else format_number(share, lang, 2) for share in shares),
            ])  # fmt: skip
    heads = ("series", "years", "mape-before", "mape-after", "bias", "variation", "covariation")
    show_table([say(f"fit-{key}") for key in heads], rows, range(2, 7))


def _write(book: wb.Workbook, values: Mapping[str, float], folder: Path) -> None:
    """All texts are made before the first is written; each file is replaced whole."""
    files: dict[str, dict[str, float]] = {}
    for name, value in values.items():
        files.setdefault(book.scenario.constants[name].place.file, {})[name] = value
    made: list[tuple[Path, str, str]] = []
    for file, some in files.items():
        path = _path(folder, file)
        text = path.read_bytes().decode("utf-8")
        made.append((path, file, rewritten(text, file, some)))
    for path, _, text in made:
        with written(path) as beside:
            beside.write_bytes(text.encode("utf-8"))
        print(say("written", file=path))
    if any(file.startswith("_") for _, file, _ in made):
        print(say("calibrate-shared", names=", ".join(available())))
    print(say("calibrate-check", name=book.scenario.id))


def _path(folder: Path, file: str) -> Path:
    """Where a file lies: in the folder, or with the module beside it or in the package."""
    if not file.startswith("_"):
        return folder / file
    beside = folder.resolve().parent / file
    return beside if beside.is_file() else installed_folder() / file
