"""What a lecturer prints: worksheet, cards with a game on paper, and a script, made from the scenario.

::

    paper       sheets -> one HTML file          words        the general sentences
    worksheet   to guess, set, decide, read      drawings     scales and horizons
    cards       roles, levers, events            voices       what a role speaks of, gains and loses
    paper_twin  tables that were run             look_up      these tables and the scenes as sheets
    script      minute by minute                 origin       where the numbers come from
    traps       named loops, a question each
"""

from __future__ import annotations

from workbook.kit.making import KINDS, kit_html

__all__ = ["KINDS", "kit_html"]
