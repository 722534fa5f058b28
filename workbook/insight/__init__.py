"""Understanding many futures: what moves them, what leads where, what holds, and where a decision tips.

::

    asked        wishes checked: indicators, years, worlds, numbers, conditions
    futures      settings and constants -> yearly numbers and the ending each future is told
    factors      the unit interval <-> levers on their grid, constants in their range
    estimate     the one place where SALib is called
    sensitivity  which levers and constants move an indicator (Morris, Sobol)
    prim         boxes in which cases are frequent (patient rule induction)
    discovery    which settings lead to an ending, a mood or a condition
    robustness   the worlds over the uncertainty: spread, thresholds, regret, order
    tipping      where another option of a decision leads, or the story ends otherwise
    telling      sentences and tables, the same for notebook, terminal and page
    page         what was found, as one page that needs nothing else
"""
