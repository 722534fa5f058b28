"""Samples for which the EMA Workbench has found boxes; made alike wherever this is run."""

from __future__ import annotations

import numpy as np

COUNT = 800


def inputs() -> tuple[np.ndarray, np.ndarray]:
    """Numbers (8 x samples; two of them on a grid as levers are) and categories (2 x samples)."""
    steps = np.arange(1, COUNT + 1)
    u = np.array([(0.5 + steps * np.sqrt(prime)) % 1.0 for prime in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29)])
    numbers = np.vstack([u[0], np.round(u[1] * 20) * 5, np.round(u[2] * 4), u[3:8]])
    words = np.array([np.floor(u[8] * 3), np.floor(u[9] * 4)]).astype(int)
    return numbers, words


def cases() -> dict[str, np.ndarray]:
    """Which samples are cases: a corner, two corners of different kind, and a slope with noise."""
    x, words = inputs()
    noise = (0.5 + np.arange(1, COUNT + 1) * np.sqrt(31)) % 1.0
    corner = (x[0] < 0.45) & (x[1] > 40) & (words[0] != 1)
    other = (x[3] > 0.7) & (x[2] >= 2) & (words[1] == 2)
    return {
        "corner": corner | (noise < 0.06),
        "corners": corner | other,
        "slope": x[0] + x[4] + 0.4 * noise > 1.5,
    }
