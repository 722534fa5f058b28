"""The commands of the command line, one module each; :mod:`workbook.cli` puts them together.

::

    words      what the commands say, in German and English
    options    options that several commands share
    wish       options -> the run they ask for
    saving     files written whole or not at all;  tables  a run as .csv .json .xlsx .parquet
    site_notebooks                                   which notebooks a site shows
    listing, check, run, story, export, site, lab, calibrate, package    one command each
"""
