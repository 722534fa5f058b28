"""Ids that were changed on their own sheet -> the same ids wherever else they stand.

An id is only followed when nothing is called by the old one any more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbook.spreadsheet.document import Node
from workbook.spreadsheet.layout import Table
from workbook.spreadsheet.rows import Match

QUANTITIES = ("levers", "constants", "inputs", "stocks", "variables", "indicators")
"""Tables whose ids stand in equations."""

_TOKEN = re.compile(
    r"""decision\.(?P<decision>\w+)(?:\s*(?:==|!=)\s*(?P<quote>['"])(?P<option>[^'"]*)(?P=quote))?"""
    r"""|'[^']*'|"[^"]*"|(?P<name>[A-Za-z_]\w*)""",
    re.ASCII,
)
_FIGURE = re.compile(r"\{(?P<name>[a-z][a-z0-9_]*)(?=[@:}])", re.ASCII)
_CLAIM = re.compile(r"\[\[.*?\]\]", re.DOTALL)


@dataclass
class Renames:
    """Old ids -> new ones, by what they are ids of."""

    tables: dict[str, dict[str, str]] = field(default_factory=dict)
    options: dict[tuple[str, str], str] = field(default_factory=dict)
    """Decision (by either of its ids) and old id of the option -> new one."""
    followed: int = 0
    """Values in which an id was changed."""

    @property
    def quantities(self) -> dict[str, str]:
        """Ids that stand in equations."""
        return {old: new for table in QUANTITIES for old, new in self.tables.get(table, {}).items()}

    def learn(self, table: str, renamed: Mapping[tuple[str, ...], tuple[str, ...]], now: set[str]) -> None:
        """Take up what was renamed in one table; ``now`` are the ids that are taken."""
        for old, new in renamed.items():
            if table == "options":
                if old[1] != new[1]:
                    self.options |= {(old[0], old[1]): new[1], (new[0], old[1]): new[1]}
            elif len(old) == 1 and old != new and old[0] not in now:
                self.tables.setdefault(table, {})[old[0]] = new[0]

    def one(self, tables: tuple[str, ...], name: str) -> str:
        """An id of one of several tables as it is now."""
        return next((new for t in tables if (new := self.tables.get(t, {}).get(name))), name)

    def expression(self, text: str) -> str:
        """An equation, condition or claim with the ids of now."""
        return _TOKEN.sub(self._token, text)

    def _token(self, found: re.Match[str]) -> str:
        text = found[0]
        if found["name"]:
            return self.quantities.get(text, text)
        if found["decision"]:
            decision = self.tables.get("decisions", {}).get(found["decision"], found["decision"])
            option = found["option"]
            if option is not None:
                new = self.options.get((found["decision"], option), option)
                begin, end = found.span("option")
                text = text[: begin - found.start()] + new + text[end - found.start() :]
            return f"decision.{decision}" + text[len(f"decision.{found['decision']}") :]
        return text

    def prose(self, text: str) -> str:
        """A text of a scene: its figures and claims with the ids of now."""
        names = self.quantities
        text = _FIGURE.sub(lambda found: "{" + names.get(found["name"], found["name"]), text)
        return _CLAIM.sub(lambda found: self.expression(found[0]), text)

    def follow(self, table: Table, match: Match) -> None:
        """Change the ids in one record of a file."""
        if table.columns[0].path == ():
            if "choices" in match.names:
                node = match.entry.node
                self._set(node, self.options.get((match.names[-1], node.text), node.text))
            return
        for column in table.columns:
            found = match.entry.node.find(column.path)
            if found is None:
                continue
            if column.kind == "formula":
                self._set(found, self.expression(found.text))
            elif column.names == ("options",):
                self._set(found, self.options.get((match.names[0], found.text), found.text))
            elif column.names:
                for one in [entry.node for entry in found.entries] if found.entries is not None else [found]:
                    self._set(one, self.one(column.names, one.text))

    def _set(self, node: Node, text: str) -> None:
        self.followed += node.text != text
        node.text = text
