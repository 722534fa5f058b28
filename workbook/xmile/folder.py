"""An imported model as the files of a scenario: everything beside its equations is a placeholder and says so."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from workbook.messages import message
from workbook.xmile.model import XmileModel
from workbook.xmile.names import identifiers, shown
from workbook.xmile.quantities import Quantities
from workbook.xmile.text import number_text
from workbook.xmile.time import Calendar
from workbook.xmile.tree import NAMESPACE
from workbook.xmile.words import ENDING, NOTES, SCENE, both, line, spoken, texts
from workbook.xmile.yaml_text import yaml_text

WORLD = "weiter-so"
Note = tuple[str, Mapping[str, object]]
"""A code of the catalogue and its values."""


@dataclass(frozen=True, slots=True)
class Course:
    """Yearly values of one name in the run as imported: its least, its largest, its last."""

    least: float
    most: float
    last: float

    @property
    def ends(self) -> tuple[float, float]:
        """Two different values to stand for bad and good."""
        return (self.least, self.most) if self.least < self.most else (self.least, self.least + abs(self.least) + 1)

    @property
    def digits(self) -> int:
        """Decimals that show three figures of the largest value."""
        size = max(abs(self.least), abs(self.most))
        return 0 if size == 0 else min(max(2 - math.floor(math.log10(size)), 0), 6)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the folder is made of; ``indicators`` are keys of the model, ``courses`` their runs once there are any."""

    id: str
    model: XmileModel
    years: Calendar
    parts: Quantities
    indicators: tuple[str, ...]
    courses: Mapping[str, Course]
    today: dt.date

    @property
    def shown(self) -> Mapping[str, str]:
        """The indicator of each key: a name of its own beside the stock that it shows."""
        taken = {*self.parts.names.values(), *self.parts.model.get("constants", {}), *self.parts.model["variables"]}
        names = identifiers((f"{key} shown" for key in self.indicators), taken)
        return {key: names[f"{key} shown"] for key in self.indicators}

    def course(self, key: str) -> Course:
        return self.courses.get(key, Course(0.0, 1.0, 0.0))


def folder_files(frame: Frame, notes: Iterable[Note]) -> dict[str, str]:
    """All files of the folder by name."""
    files = {
        "scenario.yaml": yaml_text(_scenario(frame), "Frame of an imported model; titles and texts are placeholders."),
        "levers.yaml": yaml_text(frame.parts.levers, "Constants of the model that people may move."),
        "model.yaml": yaml_text(frame.parts.model, f"Equations of {line(frame.model.file, 80)}."),
        "indicators.yaml": yaml_text(_indicators(frame), "Which way is better, and both ends, are yours to say."),
        "decisions.yaml": yaml_text({}, "Dated choices: none yet."),
        "worlds.yaml": yaml_text(_worlds()),
        "story.yaml": yaml_text(_story(frame), "Placeholder: one scene, one ending."),
        "checks.yaml": yaml_text(_checks(frame), "Take this away once you change the model on purpose."),
        "sources.yaml": yaml_text({"model": _source(frame)}),
        "README.md": _readme(frame, notes),
    }
    key = frame.indicators[0]
    told = {"name": frame.shown[key], "digits": f".{frame.course(key).digits}f", "label": spoken(_label(frame, key))}
    for lang, heading, index in (("de", "Platzhalter", 0), ("en", "Placeholder", 1)):
        files[f"story/{lang}/am-schluss.md"] = f"## szene: {heading}\n\n{SCENE[index].format(**told)}\n"
        files[f"story/{lang}/ending.md"] = f"## ende: {heading}\n\n{ENDING[index].format(**told)}\n"
    return files


def _label(frame: Frame, key: str) -> str:
    return frame.model.entries[key].label


def _title(model: XmileModel) -> str:
    return line(shown(model.title) or PurePath(model.file).stem, 110)


