"""Program -> Python text -> one run over plain floats.

The text is printed from the checked tree (see :mod:`workbook.expr.to_python`): nothing of a
scenario reaches ``exec`` but numbers and prefixed names. numba compiles the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from workbook.engine.equations import Equation
from workbook.engine.program import Program
from workbook.expr.printer import Printer, variable
from workbook.expr.to_python import NAMESPACE, PYTHON

Row = tuple[float, ...]
Advance = Callable[[int, int, Row, Row, tuple[Row, ...], Row, Callable[[Row], Any]], Row]
Begin = Callable[[Row, Row, tuple[Row, ...]], Row]


def compile_scalar(program: Program) -> tuple[Begin, Advance]:
    """The two functions of a scalar program: initial stocks, and the way from step to step."""
    text, printer = scalar_text(program)
    namespace: dict[str, Any] = dict(NAMESPACE)
    namespace |= {f"t_{i}": (table.xs, table.ys) for i, table in enumerate(printer.tables)}
    exec(compile(text, "<program>", "exec"), namespace)  # noqa: S102 - our own printed text
    return namespace["begin"], namespace["advance"]


def scalar_text(program: Program) -> tuple[str, Printer]:
    """The Python text of a program.

    ``begin(levers, constants, data)`` returns the initial stocks. ``advance(first, end, levers,
    constants, data, stocks, append)`` computes the steps ``first ... end - 1``, hands each row
    (in the order of ``program.names``) to ``append`` and returns the stocks at ``end``.
    """
    printer = Printer(PYTHON)
    return print_program(program, printer, "append", [], [f"append(({joined(program.names)}))"]), printer


def print_program(program: Program, printer: Printer, sink: str, before: Sequence[str], record: Sequence[str]) -> str:
    """Both functions of a program: the frame that plain Python and NumPy share.

    ``sink`` is the last parameter of ``advance``; ``before`` are lines ahead of its loop, ``record``
    the lines that keep a step.
    """
    write = Lines()
    stocks = joined(s.name for s in program.stocks)
    write.line("def begin(levers, constants, data):")
    _unpack(write, program)
    write.line(f"    v_time = {float(program.time.start)!r}")
    for name in program.inputs:
        write.line(f"    {variable(name)} = d_{name}[0]")
    assign(write, printer, program.beginning, "    ")
    write.line(f"    return ({stocks})")
    write.line(f"def advance(first, end, levers, constants, data, stocks, {sink}):")
    _unpack(write, program)
    if stocks:
        write.line(f"    ({stocks}) = stocks")
    assign(write, printer, (*program.fixed, *program.lifted), "    ")
    for line in before:
        write.line(f"    {line}")
    write.line("    for i in range(first, end):")
    write_step(write, printer, program, "        ", record)
    write.line(f"    return ({stocks})")
    return write.text()


class Lines:
    """Lines of a program being printed."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def line(self, text: str) -> None:
        self.lines.append(text)

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def joined(names: Iterable[str]) -> str:
    """Printed names with a comma behind each: the inside of a tuple, also of one."""
    return "".join(f"{variable(name)}, " for name in names)


def _unpack(write: Lines, program: Program) -> None:
    for source, names in (("levers", program.levers), ("constants", program.constants)):
        if names:
            write.line(f"    ({joined(names)}) = {source}")
    if program.inputs:
        write.line(f"    ({''.join(f'd_{name}, ' for name in program.inputs)}) = data")


def assign(write: Lines, printer: Printer, equations: tuple[Equation, ...], indent: str) -> None:
    """One assignment for each equation."""
    for equation in equations:
        write.line(f"{indent}{variable(equation.name)} = {printer.write(equation.node)}")


def write_step(write: Lines, printer: Printer, program: Program, indent: str, record: Sequence[str]) -> None:
    """The body of one step: variables, indicators, the record, then the stocks.

    All stocks move at once: a net flow reads variables and, in a smooth, its own stock, never
    another stock, so the order of assignment does not matter.
    """
    time = program.time
    write.line(f"{indent}v_time = {time.start} + i / {time.steps_per_year}")
    for name in program.inputs:
        write.line(f"{indent}{variable(name)} = d_{name}[i + i]")
    assign(write, printer, program.moving, indent)
    assign(write, printer, program.indicators, indent)
    for line in record:
        write.line(indent + line)
    step = repr(time.step)
    if time.method == "euler":
        for stock in program.stocks:
            v = variable(stock.name)
            write.line(f"{indent}{v} = {v} + {step} * {printer.write(stock.net)}")
        return
    _write_rk4(write, printer, program, indent, step)


def _write_rk4(write: Lines, printer: Printer, program: Program, indent: str, step: str) -> None:
    """Runge-Kutta of fourth order: three more looks at the slopes, in the middle and at the end."""
    time = program.time
    for stock in program.stocks:
        v = variable(stock.name)
        write.line(f"{indent}s_{stock.name} = {v}")
        write.line(f"{indent}k1_{stock.name} = {printer.write(stock.net)}")
    for stage, half in ((2, True), (3, True), (4, False)):
        way = f"0.5 * {step}" if half else step
        for stock in program.stocks:
            line = f"{variable(stock.name)} = s_{stock.name} + {way} * k{stage - 1}_{stock.name}"
            write.line(indent + line)
        ahead = "(i + 0.5)" if half else "(i + 1)"
        write.line(f"{indent}v_time = {time.start} + {ahead} / {time.steps_per_year}")
        offset = 1 if half else 2
        for name in program.inputs:
            write.line(f"{indent}{variable(name)} = d_{name}[i + i + {offset}]")
        assign(write, printer, program.moving, indent)
        for stock in program.stocks:
            write.line(f"{indent}k{stage}_{stock.name} = {printer.write(stock.net)}")
    for stock in program.stocks:
        n = stock.name
        total = f"k1_{n} + 2.0 * k2_{n} + 2.0 * k3_{n} + k4_{n}"
        write.line(f"{indent}{variable(n)} = s_{n} + {step} / 6.0 * ({total})")
