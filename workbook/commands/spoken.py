"""Typer, taught to speak the user's language: headings of the help, and what it refuses.

Typer takes its fixed words from the machine's locale; a German classroom on an English machine
would read half of each. So headings are replaced where the help is written, and refusals are told
by their kind.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from workbook.commands.words import CommandError, did_you_mean, say
from workbook.errors import nearest

_HEADINGS = {"Options": "options", "Arguments": "arguments", "Commands": "commands"}
_FORMATTER: Any = TyperCommand.context_class.formatter_class
_CONTEXT: Any = TyperCommand.context_class
_REQUIRED = "[required]"
_TYPE = re.compile(r" <[^>]*>")
"""``ID <str>``: what Python calls it helps nobody here."""


class _Formatter(_FORMATTER):  # type: ignore[misc]  # typer names this class only through the context
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        words = args.replace("[OPTIONS]", say("usage-options")).replace("COMMAND [ARGS]...", say("usage-command"))
        super().write_usage(prog, words.replace("{ID}", "ID"), prefix or say("usage"))

    def section(self, name: str) -> AbstractContextManager[None]:
        heading: AbstractContextManager[None] = super().section(say(_HEADINGS[name]) if name in _HEADINGS else name)
        return heading

    def write_dl(self, rows: Any, *args: Any, **kwargs: Any) -> None:
        told = [(_TYPE.sub("", name), self._told(name, help_)) for name, help_ in rows]
        super().write_dl(told, *args, **kwargs)

    def _told(self, name: str, help_: str) -> str:
        if name == "--help":
            return say("help-help")
        return help_.replace(_REQUIRED, "").strip()


class _Context(_CONTEXT):  # type: ignore[misc]  # as above
    formatter_class = _Formatter


class Command(TyperCommand):
    """A command whose help is in the user's language."""

    context_class = _Context


class Group(TyperGroup):
    """The commands together; an unknown one is answered with the nearest."""

    context_class = _Context

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            near = did_you_mean(nearest(args[0], known))
            raise CommandError("command-unknown", name=args[0], near=near, allowed=", ".join(known))
        return super().resolve_command(ctx, args)


def refusal(error: Exception) -> str:
    """What typer refused, as a sentence with the way to the help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "workbook"
    return f"{_reason(error)}\n{say('more-help', command=path)}"


def _reason(error: Exception) -> str:
    option = getattr(error, "option_name", None)
    if hasattr(error, "possibilities"):
        near = did_you_mean(next(iter(error.possibilities or ()), ""))
        return say("option-unknown", name=option, near=near)
    if option is not None:
        return say("option-value", name=option)
    if hasattr(error, "param_type"):
        return say("argument-missing", name=_name(error))
    if isinstance(error, typer.BadParameter):
        return say("value-bad", name=_name(error), detail=error.message)
    context = getattr(error, "ctx", None)
    if context is not None and isinstance(context.command, TyperGroup):
        return say("command-missing")
    return say("argument-extra")


def _name(error: Any) -> str:
    param = error.param
    if param is None:
        return "?"
    return str(param.metavar or param.name) if param.param_type_name == "argument" else str(param.opts[0])
