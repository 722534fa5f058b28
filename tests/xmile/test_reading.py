"""The structure of a file: what counts is read, what would change a number and is unknown is refused."""

from __future__ import annotations

import pytest

from tests.xmile.files import NAMESPACE, tank, xmile
from workbook.expr.nodes import Points
from workbook.xmile.reading import read_xmile

STOCK = '<stock name="S"><eqn>1</eqn>{}</stock>'


def codes(data: bytes) -> list[str]:
    return [p.code for p in read_xmile(data, "m.xmile")[1]]


def entries(data: bytes):
    model, problems = read_xmile(data, "m.xmile")
    assert problems == []
    assert model is not None
    return model.entries


def test_what_is_read() -> None:
    found = entries(xmile(
        '<stock name="A B"><doc>why</doc><eqn>1</eqn><inflow>"f\\nf"</inflow><outflow>G</outflow>'
        "<units>u</units></stock>"
        '<aux name="c"><eqn>2</eqn><range min="0" max="4"/><scale min="0" max="9"/></aux>'
        '<aux name="g"><eqn>c</eqn><gf><xscale min="0" max="3"/><yscale min="0" max="1"/>'
        "<ypts>0,1,4,9</ypts></gf></aux>"
        '<gf name="h"><xpts sep=" ">2 1</xpts><ypts sep=" ">5 6</ypts></gf><group name="all"/>'
    ))  # fmt: skip
    assert (found["a_b"].inflows, found["a_b"].outflows) == (("f_f",), ("g",))
    assert (found["a_b"].label, found["a_b"].doc, found["a_b"].units) == ("A B", "why", "u")
    assert (found["c"].low, found["c"].high) == (0, 4)
    assert found["g"].points == Points((0, 1, 2, 3), (0, 1, 4, 9))
    assert found["h"].points == Points((1, 2), (6, 5))
    assert [e.kind for e in found.values()] == ["stock", "aux", "aux", "table"]


@pytest.mark.parametrize(
    ("behavior", "own", "expected"),
    [
        ("", "", False),
        ("", "<non_negative/>", True),
        ("", "<non_negative>false</non_negative>", False),
        ("<behavior><non_negative/></behavior>", "", True),
        ("<behavior><stock><non_negative/></stock></behavior>", "", True),
        ("<behavior><flow><non_negative/></flow></behavior>", "", False),
        ("<behavior><stock><non_negative/></stock></behavior>", "<non_negative>false</non_negative>", False),
    ],
)
def test_what_may_not_be_negative(behavior, own, expected) -> None:
    data = xmile(STOCK.format(own)).replace(b"<model>", f"<model>{behavior}".encode())
    assert entries(data)["s"].nonnegative is expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<html/>", ["xmile-root"]),
        (b'<xmile version="2.0"/>', ["xmile-version", "xmile-empty"]),
        (xmile('<aux name="a"><eqn>1</eqn></aux>'), ["xmile-empty"]),
        (xmile(STOCK.format("") + '<aux name="s"><eqn>1</eqn></aux>'), ["xmile-twice"]),
        (xmile(STOCK.format("") + '<aux name=""><eqn>1</eqn></aux>'), ["xmile-unnamed"]),
        (xmile(STOCK.format("") + '<aux name="a"/>'), ["xmile-equation-missing"]),
        (xmile(STOCK.format("") + '<aux name="a"><eqn>{to be written}</eqn></aux>'), ["xmile-equation-missing"]),
        (xmile(STOCK.format("") + '<aux xmlns:i="urn:i" name="a" i:spread="x"><eqn>1</eqn></aux>'), ["xmile-feature"]),
        (
            xmile(STOCK.format("")).replace(b"<sim_specs", b'<sim_specs xmlns:i="urn:i" i:instantaneous_flows="true"'),
            ["xmile-feature"],
        ),
        (xmile(STOCK.format("<conveyor/>")), ["xmile-feature"]),
        (xmile(STOCK.format("<surprise/>")), ["xmile-feature"]),
        (xmile(STOCK.format("")).replace(b"<sim_specs", b"<specs_of_sim"), ["xmile-broken"]),
        (xmile(STOCK.format(""), specs="<dt>1</dt>"), ["xmile-specs", "xmile-specs"]),
        (xmile(STOCK.format("")).replace(b"</model>", b"</model><model name='n'/>"), ["xmile-feature"]),
        (xmile(STOCK.format("")).replace(b"<model>", b"<macro name='m' filter='flow'/><model>"), ["xmile-feature"]),
        (
            xmile(
                STOCK.format("") + "<aux name='a'><eqn>1</eqn><gf discrete='true'><xscale min='0' max='1'/>"
                "<ypts>1,2</ypts></gf></aux>"
            ),
            ["xmile-feature"],
        ),
        (xmile(STOCK.format("")).replace(b"<model>", b"<data><import/></data><model>"), ["xmile-feature"]),
        (xmile(STOCK.format("")).replace(b"</variables>", b"</variables><agents/>"), ["xmile-feature"]),
    ],
)
def test_what_is_refused(data, expected) -> None:
    assert codes(data) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<xscale min='0' max='1'/><ypts>1</ypts>", "xmile-points"),
        ("<xscale min='0' max='1'/><ypts>1,,3</ypts>", "xmile-points"),
        ("<xscale min='0'/><ypts>1,3</ypts>", "xmile-points"),
        ("<xpts>0,1,2</xpts><ypts>1,3</ypts>", "xmile-points"),
        ("<xpts>0,nan</xpts><ypts>1,3</ypts>", "xmile-points"),
        ("<ypts>1,3</ypts>", "xmile-points"),
        ("<xpts>0,0,1</xpts><ypts>1,2,3</ypts>", "xmile-points-twice"),
    ],
)
def test_tables_that_are_none(table, expected) -> None:
    assert codes(xmile(STOCK.format("") + f'<aux name="a"><eqn>S</eqn><gf>{table}</gf></aux>')) == [expected]


def test_what_is_only_drawn_or_belongs_to_a_vendor_is_passed_over() -> None:
    data = tank("rate").replace(b"</model>", b"<views><view><stock name='S'/></view></views></model>")
    data = data.replace(b"<xmile ", b"<xmile xmlns:isee='urn:isee' ").replace(b"<model>", b"<isee:prefs/><model>")
    assert codes(data) == []
    assert codes(data.replace(f' xmlns="{NAMESPACE}"'.encode(), b"")) == []
    assert codes(data.replace(b" xmlns:isee='urn:isee'", b"")) == []
    assert codes(data.replace(NAMESPACE.encode(), b"http://www.systemdynamics.org/XMILE")) == []
    told = (
        b'<macro name="non_negative" filter="flow"><parm>flow</parm><parm>value</parm>'
        b"<eqn>IF value THEN MAX(flow, 0) ELSE flow</eqn></macro><macro name='never called'><eqn>1</eqn></macro><model>"
    )
    assert codes(data.replace(b"<model>", told)) == []
