"""A run as a code that a person can say, write down and type: Crockford's base 32.

The code holds the world, each lever's position, each decision's option and a fingerprint of the
scenario; a last symbol checks the rest (remainder by 37), so that any single wrong symbol and any
two swapped ones are noticed. Small letters, hyphens and spaces are forgiven, as are O for 0 and I
or L for 1. (D. Crockford, Base 32, crockford.com/base32.html.)
"""

from __future__ import annotations

from collections.abc import Iterator

from workbook.errors import RunCodeError
from workbook.model import Scenario
from workbook.setting import Setting

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS = SYMBOLS + "*~$=U"
FINGERPRINT_BITS = 15


def _radices(scenario: Scenario) -> Iterator[int]:
    yield len(scenario.worlds)
    for lever in scenario.levers.values():
        yield lever.positions
    for decision in scenario.decisions.values():
        yield len(decision.options)


def code_length(scenario: Scenario) -> int:
    """Symbols of a run code without hyphens; the same for all runs of a scenario."""
    largest = 1 << FINGERPRINT_BITS
    for radix in _radices(scenario):
        largest *= radix
    return -(-(largest - 1).bit_length() // 5) + 1


def encode(scenario: Scenario, setting: Setting) -> str:
    """The run code of a setting.

    Raises
    ------
    RunCodeError
        When a lever stands between two positions, so that no code can name the run.
    """
    digits = [list(scenario.worlds).index(setting.world)]
    for name, value in setting.levers:
        lever = scenario.levers[name]
        position = round((value - lever.low) / lever.step)
        if lever.value(position) != value:
            raise RunCodeError("run-code-off-grid", lever=name, value=value, step=lever.step)
        digits.append(position)
    for name, option in setting.choices:
        digits.append(list(scenario.decisions[name].options).index(option))
    number = 0
    for digit, radix in zip(digits, _radices(scenario), strict=True):
        number = number * radix + digit
    number = (number << FINGERPRINT_BITS) | mark(scenario)
    symbols = ""
    rest = number
    for _ in range(code_length(scenario) - 1):
        rest, digit = divmod(rest, 32)
        symbols = SYMBOLS[digit] + symbols
    return _grouped(symbols + CHECKS[number % 37])


def decode(scenario: Scenario, code: str) -> Setting:
    """The setting behind a run code.

    Raises
    ------
    RunCodeError
        When the code is damaged, has the wrong length or belongs to another scenario or version.
    """
    symbols = _cleaned(code)
    length = code_length(scenario)
    if len(symbols) != length:
        raise RunCodeError("run-code-length", found=len(symbols), expected=length, typed=code)
    number = 0
    for symbol in symbols[:-1]:
        if symbol not in SYMBOLS:
            raise RunCodeError("run-code-damaged", typed=code)
        number = number * 32 + SYMBOLS.index(symbol)
    if symbols[-1] not in CHECKS or CHECKS.index(symbols[-1]) != number % 37:
        raise RunCodeError("run-code-damaged", typed=code)
    number, found = divmod(number, 1 << FINGERPRINT_BITS)
    digits: list[int] = []
    for radix in reversed(list(_radices(scenario))):
        number, digit = divmod(number, radix)
        digits.insert(0, digit)
    if found != mark(scenario) or number:
        raise RunCodeError("run-code-other-scenario", scenario=scenario.id, typed=code)
    values = iter(digits)
    world = list(scenario.worlds)[next(values)]
    levers = tuple((name, lever.value(next(values))) for name, lever in scenario.levers.items())
    choices = tuple((name, list(d.options)[next(values)]) for name, d in scenario.decisions.items())
    return Setting(world, levers, choices)


def _cleaned(code: str) -> str:
    # A byte order mark comes along when a code is copied out of some files; for JavaScript it is a space.
    kept = "".join(c for c in code.upper() if c not in "-\u2010\u2011\u2013\ufeff" and not c.isspace())
    return kept.translate(str.maketrans("OIL", "011"))


def _grouped(symbols: str) -> str:
    """Hyphens every five symbols: what can be read out in one breath."""
    return "-".join(symbols[i : i + 5] for i in range(0, len(symbols), 5))


def mark(scenario: Scenario) -> int:
    """The fingerprint of a scenario as far as a code holds it."""
    return int(scenario.fingerprint[:8], 16) % (1 << FINGERPRINT_BITS)
