"""An XMILE file -> the files of a scenario that passes the check, or everything that is in the way."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbook.audit import audit
from workbook.errors import DivergenceError, Place, Problem, UsageError, nearest
from workbook.expr.nodes import Call, Node, Number
from workbook.folder import check_folder
from workbook.model import Scenario
from workbook.setting import setting_of
from workbook.simulate import Simulator
from workbook.xmile.equations import BUILT_IN, EquationReader, looked_up
from workbook.xmile.folder import Course, Frame, Note, folder_files
from workbook.xmile.levers import LeverChoice, choose_levers, narrowed
from workbook.xmile.model import Equations, XmileError, XmileModel
from workbook.xmile.names import key_of
from workbook.xmile.quantities import quantities
from workbook.xmile.reading import read_xmile
from workbook.xmile.text import number_text
from workbook.xmile.time import Calendar, Dates, calendar
from workbook.xmile.units import FoundUnits, units_of

MOST_INDICATORS = 8
"""Stocks that are shown when nobody says which."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person asks for: ``NAME[:low:high:step]`` for levers, names for indicators."""

    levers: Sequence[str] = ()
    indicators: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The files of the folder by name, and what was decided on the way."""

    files: Mapping[str, str]
    notes: tuple[Note, ...]
    names: Mapping[str, str]
    """Key of the file -> name in the scenario."""


def import_xmile(
    data: bytes, file: str, scenario_id: str, wishes: Wishes | None = None, today: dt.date | None = None
) -> Imported:
    """Turn an XMILE 1.0 model into a scenario.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name, for messages and as the source.
    scenario_id : str
        What the scenario is called; the name of its folder.
    wishes : Wishes, optional
        Levers and indicators.
    today : date, optional
        Date of the facts.

    Returns
    -------
    Imported
        A scenario whose baseline has the numbers of the model, step by step.

    Raises
    ------
    XmileError
        With everything that has no exact counterpart here, by name and line.
    UsageError
        For a wish that cannot be met.
    DivergenceError
        When the model itself leaves the numbers.
    """
    wishes = wishes or Wishes()
    model, problems = read_xmile(data, file)
    if model is None:
        raise XmileError(file, problems)
    equations, years = _equations(model, problems)
    levers = choose_levers(equations, wishes.levers)
    indicators = _indicators(model, wishes.indicators)
    import_ = _Import(equations, years, levers, indicators, scenario_id, today or dt.date.today())  # noqa: DTZ011
    return import_.made()


def _equations(model: XmileModel, problems: list[Problem]) -> tuple[Equations, Calendar]:
    """Read all equations and put them on the calendar; everything in the way is told at once."""
    reader = EquationReader(model.entries, problems)
    nodes: dict[str, Node] = {}
    for key, entry in model.entries.items():
        if key in (*BUILT_IN, "pi", "inf"):
            problems.append(Problem("xmile-reserved", entry.place, {"name": entry.label}))
        for flow in (*entry.inflows, *entry.outflows):
            if flow not in model.entries or model.entries[flow].kind != "flow":
                near = nearest(flow, [k for k, e in model.entries.items() if e.kind == "flow"])
                label = model.entries[near].label if near else ""
                problems.append(
                    Problem("xmile-flow", entry.place, {"name": entry.label, "found": flow, "nearest": label})
                )
        node = reader.read(entry) if entry.kind != "table" else None
        if node is None:
            continue
        if entry.points is not None:
            node = looked_up(node, entry)
        if entry.kind == "flow" and entry.nonnegative:
            node = Call("max", (node, Number(0.0)))
        nodes[key] = node
    years = calendar(model.specs, Place(model.file))
    if isinstance(years, Problem):
        problems.append(years)
    else:
        found = Equations(model, nodes)
        constants = {k: v for k, e in model.entries.items()
                     if e.kind == "aux" and e.points is None and (v := found.literal(k)) is not None}  # fmt: skip
        dates = Dates(years, constants)
        nodes = {key: dates.placed(node, model.entries[key]) for key, node in nodes.items()}
        problems += dates.problems
    if problems or isinstance(years, Problem):
        raise XmileError(model.file, sorted(problems, key=lambda p: (p.place, p.code)))
    return Equations(model, nodes), years


def _indicators(model: XmileModel, wishes: Sequence[str]) -> tuple[str, ...]:
    shown = {key: e for key, e in model.entries.items() if e.kind != "table"}
    for wish in wishes:
        if key_of(wish) not in shown:
            near = nearest(key_of(wish), shown)
            values = {"nearest": shown[near].label if near else "", "allowed": [e.label for e in shown.values()]}
            raise UsageError("xmile-indicator-unknown", name=wish, **values)
    stocks = [key for key, e in shown.items() if e.kind == "stock"]
    return tuple(dict.fromkeys(map(key_of, wishes))) or tuple(stocks[:MOST_INDICATORS])


@dataclass(frozen=True, slots=True)
class _Import:
    equations: Equations
    years: Calendar
    levers: Mapping[str, LeverChoice]
    indicators: tuple[str, ...]
    id: str
    today: dt.date

    def made(self) -> Imported:
        """Write the folder with the file's units, else with plain numbers; then once more with what its run shows."""
        used = units_of(self.equations)
        frame, problems, scenario = self._tried(used)
        notes = self._notes()
        if used is None:
            notes.append(("xmile-note-units", {"names": self.equations.model.file}))
        if scenario is None and used is not None and all(p.code.startswith("unit-") for p in problems):
            odd = dict.fromkeys(self._label_at(p, frame) for p in problems)
            notes.append(("xmile-note-units", {"names": list(odd)}))
            used = None
            frame, problems, scenario = self._tried(used)
        if scenario is None:
            told = [self._back(p, frame) for p in problems if not p.code.startswith("unit-")]
            raise XmileError(self.equations.model.file, told)
        if used is not None and used.factors:
            labels = [self.equations.model.entries[key].label for key in used.factors]
            notes.append(("xmile-note-factors", {"names": labels}))
        frame = replace(frame, courses=self._courses(scenario, frame))
        files = folder_files(frame, notes)
        problems = _played(files, self.id)
        if not problems:
            return Imported(files, tuple(notes), frame.parts.names)
        if not all(p.code.startswith("divergence-") for p in problems):
            raise XmileError(self.equations.model.file, [self._back(p, frame) for p in problems])
        return self._narrower(problems, frame)

    def _narrower(self, problems: Sequence[Problem], frame: Frame) -> Imported:
        """The same with levers that go half as far, as often as there is a way to go."""
        levers = {key: less for key, lever in self.levers.items() if (less := narrowed(lever)) is not None}
        if levers == self.levers or not levers:
            first = Problem("xmile-lever-ends", Place(self.equations.model.file), {"detail": ""})
            raise XmileError(self.equations.model.file, [first, *(self._back(p, frame) for p in problems)])
        return replace(self, levers=levers).made()

    def _tried(self, units: FoundUnits | None) -> tuple[Frame, Sequence[Problem], Scenario | None]:
        parts = quantities(self.equations, self.years, self.levers, units)
        frame = Frame(self.id, self.equations.model, self.years, parts, self.indicators, {}, self.today)
        scenario, problems = _checked(folder_files(frame, ()), self.id)
        return frame, [p for p in problems if p.severity == "error"], scenario

    def _notes(self) -> list[Note]:
        model, years = self.equations.model, self.years
        notes: list[Note] = []
        if years.shift:
            values = {"unit": model.specs.unit or "1", "start": number_text(model.specs.start), "year": years.start}
            notes.append(("xmile-note-time", values))
        if model.specs.rounded:
            notes.append(("xmile-note-step", {"found": model.specs.rounded, "steps": model.specs.steps}))
        for reason in ("asked", "range", "assumed", "narrowed"):
            names = [model.entries[key].label for key, c in self.levers.items() if c.reason == reason]
            if names:
                notes.append((f"xmile-note-lever-{reason}", {"names": names, "year": years.now + 1}))
        kept = [e.label for e in model.entries.values() if e.kind == "stock" and e.nonnegative]
        if kept:
            notes.append(("xmile-note-nonnegative", {"names": kept}))
        notes.append(("xmile-note-placeholder", {}))
        return notes

    def _courses(self, scenario: Scenario, frame: Frame) -> Mapping[str, Course]:
        try:
            run = Simulator(scenario).run(setting_of(scenario))
        except DivergenceError as error:
            key = next((k for k, name in frame.parts.names.items() if name == error.variable), "")
            if error.cause != "negative" or key not in self.equations.model.entries:
                raise
            entry = self.equations.model.entries[key]
            time = number_text(round(error.time - self.years.shift, 9))
            clipped = Problem("xmile-clipped", entry.place, {"name": entry.label, "at": time})
            raise XmileError(self.equations.model.file, [clipped]) from error
        found = {}
        for key, name in frame.shown.items():
            values = [run.yearly(name, year) for year in scenario.time.years]
            found[key] = Course(min(values), max(values), values[-1])
        return found

    def _label_at(self, problem: Problem, frame: Frame) -> str:
        key = _key_at(problem, frame)
        return self.equations.model.entries[key].label if key in self.equations.model.entries else problem.place.file

    def _back(self, problem: Problem, frame: Frame) -> Problem:
        """A problem of model.yaml at the place in the file that it comes from."""
        entry = self.equations.model.entries.get(_key_at(problem, frame))
        return problem if entry is None else replace(problem, place=entry.place)


