"""Constants fitted to the observed past, judged on years that the fit has not seen.

::

    theil     observed and told -> where the error comes from
    fit       which constants, least squares within their ranges, a profile of each
    rewrite   new numbers into the text of a model file, everything else as it was
    page      the result as one page that needs nothing else
"""
