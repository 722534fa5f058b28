"""Where each constant comes from, as the page has it; and how what is opened on demand travels."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.export.hostile import HOSTILE, hostile
from workbook.assets import asset
from workbook.export.assets import lean, packed
from workbook.export.origin import contested_of, numbers_of
from workbook.export.payload import Payload
from workbook.export.stage import CORE, SURFACE
from workbook.folder import load
from workbook.run import Workbook
from workbook.variant import Objection, Variant, varied
from workbook.wording import unit_text

IDS = sorted(p.parent.name for p in ROOT.glob("scenarios/*/scenario.yaml"))


def unpacked(letters: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(letters), -zlib.MAX_WBITS))


@pytest.mark.parametrize("scenario", IDS)
def test_every_constant_is_told_in_every_language(scenario: str) -> None:
    s = load(ROOT / "scenarios" / scenario)
    found = numbers_of(s)
    for k, constant in enumerate(s.constants.values()):
        assert (found["grade"][k], found["source"][k]) == (constant.grade, constant.source)
        assert found["shared"][k] == (constant.place.file == "_core/model.yaml")
        for lang in s.languages:
            assert found["labels"][lang][k] == constant.label[lang]
            assert found["units"][lang][found["unit"][k]] == unit_text(constant.unit, lang)
            assert found["notes"][lang][k] == (constant.note[lang] if constant.note else "")
    assert len(found["inputs"]) == len(s.inputs)
    assert all(source in s.sources for entry in found["inputs"] for source in entry["sources"])


def test_what_is_packed_comes_back(large: Workbook) -> None:
    data = Payload(large).data()
    later = unpacked(data["later"])
    assert later["numbers"] == json.loads(json.dumps(numbers_of(large.scenario)))
    assert data["hasLoops"] == bool(later["loops"])
    assert data["constantNames"] == list(large.scenario.constants)
    assert len(data["constants"]) == len(data["constantNames"])


def test_attacks_are_packed_as_letters(small: Workbook) -> None:
    letters = packed({"text": HOSTILE})
    assert letters.replace("+", "").replace("/", "").replace("=", "").isalnum()
    assert unpacked(letters) == {"text": HOSTILE}
    label = numbers_of(hostile(small.scenario))["labels"]["de"][0]
    assert "globalThis.pwned" in label


def test_the_page_of_a_variant_knows_the_objections(small: Workbook) -> None:
    variant = Variant("N", (Objection("decay_rate", 0.25, 0.5, "<b>R</b>", "P"),))
    book = Workbook(varied(small.scenario, variant), variant)
    told = contested_of(book.scenario, book.contested)
    assert told is not None
    assert told["name"] == "N"
    (each,) = told["objections"]
    assert (each["value"], each["instead"], each["reason"], each["person"]) == (0.25, 0.5, "<b>R</b>", "P")
    assert each["label"]["en"] == "Forgetting per year"
    assert Payload(book).data()["constants"][0] == [0.25, 0.25, 0.25]
    assert Payload(small).data()["contested"] is None


def test_lean_takes_indentation_and_comments_and_nothing_else() -> None:
    assert lean("function f() {\n  // says why\n  return 1; // stays\n\n}\n") == "function f() {\nreturn 1; // stays\n}"


@pytest.mark.parametrize("name", [*CORE, *SURFACE])
def test_no_text_runs_over_the_end_of_a_line(name: str) -> None:
    """Indentation may only be taken where it means nothing: no template in our scripts spans lines."""
    assert [line for line in asset(name).split("\n") if line.count("`") % 2] == []
