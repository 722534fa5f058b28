"""Scenarios and runs as tables that other software reads; models of other software are in :mod:`workbook.xmile`.

::

    iamc      runs -> the long table of integrated assessment (pyam)
    package   a scenario -> a data package (Frictionless): tables, their description, a codebook
    codebook  every name with unit, grade and source, as rows and as Markdown
"""
