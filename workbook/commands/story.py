"""``workbook story``: one future as a text with its reasons, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import options
from workbook.commands.wish import code_line, contested_lines, reading_language, run_of
from workbook.commands.words import say
from workbook.run import Passage
from workbook.wording import care_words


def command(
    scenario: Annotated[str, options.scenario()],
    world: Annotated[str | None, options.world()] = None,
    levers: Annotated[list[str] | None, options.levers()] = None,
    choices: Annotated[list[str] | None, options.choices()] = None,
    code: Annotated[str | None, options.code()] = None,
    variant: Annotated[list[Path] | None, options.variants()] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    run = run_of(scenario, world, levers, choices, code, variant)
    told = run.story(reading_language(run.scenario, lang))
    if run.workbook.contested is not None:
        print("\n".join(contested_lines(run.workbook, told.language)), end="\n\n")
    for passage in told.passages:
        print("\n\n".join(_paragraphs(run, passage, told.language)), end="\n\n")
    print(code_line(run))


def _paragraphs(run: wb.Run, passage: Passage, lang: str) -> Iterator[str]:
    """A chapter in the order in which it is lived: what was asked, what came of it, and why."""
    yield f"# {passage.chapter}"
    for name in passage.decisions:
        decision = run.scenario.decisions[name]
        option = decision.options[run.choices[name]]
        yield decision.text[lang]
        yield f"**{decision.question[lang]}** {option.label[lang]}"
    yield f"## {passage.title}"
    if passage.care:
        yield f"*{care_words(passage.care, lang)}*"
    yield passage.text.strip()
    if passage.price:
        yield say("price", lang, text=passage.price)
    if passage.crack:
        yield say("crack", lang, text=passage.crack)
    if passage.why:
        yield f"*{say('why', lang)}*"
        yield "\n".join(f"- {condition} ({value})" for condition, value in passage.why)
    if passage.nearest:
        yield passage.nearest
