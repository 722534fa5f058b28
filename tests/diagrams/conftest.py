"""The two scenarios whose drawings are looked at, and an SVG taken apart."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

import workbook as wb

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def small(klein):
    return wb.load(klein)


@pytest.fixture(scope="session")
def large():
    return wb.load("soziale-arbeit-2030")


@pytest.fixture(params=["small", "large"])
def book(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def parsed():
    """An SVG as elements: {tag without its namespace: elements}."""

    def parse(text):
        root = ET.fromstring(text)
        found = {}
        for element in root.iter():
            found.setdefault(element.tag.removeprefix(SVG), []).append(element)
        return found

    return parse
