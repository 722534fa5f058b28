"""The one table of functions. A new function is one row; the docs print the same table.

Each row says how the function is written in Python, NumPy, JavaScript and XMILE. ``{0}``, ``{1}`` ... stand
for the arguments. Functions of time and delays have no row entry for the printers: the program
rewrites them first (delays become hidden stocks, times become comparisons).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Use = Literal["anywhere", "equations", "story"]


@dataclass(frozen=True, slots=True)
class Function:
    """One function of the language.

    ``least`` and ``most`` count arguments (``most`` None: any number). ``use`` says where it may
    stand: delays only in equations; ``at`` and ``change`` where a whole run is at hand.
    """

    name: str
    parameters: tuple[str, ...]
    least: int
    most: int | None
    use: Use
    python: str
    numpy: str
    javascript: str
    xmile: str
    meaning: tuple[str, str]
    """German, English."""
    limits: tuple[str, str] = ("", "")
    """What happens outside the domain: German, English."""

    @property
    def signature(self) -> str:
        shown = list(self.parameters)
        for optional in range(self.least, len(shown)):
            shown[optional] = f"[{shown[optional]}]"
        return f"{self.name}({', '.join(shown)}{', …' if self.most is None else ''})"


_NAN = ("NaN bei jedem NaN; nie −0", "NaN with any NaN; never −0")

_ROWS = (
    Function(
        "min", ("a", "b"), 2, None, "anywhere",
        "", "minimum({0}, {1}) + 0.0", "min({0}, {1})", "MIN({0}, {1})",
        ("der kleinste der Werte", "the smallest of the values"), _NAN,
    ),
    Function(
        "max", ("a", "b"), 2, None, "anywhere",
        "", "maximum({0}, {1}) + 0.0", "max({0}, {1})", "MAX({0}, {1})",
        ("der größte der Werte", "the largest of the values"), _NAN,
    ),
    Function(
        "clip", ("x", "low", "high"), 3, 3, "anywhere",
        "", "", "", "",
        ("x, höchstens high und mindestens low: min(max(x, low), high)",
         "x, at most high and at least low: min(max(x, low), high)"), _NAN,
    ),
    Function(
        "abs", ("x",), 1, 1, "anywhere",
        "abs({0})", "absolute({0})", "Math.abs({0})", "ABS({0})",
        ("Betrag", "absolute value"),
    ),
    Function(
        "exp", ("x",), 1, 1, "anywhere",
        "exp({0})", "exp({0})", "Math.exp({0})", "EXP({0})",
        ("e hoch x", "e to the x"), ("zu groß: unendlich", "too large: infinity"),
    ),
    Function(
        "ln", ("x",), 1, 1, "anywhere",
        "log({0})", "log({0})", "Math.log({0})", "LN({0})",
        ("natürlicher Logarithmus", "natural logarithm"),
        ("0: −unendlich; negativ: NaN", "0: −infinity; negative: NaN"),
    ),
    Function(
        "log10", ("x",), 1, 1, "anywhere",
        "log10({0})", "log10({0})", "Math.log10({0})", "LOG10({0})",
        ("Logarithmus zur Basis 10", "logarithm to base 10"),
        ("0: −unendlich; negativ: NaN", "0: −infinity; negative: NaN"),
    ),
    Function(
        "sqrt", ("x",), 1, 1, "anywhere",
        "sqrt({0})", "sqrt({0})", "Math.sqrt({0})", "SQRT({0})",
        ("Quadratwurzel", "square root"), ("negativ: NaN", "negative: NaN"),
    ),
    Function(
        "logistic", ("x",), 1, 1, "anywhere",
        "(1.0 / (1.0 + exp(-{0})))", "(1.0 / (1.0 + exp(-{0})))", "(1 / (1 + Math.exp(-{0})))",
        "(1 / (1 + EXP(0 - {0})))",
        ("S-Kurve von 0 bis 1: 1 / (1 + e hoch −x)", "S-curve from 0 to 1: 1 / (1 + e to the −x)"),
        ("sehr negativ: 0", "very negative: 0"),
    ),
    Function(
        "lookup", ("x", "points", "unit"), 2, 3, "anywhere",
        "lookup({0}, {1})", "interp({0}, {1})", "lookup({0}, {1})", "{1}({0})",
        ("Tabelle [[x, y], …], dazwischen gerade Linien; unit nennt die Einheit des Ergebnisses",
         "table [[x, y], …], straight lines between; unit names the unit of the result"),
        ("außerhalb: der Wert am Rand; NaN bleibt NaN", "outside: the value at the edge; NaN stays NaN"),
    ),
    Function(
        "step", ("height", "start"), 2, 2, "equations",
        "", "", "", "",
        ("0 bis zum Jahr start, danach height", "0 until the year start, height from then on"),
    ),
    Function(
        "pulse", ("height", "start", "width"), 3, 3, "equations",
        "", "", "", "",
        ("height ab dem Jahr start für width Jahre, sonst 0",
         "height from the year start for width years, otherwise 0"),
    ),
    Function(
        "ramp", ("slope", "start", "end"), 3, 3, "equations",
        "", "", "", "",
        ("steigt zwischen den Jahren start und end um slope je Jahr, bleibt dann stehen",
         "rises by slope a year between the years start and end, then stays"),
    ),
    Function(
        "smooth", ("x", "years", "initial"), 2, 3, "equations",
        "", "", "", "",
        ("gleitet x mit der Verzögerung years nach (1. Ordnung), auf- und abwärts",
         "follows x with the delay years (first order), upwards and downwards"),
    ),
    Function(
        "delay1", ("x", "years", "initial"), 2, 3, "equations",
        "", "", "", "",
        ("Materialverzögerung 1. Ordnung: was hineinfließt, kommt vollständig heraus",
         "material delay of first order: what flows in comes out completely"),
    ),
    Function(
        "delay3", ("x", "years", "initial"), 2, 3, "equations",
        "", "", "", "",
        ("Materialverzögerung 3. Ordnung: kommt als Welle heraus",
         "material delay of third order: comes out as a wave"),
    ),
    Function(
        "at", ("name", "year"), 2, 2, "story",
        "", "", "", "",
        ("Jahreswert eines Namens; in Gleichungen nur für Daten erlaubt",
         "value of a name in a year; in equations for data only"),
    ),
    Function(
        "change", ("name", "from", "to"), 3, 3, "story",
        "", "", "", "",
        ("at(name, to) − at(name, from), in der Einheit des Namens",
         "at(name, to) − at(name, from), in the unit of the name"),
    ),
)  # fmt: skip

FUNCTIONS: Mapping[str, Function] = MappingProxyType({row.name: row for row in _ROWS})
