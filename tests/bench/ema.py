"""Run by a Python that has the EMA Workbench: the hand-written model there, one experiment after the other.

Prints milliseconds per run. ``ema.py FOLDER SPACE RUNS``: the folder of ``model.py``, a JSON file with the
ranges of levers and constants and the options of decisions, and how many experiments.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from ema_workbench import (
    CategoricalParameter,
    Model,
    RealParameter,
    SequentialEvaluator,
    TimeSeriesOutcome,
)

folder, place, runs = sys.argv[1:]
sys.path.insert(0, folder)
import model  # noqa: E402 - found only now

space = json.loads(Path(place).read_text(encoding="utf-8"))


def function(**values):
    levers = {name: values[name] for name in space["levers"]}
    choices = {name: values[name] for name in space["choices"]}
    return model.run(levers, choices, {name: values[name] for name in space["constants"]})


table = Model("handmade", function=function)
table.uncertainties = [RealParameter(name, *ends) for name, ends in space["constants"].items()]
table.levers = [
    *(RealParameter(name, *ends) for name, ends in space["levers"].items()),
    *(CategoricalParameter(name, options) for name, options in space["choices"].items()),
]
table.outcomes = [TimeSeriesOutcome(name) for name in model.INDICATORS]
with SequentialEvaluator(table) as evaluator:
    evaluator.perform_experiments(scenarios=2, policies=2)
    begin = time.perf_counter()
    evaluator.perform_experiments(scenarios=int(runs), policies=1)
    sys.stdout.write(str(1000 * (time.perf_counter() - begin) / int(runs)))
