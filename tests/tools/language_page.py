"""Write docs/language.md from the one table of functions: ``python -m tests.tools.language_page``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.tools.language_rules import ENGLISH, GERMAN, Rule
from workbook.expr.functions import FUNCTIONS

_PAGE = Path(__file__).resolve().parents[2] / "docs/language.md"

_USES = {
    "anywhere": ("überall", "anywhere"),
    "equations": ("Gleichungen des Modells", "equations of the model"),
    "story": ("Geschichte, Aussagen, Prüfungen", "story, claims, checks"),
}

_HEAD = """\
# The language of equations and conditions

*Written by `make docs` from the table in `workbook/expr/functions.py`. Deutsch steht unten.*

Equations, indicators, conditions of scenes, claims in texts and checks are written in one small language.
Nothing else can be written in it: no attribute, no import, no call of anything but the functions below.

- **Numbers** `1`, `0.5`, `1e6`; **names** of levers, constants, inputs, stocks, variables, indicators; `time`
  in years.
- **Operators** `+ - * / **`, comparisons `< <= > >= == !=` (no chains), `and` `or` `not`, `a if condition
  else b`, parentheses.
- **Decisions** `decision.evening == 'residents'`.
- **Types** are strict: a number is no truth value, a truth value is no number.
- **Arithmetic** is IEEE double in Python, NumPy and JavaScript alike: x/0 is infinite, 0/0 is NaN. A run with
  a number that is not finite is refused, with variable, date and cause.
"""

_KOPF = """\
# Die Sprache der Gleichungen und Bedingungen

Gleichungen, Indikatoren, Bedingungen von Szenen, Aussagen in Texten und Prüfungen sind in einer kleinen
Sprache geschrieben. Etwas anderes lässt sich darin nicht schreiben: keine Attribute, keine Importe, nur die
Funktionen unten.

- **Zahlen** `1`, `0.5`, `1e6` (mit Punkt); **Namen** von Hebeln, Konstanten, Antrieben, Beständen, Größen,
  Indikatoren; `time` in Jahren.
- **Rechenzeichen** `+ - * / **`, Vergleiche `< <= > >= == !=` (keine Ketten), `and` `or` `not`, `a if
  bedingung else b`, Klammern.
- **Entscheidungen** `decision.evening == 'residents'`.
- **Typen** sind streng: Eine Zahl ist kein Wahrheitswert, ein Wahrheitswert keine Zahl.
- **Gerechnet** wird in Python, NumPy und JavaScript gleich (IEEE double): x/0 ist unendlich, 0/0 ist NaN. Ein
  Lauf mit einer Zahl, die nicht endlich ist, wird abgelehnt, mit Größe, Datum und Ursache.
"""


def language_page() -> str:
    """The page in English and German."""
    english = _table(("function", "meaning", "at the limits", "where"), 1)
    german = _table(("Funktion", "Bedeutung", "an den Grenzen", "wo"), 0)
    rules = _rules("## Where Python, NumPy and JavaScript would differ", ("what", "rule", "how it is kept"), ENGLISH)
    regeln = _rules("## Wo Python, NumPy und JavaScript abwichen", ("was", "Regel", "wie sie gehalten wird"), GERMAN)
    return f"{_HEAD}\n{english}\n\n{rules}\n\n{_KOPF}\n{german}\n\n{regeln}\n"


def _rules(heading: str, header: Rule, rules: Sequence[Rule]) -> str:
    return f"{heading}\n\n{_rows([header, ('---',) * 3, *rules])}"


def _table(header: tuple[str, ...], position: int) -> str:
    rows = [header, ("---",) * len(header)]
    rows += [
        (f"`{f.signature}`", f.meaning[position], f.limits[position] or "–", _USES[f.use][position])
        for f in FUNCTIONS.values()
    ]
    return _rows(rows)


def _rows(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


if __name__ == "__main__":
    _PAGE.write_text(language_page(), encoding="utf-8")
    sys.stdout.write(f"{_PAGE.name}\n")
