"""Rules for what is moved and computed: levers, constants, inputs, stocks, variables, indicators."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from workbook.errors import Place, nearest
from workbook.expr.nodes import names_in
from workbook.folder.draft import Draft
from workbook.folder.names import Scope
from workbook.folder.shapes import Fields, Leaf, Reporter

MAX_POSITIONS = 1_000
"""Settings of one lever: a slider with more cannot be set by hand."""

TREND_LEAST = 2
"""Observations that a straight line needs."""

_FLOWS = frozenset({"variable", "input"})
_ENDOGENOUS = frozenset({"stock", "variable"})


def inner(fields: Fields, key: str | None = None) -> Iterator[tuple[str, Fields]]:
    """Names and records of a map; names whose record could not be read are left out."""
    group = fields if key is None else fields.under(key)
    for name, value in group.items():
        if isinstance(value, Fields):
            yield name, value


def check_quantities(draft: Draft, scope: Scope) -> None:
    """Report every broken rule of levers.yaml, model.yaml, indicators.yaml and of the data."""
    for _, lever in inner(draft.files["levers"]):
        _lever(lever, draft.report)
    _model(draft, scope)
    for name, indicator in inner(draft.files["indicators"]):
        scope.check(indicator.get("equals"), "indicator")
        _sides(indicator, draft.report)
        if "history" in indicator:
            _series(draft, name, indicator, "history")
    for _, fact in inner(draft.files["facts"]):
        _fact(fact, draft)
    for series in draft.series.values():
        for year, observation in series.observations.items():
            check_source(draft, observation.source, series.lines[year])


def _model(draft: Draft, scope: Scope) -> None:
    model = draft.files["model"]
    for _, constant in inner(model, "constants"):
        _constant(constant, draft)
    for name, entry in inner(model, "inputs"):
        scope.check(entry.get("after"), "after")
        _series(draft, name, entry, "data")
    for _, stock in inner(model, "stocks"):
        scope.check(stock.get("initial"), "initial")
        _flows(stock, scope)
    for _, variable in inner(model, "variables"):
        scope.check(variable.get("equals"), "equation")
    for _, loop in inner(model, "loops"):
        _loop(loop, model, scope)


def _fact(fact: Fields, draft: Draft) -> None:
    source, stand, check_by = (fact.get(key) for key in ("source", "stand", "check_by"))
    if source is not None:
        check_source(draft, source.value, source.place)
    if stand is not None and check_by is not None and check_by.value <= stand.value:
        draft.report("date-order", check_by.place, stand=stand.value, check_by=check_by.value)


def check_source(draft: Draft, name: str, place: Place) -> None:
    """Report a source that sources.yaml does not list."""
    sources = draft.files["sources"]
    if name not in sources.keys_at and "sources" not in draft.broken:
        draft.report("source-unknown", place, name=name, nearest=nearest(name, sources.keys_at))


def off_grid(value: float, low: float, step: float) -> bool:
    """Whether a value lies between two settings; decimal fractions are taken as written."""
    steps = (Fraction(repr(value)) - Fraction(repr(low))) / Fraction(repr(step))
    return steps.denominator != 1


def check_setting(name: str, leaf: Leaf[float], lever: Fields, report: Reporter) -> None:
    """Report a lever value outside its range or between its settings."""
    span, step = lever.value("range"), lever.value("step")
    if span is None:
        return
    low, high = span
    if not low <= leaf.value <= high:
        report("value-range", leaf.place, name=name, value=leaf.value, low=low, high=high)
    elif step is not None and step > 0 and not off_grid(high, low, step) and off_grid(leaf.value, low, step):
        report("value-grid", leaf.place, name=name, value=leaf.value, low=low, step=step)


def _lever(lever: Fields, report: Reporter) -> None:
    span, step, default = lever.value("range"), lever.value("step"), lever.get("default")
    if step is not None and step <= 0:
        report("lever-step", lever["step"].place)
        return
    if span is not None and step is not None:
        low, high = span
        if off_grid(high, low, step):
            report("lever-steps", lever["step"].place, low=low, high=high, step=step)
            return
        count = round((high - low) / step) + 1
        if count > MAX_POSITIONS:
            report("lever-positions", lever["step"].place, count=count, limit=MAX_POSITIONS)
    if default is not None:
        check_setting("default", default, lever, report)


def _constant(constant: Fields, draft: Draft) -> None:
    span, value, grade = constant.value("range"), constant.get("value"), constant.get("grade")
    if span is not None and value is not None and not span[0] <= value.value <= span[1]:
        draft.report("constant-range", value.place, value=value.value, low=span[0], high=span[1])
    if grade is not None and grade.value != "assumption" and "source" not in constant.keys_at:
        draft.report("constant-source", grade.place, grade=grade.value)
    if grade is not None and grade.value == "assumption" and "note" not in constant.keys_at:
        draft.report("constant-note", grade.place)
    source = constant.get("source")
    if source is not None:
        check_source(draft, source.value, source.place)


def _series(draft: Draft, name: str, entry: Fields, key: str) -> None:
    leaf, unit = entry.get(key), entry.get("unit")
    if leaf is None:
        return
    series = draft.series.get(leaf.value)
    if series is None:
        if "data" not in draft.broken:
            near = nearest(leaf.value, draft.series)
            draft.report("series-unknown", leaf.place, name=leaf.value, nearest=near)
        return
    if unit is not None and _words(unit.value) != _words(series.row["unit"]):
        found = series.row["unit"]
        draft.report("unit-series", unit.place, name=name, expected=unit.value, series=series.name, found=found)
    after = entry.get("after")
    if after is not None and after.value == "trend" and len(series.observations) < TREND_LEAST:
        count = len(series.observations)
        draft.report("series-short", after.place, series=series.name, least=TREND_LEAST, found=count)


def _words(unit: str) -> list[str]:
    """A unit's words without plural; a percentage is not a share here, since figures are compared."""
    return [word.removesuffix("s") for word in unit.replace("/", " / ").split()]


