"""``workbook story``: one future as a text with its reasons, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from workbook.commands import options
from workbook.commands.wish import code_line, run_of
from workbook.commands.words import say
from workbook.messages import current_language

if TYPE_CHECKING:
    from workbook.run import Passage


def command(
    scenario: Annotated[str, options.scenario()],
    world: Annotated[str | None, options.world()] = None,
    levers: Annotated[list[str] | None, options.levers()] = None,
    choices: Annotated[list[str] | None, options.choices()] = None,
    code: Annotated[str | None, options.code()] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    run = run_of(scenario, world, levers, choices, code)
    told = run.story(current_language())
    for passage in told.passages:
        print(_markdown(passage))
    print(code_line(run))


def _markdown(passage: Passage) -> str:
    lines = [f"# {passage.chapter}", "", f"## {passage.title}", "", passage.text.strip(), ""]
    if passage.why:
        lines += [f"*{say('why')}*", ""]
        lines += [f"- {condition}: {value}" for condition, value in passage.why]
        lines += [""]
    if passage.nearest:
        lines += [say("nearest-change", change=passage.nearest), ""]
    return "\n".join(lines)
