"""A scenario folder as an Excel file for those who do not write YAML, and back without loss.

::

    titles, columns, layout    shapes of the files -> sheets and columns
    source                     all files, carried along in a hidden sheet
    rows, sheets               files -> rows
    styles, write              rows -> Excel
    excel, intake, cells       Excel -> cells, all distrusted
    document                   YAML that can be changed
    changes, records, renames  rows -> changes of it; changed ids are followed
    lines                      rows -> texts and series
    scalar_text, patch         changes -> text, the rest as it stood
    places, judge              the folder checked, each problem with its cell
    back                       all of the way back
"""
