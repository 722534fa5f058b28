"""Installed distributions -> wheels of pure Python, as they are installed here; nothing is downloaded.

Compiled files are left out: what is packed here works without them.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from workbook.errors import WorkbookError

ROOTS = (
    "anywidget", "comm", "ipython", "ipywidgets", "jedi", "markdown-it-py", "mdit-py-plugins", "pint", "pyyaml",
    "typer",
)  # fmt: skip
"""What the notebooks and their kernel need; what these need in turn is found."""

_UNUSED = {
    "colorama", "ipykernel", "jupyterlab-widgets", "pexpect", "psutil", "ptyprocess", "setuptools",
    "widgetsnbextension",
}  # fmt: skip
"""Asked for, but a browser has no use for it, or the kernel of the site brings its own."""

_COMPILED = {".so", ".pyd", ".dylib", ".dll", ".pyc", ".exe"}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The same content is the same file, whenever it is made."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel on disk and what Pyodide asks about it."""

    name: str
    version: str
    path: Path
    imports: tuple[str, ...]
    depends: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


def installed(roots: Iterable[str] = ROOTS) -> list[Distribution]:
    """The distributions of these names and all that they need in a browser, sorted by name.

    Raises
    ------
    WorkbookError
        When some are not installed; all are named.
    """
    found: dict[str, Distribution] = {}
    missing: list[str] = []
    waiting = [normal(name) for name in roots]
    while waiting:
        name = waiting.pop()
        if name in found or name in missing or name in _UNUSED:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            missing.append(name)
            continue
        waiting += needs(found[name])
    if missing:
        raise WorkbookError("lite-missing", names=", ".join(sorted(missing)))
    return [found[name] for name in sorted(found)]


def needs(dist: Distribution) -> list[str]:
    """The names of what a distribution needs in a browser."""
    from packaging.requirements import Requirement

    browser = {"sys_platform": "emscripten", "platform_system": "Emscripten", "os_name": "posix", "extra": ""}
    asked = [Requirement(line) for line in dist.requires or ()]
    wanted = [normal(each.name) for each in asked if each.marker is None or each.marker.evaluate(browser)]
    return sorted({name for name in wanted if name not in _UNUSED})


def repacked(dist: Distribution, folder: Path) -> Wheel:
    """One installed distribution as a wheel."""
    name, version = dist.metadata["Name"], dist.version
    content = dict(_content(dist))
    path = folder / f"{normal(name).replace('-', '_')}-{version}-py3-none-any.whl"
    _write(path, content)
    return Wheel(normal(name), version, path, imports_of(content), tuple(needs(dist)))


def own(package: Path, folder: Path, parts: Mapping[str, Path], more: Mapping[str, bytes], version: str) -> Wheel:
    """Our own package as a wheel.

    Parameters
    ----------
    package
        Its folder.
    folder
        Where the wheel is to be.
    parts
        Folders that stand in the package by these names: scenarios, notebooks.
    more
        Further files of the package, by their path in it.
    version
        Its version.
    """
    content = {f"workbook/{path}": data for path, data in _files(package)}
    for name, part in parts.items():
        content |= {f"workbook/{name}/{path}": data for path, data in _files(part)}
    content |= {f"workbook/{path}": data for path, data in more.items()}
    return _made("scenario-workbook", version, folder, content)


def made(name: str, folder: Path, files: Mapping[str, str], version: str = "0.0.0") -> Wheel:
    """A wheel of these texts."""
    return _made(name, version, folder, {path: text.encode() for path, text in files.items()})


def _made(name: str, version: str, folder: Path, content: Mapping[str, bytes]) -> Wheel:
    stem = f"{name.replace('-', '_')}-{version}"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode()
    path = folder / f"{stem}-py3-none-any.whl"
    _write(path, {**content, f"{stem}.dist-info/METADATA": metadata})
    return Wheel(name, version, path, imports_of(content))


def shipped(path: Path) -> Wheel:
    """A wheel that lies here as it is."""
    name, version = path.name.split("-")[:2]
    with zipfile.ZipFile(path) as archive:
        imports = imports_of(archive.namelist())
        text = next(archive.read(each).decode() for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
    asked = [line.split(":", 1)[1] for line in text.splitlines() if line.startswith("Requires-Dist:")]
    plain = (re.split(r"[\s;<>=!~\[(]", each.strip(), maxsplit=1)[0] for each in asked if "extra ==" not in each)
    return Wheel(normal(name), version, path, imports, tuple(sorted(set(map(normal, plain)) - _UNUSED)))


def normal(name: str) -> str:
    """A distribution's name as registries write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imports_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The names that can be imported from the files of a wheel."""
    tops = {PurePosixPath(path).parts[0] for path in paths if path.endswith(".py")}
    return tuple(sorted(top.removesuffix(".py") for top in tops if "." not in top.removesuffix(".py")))


def _content(dist: Distribution) -> Iterator[tuple[str, bytes]]:
    for file in dist.files or ():
        outside = file.is_absolute() or ".." in file.parts or "__pycache__" in file.parts
        if outside or file.suffix in _COMPILED or file.name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json"):
            continue
        path = Path(str(file.locate()))
        if path.is_file():
            yield file.as_posix(), path.read_bytes()


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix not in _COMPILED:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _write(path: Path, content: Mapping[str, bytes]) -> None:
    info = next(name.partition("/")[0] for name in content if ".dist-info/" in name)
    tag = b"Wheel-Version: 1.0\nGenerator: workbook\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    whole = {**content, f"{info}/WHEEL": tag, f"{info}/RECORD": b""}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(whole):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, whole[name])
