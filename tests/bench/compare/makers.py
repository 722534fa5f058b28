"""What each tool makes of the small model: files in a folder, or the reason why not here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
import venv
from importlib import metadata
from pathlib import Path

from tests.bench.compare import model, notebook

HERE = Path(__file__).parent
KLEIN = HERE.parents[1] / "scenarios/klein"


class NotHereError(Exception):
    """A tool that cannot be installed or does not get its files; the text says why."""


def scenario(folder: Path) -> Path:
    """The scenario of four levers: the small scenario of the tests with some files exchanged."""
    place = folder / "klein"
    shutil.copytree(KLEIN, place)
    shutil.copytree(HERE / "scenario", place, dirs_exist_ok=True)
    return place


def our_page(folder: Path) -> Path:
    """The page of ``workbook export``."""
    import workbook as wb
    from workbook.export import export_html

    with_levers = scenario(folder.parent / "scenario")
    path = folder / "page.html"
    export_html(wb.load(with_levers), path)
    return path


def nbconvert_html(folder: Path) -> Path:
    """The executed notebook, state of the widgets embedded."""
    return notebook.converted("html", folder / "page.html")


def nbconvert_slides(folder: Path) -> Path:
    """The same as slides."""
    return notebook.converted("slides", folder / "page.slides.html")


def plotly_sliders(folder: Path) -> Path:
    """A figure with Plotly's own sliders: each step holds the lines worked out beforehand for this one lever."""
    import plotly.graph_objects as go

    defaults = {name: lever[4] for name, lever in model.LEVERS.items()}
    start = model.lines(**defaults)
    figure = go.Figure([go.Scatter(x=list(model.YEARS), y=y, name=name) for name, y in start.items()])
    sliders = []
    for place, (name, (label, low, high, step, default)) in enumerate(model.LEVERS.items()):
        positions = [low + k * step for k in range(round((high - low) / step) + 1)]
        steps = []
        for value in positions:
            values = model.lines(**(defaults | {name: value}))
            new = [{"y": list(values.values())}, {"title.text": model.sentence(values)}]
            steps.append({"label": f"{value:g}", "method": "update", "args": new})
        active = min(range(len(positions)), key=lambda k, at=positions, d=default: abs(at[k] - d))
        sliders.append(
            {"active": active, "steps": steps, "y": -0.15 - 0.3 * place, "currentvalue": {"prefix": f"{label}: "}}
        )
    figure.update_layout(title={"text": model.sentence(start)}, sliders=sliders, height=900, margin={"b": 500})
    path = folder / "page.html"
    figure.write_html(path)
    return path


def marimo_html(folder: Path) -> Path:
    """The app's outputs as one file."""
    path = folder / "page.html"
    _marimo(folder, "html", "-o", str(path), "--no-include-code")
    return path


def marimo_wasm(folder: Path) -> Path:
    """The app with Python in the browser."""
    _marimo(folder, "html-wasm", "-o", str(folder), "--mode", "run")
    return folder / "index.html"


def marimo_offline(folder: Path) -> Path:
    """The same with Python and its packages beside it, as the option for use without internet promises."""
    _marimo(folder, "html-wasm", "-o", str(folder), "--mode", "run", "--offline")
    return folder / "index.html"


def voici(folder: Path) -> Path:
    """The notebook as a page with a kernel in the browser."""
    programs = jupyter_tools(folder)
    contents = folder.parent / "contents"
    contents.mkdir(exist_ok=True)
    notebook.written(contents / "page.ipynb")
    command(folder, programs / "voici", "build", "--contents", str(contents), "--output-dir", str(folder / "out"))
    return next((folder / "out").rglob("voici/render/page.html"))


def quarto(folder: Path) -> Path:
    """The notebook as Quarto's page with everything embedded."""
    programs = installed(folder, "quarto", "quarto-cli")
    path = notebook.written(folder / "page.ipynb")
    command(folder, programs / "quarto", "render", str(path), "--to", "html", "--embed-resources")
    return folder / "page.html"


def _marimo(folder: Path, kind: str, *arguments: str) -> None:
    programs, app = marimo_app(folder)
    command(folder, programs / "marimo", "export", kind, str(app), *arguments, "--force")


def marimo_app(folder: Path) -> tuple[Path, Path]:
    """The programs of marimo, and the model as its app."""
    programs = installed(folder, "marimo", "marimo", "plotly", "uv", "playwright")
    app = folder.parent / "app.py"
    text = (HERE / "marimo_app.txt").read_text(encoding="utf-8")
    app.write_text(text.replace('    "MODEL"', textwrap.indent(notebook.MODEL, "    ")), encoding="utf-8")
    return programs, app


def jupyter_tools(folder: Path) -> Path:
    """The programs of Voici and Voilà."""
    # Voici's core with the kernel that needs no conda; the package "voici" brings one that does.
    packages = ("voici-core", "voila", "jupyterlite-pyodide-kernel", "ipywidgets", "ipykernel", "plotly", "anywidget")
    return installed(folder, "jupyter", *packages)


def installed(folder: Path, name: str, *packages: str) -> Path:
    """The programs of an environment of its own beside the folders of the candidates, made once."""
    place = folder.parent / f"environment-{name}"
    programs = place / ("Scripts" if sys.platform == "win32" else "bin")
    if not place.exists():
        venv.create(place, with_pip=True)
        command(folder, programs / "python", "-m", "pip", "install", "--quiet", *packages)
    return programs


def versions(folder: Path) -> list[str]:
    """The versions of what was compared, of this environment and of those made for the other tools."""
    places = [None, *(str(place) for place in folder.glob("environment-*/lib/*/site-packages"))]
    compared = {"ipywidgets", "marimo", "nbconvert", "plotly", "voici-core", "voila"}
    found = {}
    for place in places:
        for package in metadata.distributions(**({"path": [place]} if place else {})):
            if package.name in compared:
                found.setdefault(package.name, package.version)
    return [f"{name} {version}" for name, version in sorted(found.items())]


def command(folder: Path, program: Path, *arguments: str) -> None:
    """Run a program of another tool; what it complains of becomes the reason."""
    # Tools look for their helpers where programs are looked for.
    environment = os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    try:
        done = subprocess.run(
            [program, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=400,
            stdin=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotHereError(f"{program.name}: {type(error).__name__}") from error
    if done.returncode:
        called = f"pip install {arguments[-1]}" if "pip" in arguments else f"{program.name} {arguments[0]}"
        raise NotHereError(f"{called}: {reason(done.stderr or done.stdout)}")


def reason(complaint: str) -> str:
    """The line that names the error, without addresses: those differ from machine to machine."""
    lines = [line.strip() for line in complaint.splitlines() if re.search(r"\w", line)] or ["no word of explanation"]
    raised = (line for line in lines if re.match(r"[\w.]*(?:Error|Exception): ", line))
    told = next(raised, None) or next((line for line in lines if re.search(r"error\b", line, re.IGNORECASE)), lines[-1])
    return re.sub(r"\S*(?:://|[\w-]+\.[\w.-]+\.\w+|/\w+/)\S*", "…", told).replace("|", "/")[:160]
