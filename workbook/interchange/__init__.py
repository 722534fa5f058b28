"""Scenarios and runs in the forms that other software reads, and models of other software as scenarios.

::

    iamc      runs -> the long table of integrated assessment (pyam)
    package   a scenario -> a data package (Frictionless): tables, their description, a codebook
    codebook  every name with unit, grade and source, as rows and as Markdown
    xmile_…   a system dynamics model (XMILE 1.0) -> a scenario folder; begin with xmile_import
"""
