"""Drawings that are made once and read everywhere: causal loops and the map of branches, as SVG without colours."""
