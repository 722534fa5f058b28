"""Does a scenario keep its promises? Its story, its claims, its balance, its languages.

::

    evidence     10,000 random plays, worlds, single runs
    promises     checks.yaml                        claims      sentences that numbers must bear out
    coverage     how often each scene is told       reach       a witness for each scene and option
    search, distance                                witnesses   the file that keeps them
    balance      voices, worlds, ways round         notes       words that want a content note
    languages    the same in each language          reading     how easy each passage is to read
    unused       what nothing needs                 overdue     what was to be looked at again

In: a valid scenario. Out: an :class:`Audit` with problems at the place where an author would mend
them, and what was measured.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbook.audit.balance import profiles, voices, ways_round, worlds
from workbook.audit.claims import Held, claim_problems, held_claims
from workbook.audit.coverage import Share, coverage_problems, gaps, shares
from workbook.audit.evidence import gather
from workbook.audit.languages import differences
from workbook.audit.notes import missing_notes
from workbook.audit.overdue import overdue
from workbook.audit.promises import broken_promises
from workbook.audit.reach import reach
from workbook.audit.reading import Ease, hard_to_read, reading
from workbook.audit.unused import unused
from workbook.causal import check_loops
from workbook.errors import Problem
from workbook.model import Scenario
from workbook.plays import PLAYS, SEED

__all__ = ["Audit", "audit"]


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found.

    ``witnesses`` are run codes by ``chapter.scene`` and ``decision.name.option``; ``profiles`` say
    where the indicators of each world lie between dystopia (0) and utopia (1).
    """

    problems: tuple[Problem, ...]
    coverage: tuple[Share, ...]
    claims: tuple[Held, ...]
    witnesses: Mapping[str, str]
    reading: tuple[Ease, ...]
    profiles: Mapping[str, float]


def audit(scenario: Scenario, plays: int = PLAYS, seed: int = SEED, today: dt.date | None = None) -> Audit:
    """Look at everything.

    Parameters
    ----------
    plays : int
        Random plays, each lever position and option equally likely.
    seed : int
        Fixes them.
    today : date, optional
        Against which dates are held; today when left out.
    """
    evidence = gather(scenario, plays, seed)
    problems = [*broken_promises(evidence.simulator), *evidence.divergences()]
    texts = [*voices(scenario), *missing_notes(scenario), *differences(scenario)]
    ease = reading(scenario)
    texts += hard_to_read(ease, scenario)
    texts += overdue(scenario, today or dt.date.today())  # noqa: DTZ011 - a day of the calendar on the wall
    if not any(evidence.told(world) for world in evidence.worlds.values()):
        # Where not even a world can be run, whatever else is found only repeats it.
        return Audit(_sorted([*problems, *texts]), (), (), {}, ease, {})
    reached = reach(evidence)
    told, claims = shares(evidence), held_claims(evidence)
    settings = dict.fromkeys((*evidence.worlds.values(), *reached.settings.values()))
    problems += [
        *reached.problems,
        *coverage_problems(told, reached.codes),
        *gaps(evidence),
        *claim_problems(evidence, claims, [one for one in settings if evidence.told(one)]),
        *check_loops(scenario),
        *worlds(evidence),
        *ways_round(evidence),
        *unused(evidence),
    ]
    return Audit(_sorted([*problems, *texts]), told, claims, reached.codes, ease, profiles(evidence))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    unique = {(p.place, p.code, repr(p.values)): p for p in problems}
    return tuple(sorted(unique.values(), key=lambda p: (p.place, p.code)))
