"""A checked draft -> the frozen scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from workbook.folder.draft import ENDING, Draft
from workbook.folder.fingerprint import fingerprint
from workbook.folder.quantities import inner
from workbook.folder.shapes import Fields, Items
from workbook.model import (
    Chapter,
    Check,
    Constant,
    Decision,
    Fact,
    Guide,
    Indicator,
    Input,
    Lever,
    Loop,
    Option,
    Passage,
    Scenario,
    Scene,
    Source,
    Stock,
    Time,
    Variable,
    World,
)
from workbook.text import Text

T = TypeVar("T")


def build(draft: Draft) -> Scenario:
    """Make the scenario of a draft without errors."""
    frame, model = draft.files["scenario"], draft.files["model"]
    time = _time(draft.time)
    parts: dict[str, Any] = {
        "time": time,
        "series": {name: series.series() for name, series in draft.series.items()},
        "levers": _each(draft.files["levers"], _lever),
        "constants": _each(model.under("constants"), _constant),
        "inputs": _each(model.under("inputs"), _input),
        "stocks": _each(model.under("stocks"), _stock),
        "variables": _each(model.under("variables"), _variable),
        "indicators": _each(draft.files["indicators"], _indicator),
        "decisions": _each(draft.files["decisions"], _decision),
        "worlds": _each(draft.files["worlds"], _world),
        "chapters": _chapters(draft, time),
    }
    return Scenario(
        id=frame.value("id"),
        title=frame.value("title"),
        summary=frame.value("summary"),
        authors=_names(frame.listed("authors")),
        licence=frame.value("licence"),
        stand=frame.value("stand"),
        check_by=frame.value("check_by"),
        languages=_names(frame.listed("languages")),
        voices=_plain(frame.under("voices")),
        units=tuple(draft.units),
        sources=_each(draft.files["sources"], _source),
        passages=_passages(draft),
        checks=tuple(_each(draft.files["checks"], _check).values()),
        loops=tuple(_each(model.under("loops"), _loop).values()),
        facts=_each(draft.files["facts"], _fact),
        guide=_guide(frame.under("guide")) if "guide" in frame else None,
        folder=draft.folder.absolute(),
        fingerprint=fingerprint(parts),
        **parts,
    )


def _each(group: Fields, make: Callable[[str, Fields, dict[str, Any]], T]) -> dict[str, T]:
    """Make one thing of each record; the name, the label and the place go to all of them."""
    return {
        name: make(name, record, {"name": name, "label": record.value("label"), "place": group.where(name)})
        for name, record in inner(group)
    }


def _names(items: Items) -> tuple[str, ...]:
    return tuple(leaf.value for leaf in items)


def _plain(group: Fields) -> dict[str, Any]:
    return {name: leaf.value for name, leaf in group.items()}


def _time(time: Fields) -> Time:
    start, now, end = (time.value(key) for key in ("start", "now", "end"))
    return Time(start, now, end, time.value("step"), time.value("method", "euler"))


def _guide(guide: Fields) -> Guide:
    return Guide(**{key: guide.value(key) for key in ("you", "question", "lever", "to", "indicator")})


def _source(name: str, source: Fields, common: Mapping[str, Any]) -> Source:
    texts = {key: source.value(key) for key in ("title", "publisher", "published", "url", "accessed")}
    return Source(id=name, place=common["place"], **texts)


def _fact(_name: str, fact: Fields, common: Mapping[str, Any]) -> Fact:
    return Fact(**common, **{key: fact.value(key) for key in ("text", "source", "stand", "check_by")})


def _lever(_name: str, lever: Fields, common: Mapping[str, Any]) -> Lever:
    low, high = lever.value("range")
    return Lever(
        **common,
        help=lever.value("help"),
        unit=lever.value("unit"),
        low=low,
        high=high,
        step=lever.value("step"),
        default=lever.value("default"),
        group=lever.value("group"),
    )


def _constant(_name: str, constant: Fields, common: Mapping[str, Any]) -> Constant:
    value = constant.value("value")
    low, high = constant.value("range", (value, value))
    return Constant(
        **common,
        value=value,
        low=low,
        high=high,
        unit=constant.value("unit"),
        grade=constant.value("grade"),
        source=constant.value("source", ""),
        note=constant.value("note", Text()),
    )


def _input(_name: str, entry: Fields, common: Mapping[str, Any]) -> Input:
    return Input(**common, series=entry.value("data"), unit=entry.value("unit"), after=entry.value("after"))


def _stock(_name: str, stock: Fields, common: Mapping[str, Any]) -> Stock:
    return Stock(
        **common,
        initial=stock.value("initial"),
        inflows=_names(stock.listed("inflows")),
        outflows=_names(stock.listed("outflows")),
        unit=stock.value("unit"),
        nonnegative=stock.value("nonnegative", True),
    )


def _variable(_name: str, variable: Fields, common: Mapping[str, Any]) -> Variable:
    equals = variable["equals"]
    return Variable(**common, equals=equals.value, unit=variable.value("unit"), text=equals.text)


def _loop(_name: str, loop: Fields, common: Mapping[str, Any]) -> Loop:
    return Loop(**common, kind=loop.value("kind"), through=_names(loop.listed("through")))


def _indicator(_name: str, indicator: Fields, common: Mapping[str, Any]) -> Indicator:
    equals = indicator["equals"]
    return Indicator(
        **common,
        help=indicator.value("help"),
        equals=equals.value,
        unit=indicator.value("unit"),
        better=indicator.value("better"),
        utopia=indicator.value("utopia"),
        dystopia=indicator.value("dystopia"),
        digits=indicator.value("digits", 0),
        history=indicator.value("history", ""),
        text=equals.text,
    )


def _option(_name: str, option: Fields, common: Mapping[str, Any]) -> Option:
    change, put = _plain(option.under("change")), _plain(option.under("set"))
    return Option(**common, text=option.value("text"), change=change, set=put)


def _decision(_name: str, decision: Fields, common: Mapping[str, Any]) -> Decision:
    return Decision(
        **common,
        year=decision.value("year"),
        text=decision.value("text"),
        question=decision.value("question"),
        options=_each(decision.under("options"), _option),
        default=decision.value("default"),
    )


def _world(_name: str, world: Fields, common: Mapping[str, Any]) -> World:
    levers, choices = _plain(world.under("levers")), _plain(world.under("choices"))
    return World(**common, summary=world.value("summary"), levers=levers, choices=choices)


def _chapters(draft: Draft, time: Time) -> tuple[Chapter, ...]:
    """The chapters, and behind them the endings as a chapter of the last year."""
    chapters = [
        Chapter(c.value("id"), c.value("year"), c.value("title"), _scenes(c.listed("scenes")), c.place)
        for c in draft.chapters
    ]
    endings = draft.files["story"].listed("endings")
    title = Text.of(de="Ende", en="Ending")
    return (*chapters, Chapter(ENDING, time.end - 1, title, _scenes(endings), endings.place))


def _scenes(scenes: Items) -> tuple[Scene, ...]:
    return tuple(
        Scene(
            name=scene.value("id"),
            when=scene.value("when"),
            mood=scene.value("mood"),
            voice=scene.value("voice"),
            care=_names(scene.listed("care")),
            price=scene.value("price", Text()),
            crack=scene.value("crack", Text()),
            text=scene["when"].text if "when" in scene else "",
            place=scene.place,
            when_place=scene["when"].place if "when" in scene else scene.place,
        )
        for scene in scenes
    )


def _passages(draft: Draft) -> dict[str, dict[str, Passage]]:
    return {
        lang: {
            f"{chapter}.{scene}": section.passage
            for chapter, sections in chapters.items()
            for scene, section in sections.items()
        }
        for lang, chapters in draft.texts.items()
    }


def _check(_name: str, check: Fields, common: Mapping[str, Any]) -> Check:
    text = check["holds"].text if "holds" in check else check["value"].text
    return Check(
        **common,
        holds=check.value("holds"),
        value=check.value("value"),
        rising=_names(check.listed("rising")),
        years=tuple(leaf.value for leaf in check.listed("years")),
        worlds=_names(check.listed("worlds")),
        levers=_plain(check.under("levers")),
        constants=_plain(check.under("constants")),
        choices=_plain(check.under("choices")),
        extreme=check.value("extreme", False),
        text=text,
    )
