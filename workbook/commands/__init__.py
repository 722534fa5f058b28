"""The commands of the command line, one module each; :mod:`workbook.cli` puts them together.

::

    words      what the commands say, in German and English
    options    options that several commands share
    wish       options -> the run they ask for
    saving     files written whole or not at all;  tables  a run as .csv .json .xlsx .parquet
    listing, check, run, story, export, lab         one command each
"""
