"""One future as XMILE 1.0: the model as Stella, Vensim, PySD and others read it.

In: a scenario and a setting. Out: XML. Levers are written as they stand in each span of the run,
inputs as graphical functions of time, delays as the stocks that they are.

XMILE reads ``a__b`` as ``a_b``, knows words of its own and lets a flow fill one stock only; names
and flows are adapted where that matters. Stocks are not marked non-negative: XMILE would then clip
their outflows, while here such a run is refused.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbook.engine.inputs import grid, middle_of
from workbook.engine.rewrite import A_MOMENT, Rewriter
from workbook.engine.schedule import boundaries, segments
from workbook.expr.printer import Printer, fold
from workbook.expr.to_xmile import XMILE
from workbook.model import Input, Scenario
from workbook.setting import Setting
from workbook.wording import label_of, unit_of

NAMESPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"

_RESERVED = frozenset(
    """
    and or not if then else mod in init previous self time dt starttime stoptime inf pi true false
    abs arccos arcsin arctan cos exp int ln log10 max min sin sqrt tan
    exprnd lognormal normal poisson random delay delay1 delay3 delayn forcst smth1 smth3 smthn trend
    pulse ramp step size lookup lookupinv rank sum mean stddev prod uniform
    initial_time final_time time_step saveper
    """.split()
)
"""Words with a meaning of their own in XMILE, or in the software that reads it."""


def xmile_text(scenario: Scenario, setting: Setting) -> str:
    """The whole model with the levers of one setting.

    Parameters
    ----------
    scenario : Scenario
    setting : Setting
        Levers and choices; what decisions change is written into the levers.

    Returns
    -------
    str
        An XML document in UTF-8.
    """
    return _Document(scenario, setting).text()


class _Document:
    def __init__(self, scenario: Scenario, setting: Setting) -> None:
        self.scenario = scenario
        self.setting = setting
        self.rewriter = Rewriter(scenario)
        for variable in scenario.variables.values():
            self.rewriter.add(variable.name, variable.equals)
        for indicator in scenario.indicators.values():
            self.rewriter.add(indicator.name, indicator.equals)
        self.names = names_for(self._all_names())
        self.printer = Printer(replace(XMILE, name=lambda name: "TIME" if name == "time" else self.names[name]))
        self.root = ET.Element("xmile", {"version": "1.0", "xmlns": NAMESPACE})

    def _all_names(self) -> Iterable[str]:
        s = self.scenario
        yield from (*s.levers, *s.constants, *self.rewriter.inputs, *s.stocks)
        yield from (e.name for e in self.rewriter.equations)
        for stock in self.rewriter.stocks:
            yield from (stock.name, f"{stock.name}__net")

    def text(self) -> str:
        self._head()
        self.variables = ET.SubElement(ET.SubElement(self.root, "model"), "variables")
        self._levers()
        for constant in self.scenario.constants.values():
            self._element("aux", constant.name, self.printer.number(constant.value))
        for entry in self.scenario.inputs.values():
            self._input(entry)
        flows = self._stocks()
        for equation in self.rewriter.equations:
            tag = "flow" if equation.name in flows else "aux"
            self._element(tag, equation.name, self.printer.write(equation.node))
        for index, table in enumerate(self.printer.tables):
            self._points(ET.SubElement(self.variables, "gf", name=f"t_{index}"), table.xs, table.ys)
        ET.indent(self.root)
        return ET.tostring(self.root, encoding="unicode", xml_declaration=False) + "\n"

    def _head(self) -> None:
        s, time = self.scenario, self.scenario.time
        header = ET.SubElement(self.root, "header")
        ET.SubElement(header, "vendor").text = ", ".join(s.authors) or "scenario-workbook"
        ET.SubElement(header, "product", version="1.0", lang="en").text = "scenario-workbook"
        ET.SubElement(header, "name").text = f"{s.title['en']}: {s.worlds[self.setting.world].label['en']}"
        specs = ET.SubElement(self.root, "sim_specs", method=time.method, time_units="years")
        ET.SubElement(specs, "start").text = str(time.start)
        ET.SubElement(specs, "stop").text = str(time.end)
        ET.SubElement(specs, "dt", reciprocal="true").text = str(time.steps_per_year)

    def _element(self, tag: str, name: str, equation: str) -> ET.Element:
        element = ET.SubElement(self.variables, tag, name=self.names[name])
        label = label_of(self.scenario, name, "en")
        if label != name:
            ET.SubElement(element, "doc").text = label
        ET.SubElement(element, "eqn").text = equation
        unit = unit_of(self.scenario, name)
        if unit:
            ET.SubElement(element, "units").text = unit
        return element

    def _levers(self) -> None:
        time = self.scenario.time
        plan = segments(self.scenario, dict(self.setting.levers), dict(self.setting.choices))
        begins = [time.at(bound) for bound in boundaries(self.scenario)]
        for place, name in enumerate(self.scenario.levers):
            text = self.printer.number(plan[0][place])
            for k in range(1, len(plan)):
                if plan[k][place] != plan[k - 1][place]:
                    value = self.printer.number(plan[k][place])
                    text = f"(IF (TIME > {begins[k] - A_MOMENT!r}) THEN {value} ELSE {text})"
            self._element("aux", name, text)

    def _input(self, entry: Input) -> None:
        """A line through the observations and, behind the last, to the end of the time axis."""
        time = self.scenario.time
        after = entry.after if isinstance(entry.after, str) else "hold"
        name = entry.name if isinstance(entry.after, str) else f"{entry.name}__data"
        observations = self.scenario.series[entry.series].observations
        xs, ys = [middle_of(o.year) for o in observations], [o.value for o in observations]
        end = time.start + (time.count + 1) / time.steps_per_year
        if xs[-1] < end:
            xs.append(end)
            ys.append(grid(self.scenario.series[entry.series], time, after)[-1])
        element = self._element("aux", name, "TIME")
        self._points(ET.SubElement(element, "gf"), xs, ys)

    def _points(self, table: ET.Element, xs: Iterable[float], ys: Iterable[float]) -> None:
        table.set("type", "continuous")
        ET.SubElement(table, "xpts").text = ",".join(map(repr, map(float, xs)))
        ET.SubElement(table, "ypts").text = ",".join(map(repr, map(float, ys)))

    def _stocks(self) -> frozenset[str]:
        """Write the stocks; give the names of the variables that are flows."""
        s = self.scenario
        fills = Counter(name for stock in s.stocks.values() for name in stock.inflows)
        drains = Counter(name for stock in s.stocks.values() for name in stock.outflows)
        own = frozenset(n for n in s.variables if n in fills | drains and fills[n] <= 1 and drains[n] <= 1)
        for stock in s.stocks.values():
            element = self._element("stock", stock.name, self.printer.write(fold(stock.initial)))
            for way, names in (("inflow", stock.inflows), ("outflow", stock.outflows)):
                for name in names:
                    ET.SubElement(element, way).text = (
                        self.names[name] if name in own else self._copied(stock.name, way, name)
                    )
        for hidden in self.rewriter.stocks:
            net = f"{hidden.name}__net"
            element = self._element("stock", hidden.name, self.printer.write(hidden.initial))
            ET.SubElement(element, "inflow").text = self.names[net]
            self._element("flow", net, self.printer.write(hidden.net))
        return own

    def _copied(self, stock: str, way: str, name: str) -> str:
        """A flow of a stock's own, equal to a variable that several stocks share."""
        flow = f"{self.names[stock]}_{way}_{self.names[name]}"
        ET.SubElement(ET.SubElement(self.variables, "flow", name=flow), "eqn").text = self.names[name]
        return flow


def names_for(names: Iterable[str]) -> Mapping[str, str]:
    """Names as XMILE tells them apart: no double underscore, no reserved word, no name of a table."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = re.sub("_+", "_", name)
        if plain in _RESERVED or re.fullmatch(r"t_\d+", plain):
            plain = f"{plain}_value"
        while name not in given and plain in taken:
            plain = f"{plain}_2"
        given.setdefault(name, plain)
        taken.add(plain)
    return given
