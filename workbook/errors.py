"""Everything that can go wrong, and how it is told.

::

    WorkbookError            every error of ours; its text is for readers, in their language
    |-- ScenarioError        a folder with problems: carries all of them at once
    |-- DivergenceError      a run left the numbers: variable, date and cause
    |-- RunCodeError         a run code that was damaged or belongs to another scenario
    '-- UsageError           a wrong name or value handed to a function or the command line
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workbook.messages import message


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file of a scenario folder; line and column count from 1."""

    file: str = ""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, with the place where a person would mend it."""

    code: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Literal["error", "warning"] = "error"

    def text(self, lang: str = "de") -> str:
        """The sentence alone, without the place."""
        return message(self.code, lang, **self.values)

    def line(self, lang: str = "de") -> str:
        """``file:line:column: sentence`` as editors understand it."""
        return f"{self.place}: {self.text(lang)}"


class WorkbookError(Exception):
    """Base of every error that this package raises on purpose."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(code, values)

    def text(self, lang: str | None = None) -> str:
        return message(self.code, lang, **self.values)

    def __str__(self) -> str:
        return self.text()


class ScenarioError(WorkbookError):
    """A folder that is not a valid scenario; ``problems`` names everything found in it."""

    def __init__(self, folder: str, problems: Sequence[Problem]) -> None:
        super().__init__("scenario-invalid", folder=folder, count=len(problems))
        self.folder = folder
        self.problems = tuple(problems)

    def text(self, lang: str | None = None) -> str:
        lines = [message(self.code, lang, **self.values)]
        lines += [f"{p.place}: {message(p.code, lang, **p.values)}" for p in self.problems]
        return "\n".join(lines)


class DivergenceError(WorkbookError):
    """A run whose numbers left the numbers: which variable, when, and why."""

    def __init__(self, variable: str, time: float, cause: str, **values: object) -> None:
        super().__init__(f"divergence-{cause}", variable=variable, time=time, **values)
        self.variable = variable
        self.time = time
        self.cause = cause


class RunCodeError(WorkbookError):
    """A run code that cannot be turned back into its run."""


class UsageError(WorkbookError):
    """A name or value that the caller gave and that does not exist or does not fit."""


def must_exist(kind: str, name: str, allowed: Iterable[str]) -> None:
    """Refuse a name of a kind (lever, world, indicator, language …) that does not exist.

    Raises
    ------
    UsageError
        With the nearest name and all that are allowed.
    """
    names = list(allowed)
    if name not in names:
        raise UsageError(f"usage-{kind}", name=name, nearest=nearest(str(name), names), allowed=names)


def nearest(name: str, allowed: Iterable[str]) -> str:
    """The allowed name most like ``name``, or an empty string when none is near."""
    found = difflib.get_close_matches(name, list(allowed), n=1, cutoff=0.6)
    return found[0] if found else ""
