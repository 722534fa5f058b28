"""In which language a notebook speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.notebook.language import language_of


@pytest.mark.parametrize(
    ("metadata", "folder", "text", "lang"),
    [
        ({"workbook": {"lang": "en"}}, Path("de"), "der die das", "en"),
        ({"workbook": {"language": "de-einfach"}}, None, "", "de-einfach"),
        ({"workbook": {"lang": "fr"}}, Path("en"), "", "en"),
        ({"workbook": "unsinn", "language": "de_AT"}, None, "the and of", "de"),
        ({"lang": "en-GB"}, None, "", "en"),
        ({}, Path("hefte/en"), "der die das", "en"),
        ({}, Path("hefte"), "This is the text and that is all of it.", "en"),
        ({}, Path("hefte"), "Das ist der Text, und mehr ist es nicht.", "de"),
        ({}, None, "", "de"),
        ({}, None, "# A and B", "de"),
    ],
)
def test_metadata_then_folder_then_words(metadata, folder, text: str, lang: str) -> None:
    assert language_of(metadata, folder, [text]) == lang
