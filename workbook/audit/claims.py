"""Claims of the texts against the numbers, in every play that is told the passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbook.audit.evidence import Evidence
from workbook.errors import Problem
from workbook.expr.evaluate import evaluate
from workbook.model import Claim
from workbook.setting import Setting
from workbook.story import Readings, false_claims


@dataclass(frozen=True, slots=True)
class Held:
    """A claim and how it fared; ``code`` is a run that shows it false, else one that is told it."""

    scene: str
    language: str
    claim: Claim
    reached: int
    false: int
    code: str

    @property
    def share(self) -> float:
        """Of the plays that are told the passage, the share in which the claim is false."""
        return self.false / self.reached if self.reached else 0.0


def held_claims(evidence: Evidence) -> tuple[Held, ...]:
    """Every claim of every language, in the order of the story."""
    return tuple(_held(evidence))


def _held(evidence: Evidence) -> Iterator[Held]:
    s, plays = evidence.scenario, evidence.plays
    known: dict[tuple[str, str], tuple[int, int, str]] = {}
    for k, chapter in enumerate(s.chapters):
        for j, scene in enumerate(chapter.scenes):
            key, told = f"{chapter.name}.{scene.name}", plays.told(k, j)
            reached = int(told.sum())
            first = int(told.argmax()) if reached else -1
            for lang in s.languages:
                passage = s.passages[lang].get(key)
                for claim in passage.claims if passage else ():
                    # The same claim in three languages is computed once.
                    if (key, claim.text) not in known:
                        wrong = told & ~plays.holds(claim.condition, chapter.year)
                        shows = evidence.first(wrong, lambda one, c=claim, y=chapter.year: _denies(evidence, one, c, y))  # type: ignore[misc]
                        false = int(wrong.sum()) if shows else 0
                        shown = shows or (plays.setting(first) if reached else None)
                        known[key, claim.text] = reached, false, evidence.code(shown) if shown else ""
                    yield Held(key, lang, claim, *known[key, claim.text])


def _denies(evidence: Evidence, setting: Setting, claim: Claim, year: int) -> bool:
    """Whether a single run shows a claim false: rounding in the last place must not decide it."""
    yearly = evidence.simulator.run(setting).yearly
    return not evaluate(claim.condition, Readings(evidence.scenario, setting, yearly, year))


def claim_problems(evidence: Evidence, held: Iterable[Held], settings: Iterable[Setting]) -> list[Problem]:
    """False claims: of the plays, and of further runs such as worlds and witnesses."""
    found: dict[object, Problem] = {}
    for one in held:
        if one.false:
            found[one.claim.place] = _false(one.claim, one.scene, one.language, one.false, one.reached, one.code)
    for setting in settings:
        yearly = evidence.simulator.run(setting).yearly
        for lang, key, claim in false_claims(evidence.scenario, setting, yearly):
            if claim.place not in found:
                found[claim.place] = _false(claim, key, lang, 1, 1, evidence.code(setting))
    return list(found.values())


def _false(claim: Claim, scene: str, language: str, false: int, reached: int, code: str) -> Problem:
    values: dict[str, object] = {
        "claim": claim.text, "scene": scene, "language": language, "false": false, "reached": reached,
        "percent": f"{100 * false / reached:.3g} %", "run": code,
    }  # fmt: skip
    return Problem("claim-false", claim.place, values)