def _key_at(problem: Problem, frame: Frame) -> str:
    """The key of the entry that a problem of model.yaml belongs to."""
    if problem.place.file != "model.yaml":
        return ""
    lines = folder_files(frame, ())["model.yaml"].splitlines()[: problem.place.line]
    heads = (re.match(r"  ([a-z]\w*):", text) for text in reversed(lines))
    name = next((head[1] for head in heads if head), "")
    key = next((key for key, given in frame.parts.names.items() if given == name), "")
    return key.removesuffix(" size")


def _checked(files: Mapping[str, str], name: str) -> tuple[Scenario | None, Sequence[Problem]]:
    """What the check says of a folder that is nowhere yet."""
    with tempfile.TemporaryDirectory(prefix="xmile-") as place:
        write_files(Path(place) / name, files)
        return check_folder(Path(place) / name)


def _played(files: Mapping[str, str], name: str) -> Sequence[Problem]:
    """The errors that random plays of such a folder find."""
    import numpy as np

    with tempfile.TemporaryDirectory(prefix="xmile-") as place:
        write_files(Path(place) / name, files)
        scenario, problems = check_folder(Path(place) / name)
        with np.errstate(all="ignore"):  # plays that leave the numbers are what is looked for
            found = problems if scenario is None else audit(scenario).problems
        return [p for p in found if p.severity == "error"]


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a folder that does not exist yet."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
