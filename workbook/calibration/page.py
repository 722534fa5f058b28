"""A calibration as one page: tables and drawings, no script, nothing asked of any host."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from workbook.calibration.fit import Calibration, Fitted, Past, Profile
from workbook.calibration.theil import Match
from workbook.export.report import report_html
from workbook.model import Scenario
from workbook.text import base_language, format_number
from workbook.wording import digits_of, label_of, quantity, unit_text

_WIDTH, _HEIGHT, _LEFT, _BELOW = 640, 220, 70, 24

_STYLE = """
caption { text-align: left; font-weight: 600; padding: 0.3rem 0; }
figure { margin: 1rem 0; }
code { overflow-wrap: anywhere; }
svg { max-width: 100%; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); }
.after { stroke: var(--you); stroke-width: 2.5; fill: none; }
.before { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
.axis { stroke: var(--rule); }
.dot { fill: var(--ink); }
.held { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
"""

_WORDS = {
    "title": ("Anpassung an die Vergangenheit", "Fit to the past"),
    "constants": ("Konstanten", "Constants"),
    "series": ("Beobachtung und Modell", "Observation and model"),
    "columns": (
        "Konstante|vorher|nachher|Spanne|Was die Daten sagen",
        "Constant|before|after|range|what the data say",
    ),
    "chosen": (
        "Niemand hat Konstanten genannt. Gewählt wurden die, die die beobachteten Reihen am stärksten und auf"
        " verschiedene Weise bewegen (QR-Zerlegung mit Spaltentausch).",
        "Nobody named constants. Chosen were those that move the observed series most and in different ways"
        " (QR decomposition with column pivoting).",
    ),
    "decided": ("legen sie auf beiden Seiten fest", "bound it on both sides"),
    "undecided": ("legen sie nicht fest", "do not decide it"),
    "edge": ("am Rand der Spanne: Spanne oder Gleichung prüfen", "at the edge of its range: look at range or equation"),
    "match": (
        "Reihe|Jahre|MAPE vorher|MAPE nachher|Niveau|Schwankung|Verlauf",
        "Series|years|MAPE before|MAPE after|bias|variation|covariation",
    ),
    "fitted": ("Angepasst an diese Jahre", "Fitted to these years"),
    "held": ("Zurückgehalten: nur zum Urteilen", "Held out: only to judge"),
    "none": (
        "Keine Reihe ist lang genug, um Jahre zurückzuhalten. Wie gut das Modell Neues trifft, sagt diese Seite nicht.",
        "No series is long enough to hold years out. This page does not say how well the model meets what is new.",
    ),
    "legend": (
        "Punkt: Beobachtung; Ring: zurückgehalten; gestrichelt: vorher; durchgezogen: nachher.",
        "Dot: observation; ring: held out; dashed: before; solid: after.",
    ),
    "profile": (
        "Mittlerer Fehler in % über der Spanne; an jedem Punkt sind die anderen Konstanten neu angepasst."
        " Gestrichelt: bis hierher nicht von der besten Anpassung zu unterscheiden (F-Statistik, 95 %).",
        "Mean error in % over the range; at each point the other constants are fitted anew."
        " Dashed: up to here not to be told from the best fit (F statistic, 95 %).",
    ),
    "method": (
        "Kleinste Quadrate der relativen Abweichungen, jede Beobachtung mit gleichem Gewicht, jede Konstante in ihrer"
        " Spanne. MAPE ist die mittlere Abweichung in Prozent. Die drei Anteile zerlegen den quadratischen Fehler nach"
        " der Anpassung (Theil; Sterman 1984): anderes Niveau, andere Schwankung, anderer Verlauf. Die Werte sind aus"
        " den angepassten Jahren allein; eine gute Anpassung ist kein Beweis der Ursachen.",
        "Least squares of the relative residuals, each observation with the same weight, each constant within its"
        " range. MAPE is the mean deviation in percent. The three shares part the square error after the fit (Theil;"
        " Sterman 1984): unequal means, unequal variation, unequal covariation. The values come from the fitted years"
        " alone; a good fit is no proof of causes.",
    ),
    "method-head": ("Wie gerechnet wurde", "How it was computed"),
    "year": ("Jahr|beobachtet|vorher|nachher", "Year|observed|before|after"),
    "numbers": ("Zahlen", "Numbers"),
    "points": ("Wert|Fehler in %", "Value|error in %"),
}


def page(scenario: Scenario, found: Calibration, lang: str, command: str) -> str:
    """The page.

    Parameters
    ----------
    command : str
        The line that makes it again.
    """
    return _Page(scenario, found, lang).text(command)


class _Page:
    def __init__(self, scenario: Scenario, found: Calibration, lang: str) -> None:
        self.scenario, self.found, self.lang = scenario, found, lang
        self.english = base_language(lang) == "en"

    def say(self, key: str) -> str:
        return _WORDS[key][self.english]

    def text(self, command: str) -> str:
        title = f"{self.say('title')}: {self.scenario.title[self.lang]}"
        parts = [
            f"<h2>{self.say('constants')}</h2>",
            f"<p>{self.say('chosen')}</p>" if self.found.chosen else "",
            self.table(self.say("constants"), self.say("columns"), [self.constant(f) for f in self.found.constants]),
            *(self.profile(fitted) for fitted in self.found.constants),
            f"<h2>{self.say('series')}</h2>",
            self.matches("fitted", held=False),
            self.matches("held", held=True),
            f"<p>{self.say('legend')}</p>",
            *(self.past(past) for past in self.found.past),
            f"<h2>{self.say('method-head')}</h2><p>{self.say('method')}</p>",
            f"<p><code>{escape(command)}</code> · <code>{escape(self.scenario.fingerprint)}</code></p>",
        ]
        return report_html(title, "\n".join(filter(None, parts)), self.lang, _STYLE)

    def table(self, caption: str, columns: str, rows: Sequence[Sequence[str]]) -> str:
        head = "".join(f'<th scope="col">{escape(c)}</th>' for c in columns.split("|"))
        body = "".join(
            f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(c)}</td>" for c in rest)}</tr>'
            for first, *rest in rows
        )
        return (
            f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
            f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def constant(self, fitted: Fitted) -> list[str]:
        c = fitted.constant
        verdict = "edge" if fitted.at_edge else "decided" if fitted.profile.decided else "undecided"
        width = math.log10((c.high - c.low) / 1000)
        digits = min(max(math.ceil(-width), 0), 8)
        numbers = [format_number(v, self.lang, digits) for v in (c.value, fitted.value, c.low, c.high)]
        name = f"{c.label[self.lang]} ({c.name}), {unit_text(c.unit, self.lang)}"
        return [name, *numbers[:2], " – ".join(numbers[2:]), self.say(verdict)]

    def matches(self, key: str, *, held: bool) -> str:
        rows = []
        for past in self.found.past:
            pair = past.matches(held=held)
            if pair is not None:
                part = slice(past.held, None) if held else slice(0, past.held)
                rows.append(self.match(past, past.years[part], *pair))
        return self.table(self.say(key), self.say("match"), rows) if rows else f"<p>{self.say('none')}</p>"

    def match(self, past: Past, years: Sequence[int], before: Match, after: Match) -> list[str]:
        shares = (after.bias, after.variation, after.covariation)
        return [
            label_of(self.scenario, past.indicator, self.lang),
            f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0]),
            *(f"{format_number(m.mape, self.lang, 2)} %" for m in (before, after)),
            *("–" if share is None else format_number(share, self.lang, 2) for share in shares),
        ]

    def past(self, past: Past) -> str:
        label = label_of(self.scenario, past.indicator, self.lang)
        axes = _Axes(past.years, (*past.observed, *past.before, *past.after))
        dots = "".join(
            f'<circle class="{"dot" if k < past.held else "held"}" cx="{axes.x(x):.1f}" cy="{axes.y(y):.1f}" r="4"/>'
            for k, (x, y) in enumerate(zip(past.years, past.observed, strict=True))
        )
        lines = axes.line(past.years, past.before, "before") + axes.line(past.years, past.after, "after") + dots
        rows = [
            [str(year), *(quantity(self.scenario, past.indicator, v, self.lang) for v in values)]
            for year, *values in zip(past.years, past.observed, past.before, past.after, strict=True)
        ]
        low, high = (quantity(self.scenario, past.indicator, v, self.lang) for v in (axes.low, axes.high))
        ends = (str(past.years[0]), str(past.years[-1]))
        return self.figure(label, axes, lines, (low, high), ends, self.table(label, self.say("year"), rows))

    def profile(self, fitted: Fitted) -> str:
        label, profile = fitted.constant.label[self.lang], fitted.profile
        errors = [e for e in (*profile.errors, profile.limit) if math.isfinite(e)]
        axes = _Axes(profile.values, errors)
        known = [(v, e) for v, e in zip(profile.values, profile.errors, strict=True) if math.isfinite(e)]
        lines = axes.line([v for v, _ in known], [e for _, e in known], "after") + _limit(axes, profile)
        numbers = [self.number(v) for v in profile.values]
        rows = [[n, format_number(e, self.lang, 2)] for n, e in zip(numbers, profile.errors, strict=True)]
        below = (format_number(axes.low, self.lang, 2), format_number(axes.high, self.lang, 2))
        inner = self.table(label, self.say("points"), rows)
        return f"<h3>{escape(label)}</h3><p>{self.say('profile')}</p>" + self.figure(
            label, axes, lines, below, (numbers[0], numbers[-1]), inner
        )

    def number(self, value: float) -> str:
        return format_number(value, self.lang, digits_of(self.scenario, "", value) + 1)

    def figure(
        self, label: str, axes: _Axes, lines: str, heights: tuple[str, str], ends: tuple[str, str], table: str
    ) -> str:
        foot, right = _HEIGHT - 6, _WIDTH - 10
        texts = (
            f'<text x="0" y="{axes.y(axes.low) + 4:.1f}">{escape(heights[0])}</text>'
            f'<text x="0" y="{axes.y(axes.high) + 12:.1f}">{escape(heights[1])}</text>'
            f'<text x="{_LEFT}" y="{foot}">{escape(ends[0])}</text>'
            f'<text x="{right}" y="{foot}" text-anchor="end">{escape(ends[1])}</text>'
        )
        base = _HEIGHT - _BELOW
        axis = f'<path class="axis" d="M{_LEFT} {base}H{right}"/>'
        return (
            f'<figure><figcaption>{escape(label)}</figcaption><svg role="img" aria-label="{escape(label)}" '
            f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}">{axis}{lines}{texts}</svg>'
            f"<details><summary>{self.say('numbers')}: {escape(label)}</summary>{table}</details></figure>"
        )


def _limit(axes: _Axes, profile: Profile) -> str:
    ends = (profile.values[0], profile.values[-1])
    return axes.line(ends, (profile.limit, profile.limit), "before") if math.isfinite(profile.limit) else ""


class _Axes:
    """Values -> places in a drawing."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        self.left, self.right = min(xs), max(xs)
        self.low, self.high = min(ys), max(ys)

    def x(self, value: float) -> float:
        return _LEFT + 6 + (value - self.left) / ((self.right - self.left) or 1) * (_WIDTH - _LEFT - 26)

    def y(self, value: float) -> float:
        return _HEIGHT - _BELOW - 8 - (value - self.low) / ((self.high - self.low) or 1) * (_HEIGHT - _BELOW - 20)

    def line(self, xs: Sequence[float], ys: Sequence[float], kind: str) -> str:
        points = " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in zip(xs, ys, strict=True))
        return f'<polyline class="{kind}" points="{points}"/>'