def _flows(stock: Fields, scope: Scope) -> None:
    inflows = [leaf.value for leaf in stock.listed("inflows")]
    for leaf in (*stock.listed("inflows"), *stock.listed("outflows")):
        scope.name(leaf.value, leaf.place, _FLOWS)
    for leaf in stock.listed("outflows"):
        if leaf.value in inflows:
            scope.report("stock-flows", leaf.place, name=leaf.value)


def _sides(indicator: Fields, report: Reporter) -> None:
    better = indicator.value("better")
    utopia, dystopia = indicator.value("utopia"), indicator.value("dystopia")
    if None in (better, utopia, dystopia):
        return
    if utopia == dystopia or (utopia > dystopia) != (better == "higher"):
        relation = "greater" if better == "higher" else "smaller"
        values = {"better": better, "utopia": utopia, "dystopia": dystopia, "relation": relation}
        report("indicator-sides", indicator["utopia"].place, **values)


def _loop(loop: Fields, model: Fields, scope: Scope) -> None:
    """Each name of a loop must be read by the next one, and the last by the first."""
    through = list(loop.listed("through"))
    known = [scope.name(leaf.value, leaf.place, _ENDOGENOUS) for leaf in through]
    if not through or not all(known):
        return
    for first, second in zip(through, [*through[1:], through[0]], strict=True):
        causes = _causes(second.value, model)
        if causes is not None and first.value not in causes:
            scope.report("loop-broken", second.place, first=first.value, second=second.value)


def _causes(name: str, model: Fields) -> frozenset[str] | None:
    stock = model.under("stocks").get(name)
    if isinstance(stock, Fields):
        return frozenset(leaf.value for leaf in (*stock.listed("inflows"), *stock.listed("outflows")))
    variable = model.under("variables").get(name)
    equals = variable.get("equals") if isinstance(variable, Fields) else None
    return names_in(equals.value) if equals is not None else None
