"""The commands of the command line, one module each; :mod:`workbook.cli` puts them together.

::

    words         what the commands say, in German and English;  spoken  Typer, taught to say it
    options       options that several commands share
    wish          options -> the run they ask for
    terminal      tables as a terminal shows them;  tables  tables as .csv .json .xlsx .parquet
    audit_tables  what ``check`` measured;  findings  what the commands about many futures share
    site_notebooks, seminar_form    the notebooks of a site; the form of a seminar in a notebook
    all others                      one command each: ``branches`` is ``map``, ``listing`` is ``list``
"""
