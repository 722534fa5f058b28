"""The expression language: one tree, several printers. Knows nothing of scenarios or files."""
