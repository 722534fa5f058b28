"""The small model as a notebook with ipywidgets, and what nbconvert makes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

MODEL = Path(__file__).with_name("model.py").read_text(encoding="utf-8").partition("annotations\n")[2].strip()

WIDGETS = """\
import ipywidgets as widgets
import plotly.graph_objects as go

sliders = {
    name: (widgets.IntSlider if isinstance(step, int) else widgets.FloatSlider)(
        value=default, min=low, max=high, step=step, description=label)
    for name, (label, low, high, step, default) in LEVERS.items()
}
values = lines(**{name: s.value for name, s in sliders.items()})
chart = go.FigureWidget(
    data=[go.Scatter(x=list(YEARS), y=y, name=name) for name, y in values.items()], layout={"height": 420})
text = widgets.HTML(sentence(values))


def follow(_change):
    values = lines(**{name: s.value for name, s in sliders.items()})
    with chart.batch_update():
        for trace, y in zip(chart.data, values.values()):
            trace.y = y
    text.value = sentence(values)


for slider in sliders.values():
    slider.observe(follow, "value")
widgets.VBox([*sliders.values(), text, chart])
"""


def notebook() -> Any:
    """The notebook, not yet run."""
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

    slide = {"slideshow": {"slide_type": "slide"}}
    cells = [
        new_markdown_cell("# Ein kleines Haus", metadata=slide),
        new_code_cell(MODEL),
        new_code_cell(WIDGETS, metadata=slide),
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return new_notebook(cells=cells, metadata=kernel)


def executed() -> Any:
    """The notebook with its outputs and the state of its widgets."""
    from nbclient import NotebookClient

    return NotebookClient(notebook(), timeout=120, kernel_name="python3").execute()


def written(path: Path) -> Path:
    """The notebook as a file, not yet run: for tools that run it themselves."""
    import nbformat

    nbformat.write(notebook(), path)
    return path


def converted(kind: str, path: Path) -> Path:
    """The executed notebook through nbconvert as ``html`` or ``slides``."""
    from nbconvert.exporters import HTMLExporter, SlidesExporter

    exporter = {"html": HTMLExporter, "slides": SlidesExporter}[kind]()
    text, _ = exporter.from_notebook_node(executed())
    path.write_text(text, encoding="utf-8")
    return path
