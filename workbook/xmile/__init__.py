"""XMILE 1.0, the exchange format of system dynamics: runs go out, models come in as scenario folders.

::

    exporting   a run -> XMILE
    importing   XMILE -> the files of a scenario folder, by way of
      tree        bytes -> elements with lines        names       names of both sides
      reading     elements -> model                   model       the model as data
      equations   text -> trees                       time        the calendar, dates
      units       units, given or worked out          levers      which constants move
      quantities  model.yaml, levers.yaml             text        trees -> text
      folder      all other files                     words, yaml_text
"""
