"""The field for a logo: what a person picks arrives, and what is too large is only named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workbook.assets import asset
from workbook.widgets.logo import LogoField

PLACE = """async (source) => {
  const {default: field} = await import("data:text/javascript," + encodeURIComponent(source));
  globalThis.sent = [];
  const traits = {label: "Logo auswählen", accept: ".png,.svg", most: 8};
  const send = (content, _, buffers) => sent.push({...content, bytes: buffers.map((b) => [...new Uint8Array(b)])});
  field.render({model: {get: (name) => traits[name], send}, el: document.body});
}"""


def test_what_arrives_is_handed_on() -> None:
    taken: list[tuple[str, int, bytes | None]] = []
    field = LogoField("Logo", lambda *given: taken.append(given))
    field._handle_custom_msg({"name": "a.svg", "size": 4}, [memoryview(b"<svg")])
    field._handle_custom_msg({"name": "b.png", "size": 9_000_000}, [])
    assert taken == [("a.svg", 4, b"<svg"), ("b.png", 9_000_000, None)]


@pytest.mark.browser
def test_a_picked_file_is_sent_unless_it_is_too_large(page: Any, axe: str, tmp_path: Path) -> None:
    small, large = tmp_path / "klein.png", tmp_path / "groß.png"
    small.write_bytes(bytes(range(8)))
    large.write_bytes(bytes(9))
    page.set_content("<!DOCTYPE html><html lang='de'><title>Logo</title><main></main></html>")
    page.evaluate(PLACE, asset("logo.js"))
    field = page.get_by_label("Logo auswählen")
    for k, path in enumerate((small, large, small), start=1):  # the same one again is picked again
        field.set_input_files(path)
        page.wait_for_function("(count) => sent.length === count", arg=k)
    whole = {"name": "klein.png", "size": 8, "bytes": [[*range(8)]]}
    assert page.evaluate("sent") == [whole, {"name": "groß.png", "size": 9, "bytes": []}, whole]
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run('label')).violations")
    assert [each["id"] for each in found] == []
