"""JupyterLab as `workbook lab` opens it: the copied notebooks, and a page that asks nobody outside."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from workbook import lab
from workbook.commands.words import CommandError
from workbook.saving import WriteError


def _write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "de" / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _read(folder: Path) -> dict[str, str]:
    return {p.stem: p.read_text(encoding="utf-8") for p in folder.rglob("*.ipynb")}


def test_notebooks_are_copied_and_unchanged_ones_renewed(tmp_path: Path) -> None:
    source, target = _write(tmp_path / "source", a="1", b="1"), tmp_path / "target"
    assert lab.copy_notebooks(source, target) == []
    _write(source, a="2", c="2")
    assert lab.copy_notebooks(source, target) == []
    assert _read(target) == {"a": "2", "b": "1", "c": "2"}


def test_changed_notebooks_are_never_overwritten(tmp_path: Path) -> None:
    source, target = _write(tmp_path / "source", a="1", b="1"), tmp_path / "target"
    lab.copy_notebooks(source, target)
    _write(target, a="mine")
    assert lab.copy_notebooks(source, target) == []
    _write(source, a="2", b="2")
    assert lab.copy_notebooks(source, target) == ["de/a.ipynb"]
    assert lab.copy_notebooks(source, target) == ["de/a.ipynb"]
    assert _read(target) == {"a": "mine", "b": "2"}


def test_a_foreign_file_of_the_same_name_stays(tmp_path: Path) -> None:
    source, target = _write(tmp_path / "source", a="1"), _write(tmp_path / "target", a="mine")
    assert lab.copy_notebooks(source, target) == ["de/a.ipynb"]
    assert _read(target) == {"a": "mine"}


def test_a_spoiled_memory_is_no_failure(tmp_path: Path) -> None:
    source, target = _write(tmp_path / "source", a="1"), tmp_path / "target"
    lab.copy_notebooks(source, target)
    (target / ".copied.json").write_text("[", encoding="utf-8")
    assert lab.copy_notebooks(source, target) == []


def test_a_closed_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("a file", encoding="utf-8")
    with pytest.raises(WriteError, match="wurde nicht geschrieben"):
        lab.copy_notebooks(_write(tmp_path / "source", a="1"), tmp_path / "target")


def test_the_welcome_is_in_the_language_asked_for_or_german(tmp_path: Path) -> None:
    for name in ("de/00-willkommen", "de/01-mehr", "en/01-more"):
        path = tmp_path / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert lab.welcome(tmp_path, "de").name == "00-willkommen.ipynb"
    assert lab.welcome(tmp_path, "en").name == "00-willkommen.ipynb"
    (tmp_path / "en/00-welcome.ipynb").touch()
    assert lab.welcome(tmp_path, "en").name == "00-welcome.ipynb"


def test_missing_notebooks_are_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Die Notebooks fehlen"):
        lab.welcome(tmp_path, "de")


def test_a_taken_port_is_told_with_another(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} ist schon belegt") as caught:
            lab.start(port=port, open_browser=False)
        assert caught.value.exit_code == 1


@pytest.mark.lab
@pytest.mark.xdist_group("lab")
def test_the_page_opens_on_the_welcome_in_german_and_asks_nobody_outside(browser, address: str) -> None:
    page = browser.new_page()
    page.set_default_timeout(120_000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_selector("#jp-main-statusbar >> text=/Python 3 .ipykernel. \\| Leerlauf/")
    page.locator("#jp-MainMenu >> text=/^Datei/").wait_for()
    page.locator(".lm-DockPanel-tabBar .jp-mod-current >> text=/^\\s*00-willkommen/").wait_for()
    page.wait_for_timeout(2_000)  # a question about news would come now
    assert page.locator(".jp-toast-message, .Toastify__toast").count() == 0
    page.close()
    outside = [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
    assert len(asked) > 10
    assert outside == []
