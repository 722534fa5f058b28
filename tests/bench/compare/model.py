"""The small model in plain Python, without any package: notebooks carry this text in a cell."""

from __future__ import annotations

YEARS = range(2015, 2031)
NAMES = ("reach", "guests", "evenings", "strain")
LEVERS = {
    "open_hours": ("Öffnungszeit", 0, 40, 5, 20),
    "welcome": ("Willkommen", 0, 100, 10, 60),
    "chairs": ("Stühle", 0.1, 0.7, 0.1, 0.3),
    "helpers": ("Helfende", 2, 20, 2, 8),
}


def lines(open_hours: float, welcome: float, chairs: float, helpers: float) -> dict[str, list[float]]:
    """Four lines, the mean of each year; levers act from 2026, before that they stand at their defaults."""
    guests, means = 100.0, {name: [] for name in NAMES}
    for year in YEARS:
        if year > 2025:
            hours, door, seats, hands = open_hours, welcome, chairs, helpers
        else:
            hours, door, seats, hands = (lever[4] for lever in LEVERS.values())
        sums = dict.fromkeys(NAMES, 0.0)
        for _ in range(12):
            strain = guests / max(hands, 1)
            joining = 0.4 * max(1000 - guests, 0) * door / 100 * hours / 40 * min(seats / 0.5, 1)
            leaving = (0.1 + 0.005 * strain) * guests
            now = (guests / 10, guests, hours * guests / 1000, strain)
            for name, value in zip(NAMES, now, strict=True):
                sums[name] += value
            guests += (joining - leaving) / 12
        for name in NAMES:
            means[name].append(sums[name] / 12)
    return means


def sentence(values: dict[str, list[float]]) -> str:
    """What is said about the last year."""
    reach, strain = values["reach"][-1], values["strain"][-1]
    mood = "Das Haus ist voll" if reach > 25 else "Das Haus ist leer"
    return f"2030 erreicht das Haus {reach:.2f} % der Menschen. {mood}: {strain:.2f} Gäste kommen auf eine Hand."