def _scenario(frame: Frame) -> dict[str, Any]:
    model, years = frame.model, frame.years
    start = number_text(model.specs.start)
    unit = line(model.specs.unit, 40) or "1"
    key = "time-one" if years.shift else "time-same"
    time = texts(NOTES[key], unit=unit, start=start, year=years.start)
    file = line(model.file, 120)
    record: dict[str, Any] = {
        "format": 1,
        "id": frame.id,
        "title": both(_title(model), 110),
        "summary": {lang: texts(NOTES["summary"], file=file, time=time[lang])[lang] for lang in ("de", "en")},
        "time": {
            "start": years.start, "now": years.now, "end": years.end,
            "step": "1" if model.specs.steps == 1 else f"1/{model.specs.steps}", "method": model.specs.method,
        },
        "authors": [line(model.vendor, 190) or "–"],
        "licence": "–",
        "stand": frame.today.isoformat(),
        "check_by": (frame.today + dt.timedelta(days=365)).isoformat(),
        "languages": ["de", "en"],
        "voices": {"narrator": texts(NOTES["voice"])},
    }  # fmt: skip
    return record


def _indicators(frame: Frame) -> dict[str, Any]:
    made = {}
    for key, name in frame.shown.items():
        course = frame.course(key)
        low, high = course.ends
        made[name] = {
            "label": both(_label(frame, key), 110), "help": texts(NOTES["indicator"]),
            "equals": frame.parts.names[key], "unit": frame.parts.units[key], "better": "higher",
            "utopia": number_text(high), "dystopia": number_text(low), "digits": course.digits,
        }  # fmt: skip
    return made


def _worlds() -> dict[str, Any]:
    return {WORLD: {"label": texts(NOTES["world"]), "summary": texts(NOTES["world-summary"])}}


def _story(frame: Frame) -> dict[str, Any]:
    scene = {"id": "szene", "mood": "ambivalent", "voice": "narrator"}
    year = frame.years.end - 1
    ending = scene | {"id": "ende", "price": texts(NOTES["price"]), "crack": texts(NOTES["crack"])}
    chapter = {"id": "am-schluss", "year": year, "title": texts(NOTES["chapter"]), "scenes": [scene]}
    return {"chapters": [chapter], "endings": [ending]}


def _checks(frame: Frame) -> dict[str, Any]:
    """The first indicator ends where it ended on the day of the import."""
    key = frame.indicators[0]
    name, last = frame.shown[key], frame.course(key).last
    if key not in frame.courses:
        return {}
    room = 1e-6 * abs(last) or 1e-9
    holds = f"{name} >= {_signed(last - room)} and {name} <= {_signed(last + room)}"
    years = [frame.years.end - 1]
    return {"as_imported": {"label": texts(NOTES["check"]), "holds": holds, "years": years, "worlds": [WORLD]}}


def _signed(value: float) -> str:
    return number_text(value)


def _source(frame: Frame) -> dict[str, Any]:
    model = frame.model
    made_by = ", ".join(part for part in (line(model.vendor, 140), line(model.product, 140)) if part)
    address = model.address if model.address.startswith(("http://", "https://")) else NAMESPACE
    return {
        "title": f"{_title(model)} ({line(model.file, 200)}, XMILE 1.0)",
        "publisher": made_by or " / ".join(NOTES["source-publisher"]),
        "published": line(model.published, 38) or "–",
        "url": address if " " not in address else NAMESPACE,
        "accessed": frame.today.isoformat(),
    }


def _readme(frame: Frame, notes: Iterable[Note]) -> str:
    """How the folder came about: what was assumed, and which name of the file became which."""
    told = list(notes)
    lines = [f"# {_title(frame.model)}", ""]
    for lang, index in (("de", 0), ("en", 1)):
        lines += [NOTES["reading"][index], "", *(f"- {message(code, lang, **values)}" for code, values in told), ""]
    lines += ["| XMILE | Name | |", "| --- | --- | --- |"]
    for key, entry in frame.model.entries.items():
        name = frame.parts.names.get(key, "–")
        label = spoken(entry.label)
        lines.append(f"| {label} | `{name}` | {entry.kind} |" if name != "–" else f"| {label} | – | {entry.kind} |")
    return "\n".join(lines) + "\n"
