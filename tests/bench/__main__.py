"""``make bench``: every figure of the docs, measured anew. ``--write FILE`` puts the table into its section there."""

from __future__ import annotations

import argparse
import platform
from pathlib import Path

from tests.bench import documents, engine, ensemble, surface
from tests.bench.measure import Figure
from tests.bench.section import write_section

HEAD = """Measured by `make bench` ({machine}). Every figure is a median; where something is compared, both were
run in turns within one process and the ratio is the median of the pairs. Such machines are noisy: trust the ratios.
“By hand” are the same equations written for speed, in `tests/bench/handmade/`, without any bookkeeping.

| what | measured | compared with | ratio | goal |
|---|---|---|---|---|
"""


def row(figure: Figure) -> str:
    """One line of the table."""
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2g}" if figure.ratio < 0.1 else f"{figure.ratio:.2f}"
    return f"| {figure.what} | {figure.value:.3g} {figure.unit} | {figure.other} | {ratio} | {figure.goal} |"


def main() -> None:
    """Measure and print; write when asked."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    machine = f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}"
    lines = []
    for figure in (*engine.figures(), *ensemble.figures(), *documents.figures(), *surface.figures()):
        lines.append(row(figure))
        print(lines[-1], flush=True)
    if arguments.write:
        write_section(arguments.write, HEAD.format(machine=machine) + "\n".join(lines), "make bench")


if __name__ == "__main__":
    main()
