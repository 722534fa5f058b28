"""Speed, measured as medians and ratios within one run; never part of the tests."""
