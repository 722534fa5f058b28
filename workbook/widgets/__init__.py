"""The notebook's surface: :func:`explore`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbook.run import Run, Workbook
from workbook.widgets.explorer import Explorer
from workbook.widgets.weighing import Weighing
from workbook.widgets.workshop import Studio

__all__ = ["Explorer", "Studio", "Weighing", "explore", "studio", "weigh"]


def explore(
    workbook: Workbook | Run | str,
    lang: str = "de",
    world: str | None = None,
    levers: Iterable[str] | None = None,
    *,
    keep: bool = False,
) -> Explorer:
    """Play a scenario in the notebook.

    Parameters
    ----------
    workbook : Workbook, Run or str
        From :func:`workbook.load`, or the id of a scenario; a run is where it begins.
    lang : str
        Language of the story and of the labels.
    world : str, optional
        Where to begin; the baseline when left out.
    levers : iterable of str, optional
        Only these levers are shown, in this order.
    keep : bool
        Whether what is played, kept and noted is written to the folder ``meine-zukuenfte`` at once, and comes back
        when the notebook is opened again.
    """
    if isinstance(workbook, str):
        from workbook import load

        workbook = load(workbook)
    if isinstance(workbook, Run):
        explorer = Explorer(workbook.workbook, lang, workbook.setting.world, levers, keep=keep)
        explorer.go(workbook.setting)
        return explorer
    return Explorer(workbook, lang, world, levers, keep=keep)


def studio(workbook: Workbook | str, lang: str = "de") -> Studio:
    """Write a scene of one's own into a copy of a scenario, and see it told at once.

    Parameters
    ----------
    workbook : Workbook or str
        From :func:`workbook.load`, or the id of a scenario.
    lang : str
        Language of the scene and of the labels.

    Returns
    -------
    Studio
        ``studio.book`` is the copy with the own scenes, to be explored like any other.
    """
    if isinstance(workbook, str):
        from workbook import load

        workbook = load(workbook)
    return Studio(workbook, lang)


def weigh(runs: Mapping[str, Run], lang: str = "de") -> Weighing:
    """Futures side by side by what matters to the reader.

    Parameters
    ----------
    runs : mapping of str to Run
        Two or more futures of one scenario, by the names they are shown under.

    Raises
    ------
    UsageError
        For fewer than two, and for futures of different scenarios.
    """
    return Weighing(runs, lang)
