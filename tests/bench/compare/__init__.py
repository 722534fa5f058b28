"""One small model through several tools, each opened from a file in a Chromium without network.

The model: four levers, four lines, one sentence that depends on them. ``scenario/`` is laid over the small scenario of
the tests; ``model.py`` is the same in plain Python for the tools that take Python. Both must give the same numbers.
"""
