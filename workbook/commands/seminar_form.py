"""``wb.seminar_form``: the form of a seminar in a notebook, joined to what the command line exports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import workbook as wb

if TYPE_CHECKING:
    from workbook.widgets.seminar import SeminarForm


def seminar_form(
    scenario: wb.Workbook | str, lang: str = "de", file: str | os.PathLike[str] = "seminar.yaml"
) -> SeminarForm:
    """Fill in a seminar and write what it hands out: page, slides, worksheet, cards and script, or all in a folder.

    Parameters
    ----------
    scenario : Workbook or str
        From :func:`workbook.load`, or the id of a scenario; the form offers the others, too. If the file names another
        one, the form begins with that.
    lang : str
        Language of the form.
    file
        The seminar's file; one that is there is read first, and the others are written beside it.

    Returns
    -------
    SeminarForm
        ``form.seminar`` is what it says now.

    Raises
    ------
    UsageError
        For a language that the scenario does not have.
    """
    from workbook.commands.export import scenario_text
    from workbook.commands.wish import reading_language
    from workbook.folder import find
    from workbook.folder.title import title_of
    from workbook.kit.seminar_folder import write_seminar
    from workbook.widgets.seminar import Maker, SeminarForm

    loaded = wb.load(scenario) if isinstance(scenario, str) else scenario
    spoken = reading_language(loaded.scenario, lang)
    titles = {name: title_of(find(name), spoken) for name in wb.available()}
    return SeminarForm(loaded, spoken, Path(file), Maker(scenario_text, write_seminar, wb.load, titles))
