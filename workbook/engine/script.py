"""Program -> JavaScript text: many runs in a loop over typed arrays. No eval: the page holds the text.

The printed function has the signature::

    advance(runs, first, end, levers, leverStride, constants, constantStride, stocks, years, steps)

``levers`` holds for each run the segments one after the other, each with all levers; a stride of 0
lets all runs share one setting, and likewise for ``constants``. ``stocks`` (runs x stocks) is read
and left at ``end``. ``years`` (runs x wanted x (years + 1)) gains the sum of each year's steps;
``steps`` (runs x (count + 1) x names), or null, takes every row.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbook.engine.equations import Equation
from workbook.engine.program import Program
from workbook.engine.scalar import Lines
from workbook.expr.printer import Printer, variable
from workbook.expr.to_js import LOOPED, PRELUDE


def script_text(program: Program, wanted: Sequence[str]) -> str:
    """A JavaScript expression that yields ``{begin, advance}``.

    Parameters
    ----------
    wanted : sequence of str
        The names whose yearly sums are kept, in this order.
    """
    printer = Printer(LOOPED)
    write = Lines()
    _begin(write, printer, program)
    _advance(write, printer, program, wanted)
    head = Lines()
    head.line("(function () {")
    head.line('"use strict";')
    head.line(PRELUDE.rstrip())
    for index, table in enumerate(printer.tables):
        head.line(f"const t_{index} = [{list(table.xs)!r}, {list(table.ys)!r}];")
    for name, values in program.inputs.items():
        head.line(f"const d_{name} = [{', '.join(_number(v) for v in values)}];")
    return head.text() + write.text() + "return {begin, advance};\n})()"


def _number(value: float) -> str:
    return f"{value:.15g}" if float(f"{value:.15g}") == value else repr(value)


def _unpack(write: Lines, program: Program) -> None:
    write.line("    const c = r * constantStride;")
    for index, name in enumerate(program.constants):
        write.line(f"    const {variable(name)} = constants[c + {index}];")


def _assign(write: Lines, printer: Printer, equations: Sequence[Equation], word: str = "const") -> None:
    for equation in equations:
        write.line(f"    {word}{variable(equation.name)} = {printer.write(equation.node)};")


def _begin(write: Lines, printer: Printer, program: Program) -> None:
    write.line("function begin(runs, levers, leverStride, constants, constantStride, stocks) {")
    write.line("  let a = 0, e = 0;")
    write.line("  for (let r = 0; r < runs; r++) {")
    _unpack(write, program)
    for index, name in enumerate(program.levers):
        write.line(f"    const {variable(name)} = levers[r * leverStride + {index}];")
    write.line(f"    const v_time = {program.time.start};")
    for name in program.inputs:
        write.line(f"    const {variable(name)} = d_{name}[0];")
    _assign(write, printer, program.beginning, "const ")
    for index, stock in enumerate(program.stocks):
        write.line(f"    stocks[r * {len(program.stocks)} + {index}] = {variable(stock.name)};")
    write.line("  }\n}")


def _advance(write: Lines, printer: Printer, program: Program, wanted: Sequence[str]) -> None:
    time, stocks = program.time, program.stocks
    moving = [*program.inputs, *(e.name for e in (*program.fixed, *program.moving, *program.indicators))]
    write.line(
        "function advance(runs, first, end, levers, leverStride, constants, constantStride, stocks, years, steps) {"
    )
    write.line("  let a = 0, e = 0;")
    write.line(f"  const bounds = {list(program.bounds)!r};")
    write.line("  for (let r = 0; r < runs; r++) {")
    _unpack(write, program)
    write.line(f"    const s = r * {len(stocks)}, o = r * {len(wanted) * (len(time.years) + 1)};")
    for index, stock in enumerate(stocks):
        write.line(f"    let {variable(stock.name)} = stocks[s + {index}];")
    if moving:
        write.line(f"    let v_time, {', '.join(variable(name) for name in moving)};")
    write.line(f"    for (let k = 0; k < {len(program.bounds) - 1}; k++) {{")
    write.line("    const low = Math.max(bounds[k], first), high = Math.min(bounds[k + 1], end);")
    write.line("    if (low >= high) continue;")
    write.line(f"    const l = r * leverStride + k * {len(program.levers)};")
    for index, name in enumerate(program.levers):
        write.line(f"    const {variable(name)} = levers[l + {index}];")
    _assign(write, printer, program.fixed, "")
    _assign(write, printer, program.lifted, "const ")
    write.line("    for (let i = low; i < high; i++) {")
    _step(write, printer, program, wanted)
    write.line("    }}")
    for index, stock in enumerate(stocks):
        write.line(f"    stocks[s + {index}] = {variable(stock.name)};")
    write.line("  }\n}")


def _step(write: Lines, printer: Printer, program: Program, wanted: Sequence[str]) -> None:
    time = program.time
    write.line(f"    v_time = {time.start} + i / {time.steps_per_year};")
    for name in program.inputs:
        write.line(f"    {variable(name)} = d_{name}[i + i];")
    _assign(write, printer, program.moving, "")
    _assign(write, printer, program.indicators, "")
    years = len(time.years) + 1
    write.line(f"    const y = o + Math.floor(i / {time.steps_per_year});")
    for index, name in enumerate(wanted):
        write.line(f"    years[y + {index * years}] += {variable(name)};")
    names = program.names
    write.line(f"    if (steps !== null) {{ const m = (r * {time.count + 1} + i) * {len(names)};")
    for index, name in enumerate(names):
        write.line(f"    steps[m + {index}] = {variable(name)};")
    write.line("    }")
    step = repr(time.step)
    if time.method == "euler":
        for stock in program.stocks:
            v = variable(stock.name)
            write.line(f"    {v} = {v} + {step} * {printer.write(stock.net)};")
        return
    for stock in program.stocks:
        v = variable(stock.name)
        write.line(f"    const s_{stock.name} = {v}, k1_{stock.name} = {printer.write(stock.net)};")
    for stage, half in ((2, True), (3, True), (4, False)):
        way = f"0.5 * {step}" if half else step
        for stock in program.stocks:
            n = stock.name
            write.line(f"    {variable(n)} = s_{n} + {way} * k{stage - 1}_{n};")
        write.line(f"    v_time = {time.start} + (i + {'0.5' if half else '1'}) / {time.steps_per_year};")
        for name in program.inputs:
            write.line(f"    {variable(name)} = d_{name}[i + i + {1 if half else 2}];")
        _assign(write, printer, program.moving, "")
        for stock in program.stocks:
            write.line(f"    const k{stage}_{stock.name} = {printer.write(stock.net)};")
    for stock in program.stocks:
        n = stock.name
        total = f"k1_{n} + 2 * k2_{n} + 2 * k3_{n} + k4_{n}"
        write.line(f"    {variable(n)} = s_{n} + {step} / 6 * ({total});")
