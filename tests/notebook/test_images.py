"""Pictures become data; other files do not."""

from __future__ import annotations

import base64
from pathlib import Path

from tests.notebook.foreign import PNG, SVG, png
from workbook.notebook.images import Pictures, data_uri, decoded, mime_of, svgs_as_images


def test_a_picture_is_known_by_its_first_bytes() -> None:
    assert mime_of(png()) == "image/png"
    assert mime_of(SVG.encode()) == "image/svg+xml"
    assert mime_of(b'<?xml version="1.0"?>\n<!-- x -->\n<svg/>') == "image/svg+xml"
    assert mime_of(b"<html><svg></svg>") is None
    assert mime_of(b"root:x:0:0") is None
    assert data_uri(b"kein Bild") is None


def test_files_beside_the_notebook_and_one_above_are_found(tmp_path: Path) -> None:
    home = tmp_path / "oben" / "hefte"
    home.mkdir(parents=True)
    for folder in (home, home.parent, tmp_path):
        (folder / "bild ä.png").write_bytes(png())
    (home / "geheim.txt").write_text("geheim", encoding="utf-8")
    pictures = Pictures(home, {})
    expected = f"data:image/png;base64,{PNG}"
    assert pictures.find("bild%20%C3%A4.png") == expected
    assert pictures.find("./bild ä.png?x=1#y") == expected
    assert pictures.find("../bild ä.png") == expected
    assert pictures.find("../../bild ä.png") is None
    assert pictures.find("geheim.txt") is None
    assert pictures.find("fehlt.png") is None
    assert pictures.find(str(tmp_path / "bild ä.png")) is None
    assert pictures.find("\0") is None
    assert Pictures(None, {}).find("bild ä.png") is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    home = tmp_path / "oben" / "hefte"
    home.mkdir(parents=True)
    (tmp_path / "privat.png").write_bytes(png())
    (home / "bild.png").symlink_to(tmp_path / "privat.png")
    assert Pictures(home, {}).find("bild.png") is None


def test_attachments_and_data() -> None:
    pictures = Pictures(None, {"a b.png": {"image/png": PNG}, "falsch.png": {"image/png": "eA=="}, "leer": "?"})
    assert pictures.find("attachment:a%20b.png") == f"data:image/png;base64,{PNG}"
    assert pictures.find("attachment:falsch.png") is None
    assert pictures.find("attachment:leer") is None
    assert pictures.find("attachment:fehlt") is None
    assert pictures.find(f"data:image/png;base64,{PNG}") == f"data:image/png;base64,{PNG}"
    assert pictures.find("data:text/html,<b>") is None


def test_outputs_come_as_text_or_lines() -> None:
    assert decoded(PNG) == png()
    assert decoded([PNG[:8], PNG[8:]]) == png()
    assert decoded(SVG) == SVG.encode()
    assert decoded("%%%") == b""
    assert decoded(None) == b""


def test_drawings_in_a_page_become_images() -> None:
    html = svgs_as_images("vor<SVG viewBox='0 0 1 1'><title>Haus &amp; Hof</title><g>&nbsp;</g></SVG>nach")
    assert html.startswith('vor<img src="data:image/svg+xml;base64,')
    assert html.endswith("nach")
    assert 'alt="Haus &amp; Hof"' in html
    drawing = base64.b64decode(html.split("base64,")[1].split('"')[0]).decode()
    assert 'xmlns="http://www.w3.org/2000/svg"' in drawing
    assert "&nbsp;" not in drawing
