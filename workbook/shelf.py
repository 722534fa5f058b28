"""One folder for all that a person makes in notebooks: ``meine-zukuenfte``.

Runs and notes are written there at once and whole, never only into the kernel or the browser. A file that can no
longer be read is put aside under another name; nobody's words are overwritten.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from workbook.errors import UsageError
from workbook.model import Scenario
from workbook.playfile import Kept, Play, merged, play_from, play_text
from workbook.run import Run, Workbook, book_of
from workbook.saving import WriteError, written
from workbook.text import LANGUAGES
from workbook.variant import Variant, varied

FOLDER = "meine-zukuenfte"


def home() -> Path:
    """The folder; beside the folders of notebooks ``de`` and ``en`` when a notebook in one of them asks."""
    here = Path.cwd()
    return (here.parent if here.name in LANGUAGES else here) / FOLDER


def moment() -> str:
    """Now, for a file."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Shelf:
    """Where the play of one scenario is kept.

    Parameters
    ----------
    scenario : Scenario
    folder : Path, optional
        :func:`home` when left out.
    """

    def __init__(self, scenario: Scenario, folder: Path | None = None) -> None:
        self.scenario = scenario
        self.path = (folder or home()) / f"{scenario.id}.json"

    @property
    def writes(self) -> bool:
        """Not while a notebook is run to be exported: then what is there is shown and left as it is."""
        return os.environ.get("WORKBOOK_KEEP") != "read"

    def read(self) -> Play | None:
        """What was kept; None when there is nothing.

        Raises
        ------
        UsageError
            When the file is damaged or foreign; it then lies aside under another name.
        """
        if not self.path.is_file():
            return None
        try:
            return play_from(self.scenario, self.path.read_text(encoding="utf-8"))
        except (UsageError, ValueError, OSError) as error:
            detail = error.text() if isinstance(error, UsageError) else str(error)
            aside = self._put_aside()
            raise UsageError("kept-aside", file=self.path.name, aside=aside, detail=detail) from error

    def write(self, play: Play, lang: str) -> None:
        """Keep a play, with the notes that another notebook has written in the meantime.

        Raises
        ------
        WriteError
            When the folder is closed or the disk is full; the old file is whole.
        """
        if not self.writes:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside = self.read()
        except OSError as error:
            raise WriteError(self.path, error) from error
        except UsageError:  # it has just been put aside
            beside = None
        notes = merged(play.notes, beside.notes if beside else {})
        whole = replace(play, notes=notes)
        with written(self.path) as file:
            file.write_text(play_text(self.scenario, whole, lang, moment()), encoding="utf-8")

    def _put_aside(self) -> str:
        number = 1
        while (aside := self.path.with_name(f"{self.path.stem}.beiseite-{number}.json")).exists():
            number += 1
        try:
            self.path.rename(aside)
        except OSError:
            return self.path.name
        return aside.name


def kept(workbook: Workbook | str) -> dict[str, Run]:
    """The runs that were kept in notebooks, and those of files saved from pages and put into ``meine-zukuenfte``.

    Parameters
    ----------
    workbook : Workbook or str
        From :func:`workbook.load`, or the id of a scenario.

    Returns
    -------
    dict
        Name -> run, those kept first come first. Files that belong to other scenarios or cannot be read are left out.
    """
    workbook = book_of(workbook)
    s, found = workbook.scenario, dict[str, Run]()
    own = home() / f"{s.id}.json"
    for path in sorted(home().glob("*.json"), key=lambda path: (path != own, path.name)):
        try:
            play = play_from(s, path.read_text(encoding="utf-8"))
        except (UsageError, ValueError, OSError):
            continue
        named = [*play.kept] if path == own else [*play.kept, Kept(path.stem, play.setting, play.objections)]
        for each in named:
            plain, number = each.name or path.stem, 2
            label = plain
            while label in found:
                label, number = f"{plain} ({number})", number + 1
            found[label] = _run(workbook, each, plain)
    return found


def _run(workbook: Workbook, each: Kept, name: str) -> Run:
    """A kept run, with the values of constants that its person contests."""
    if not each.objections:
        return workbook.run_of(each.setting)
    variant = Variant(name, each.objections)
    return Workbook(varied(workbook.scenario, variant), variant.after(workbook.contested)).run_of(each.setting)


def recent(default: str) -> str:
    """The id of the scenario that was played last in notebooks; ``default`` when none was."""
    from workbook.folder import available

    played = [path for path in (home() / f"{name}.json" for name in available()) if path.is_file()]
    return max(played, key=lambda path: path.stat().st_mtime).stem if played else default
