"""Plotly figures: drawn, told and tabled from the same data."""

from __future__ import annotations

import json
import re

from workbook.assets import asset
from workbook.export.assets import script_safe
from workbook.notebook.plots import Plots

LINE = {"type": "scatter", "name": "Fälle", "x": [2020, 2021, 2022], "y": [10.5, 30.25, 20]}


def data_of(plots: Plots) -> list[dict]:
    return [json.loads(text) for text in re.findall(r"<script[^>]*>(.*?)</script>", plots.markup())]


def test_a_figure_has_title_summary_and_table() -> None:
    html = Plots("de").add({"data": [LINE], "layout": {"title": {"text": "Offene <b>Fälle</b>"}}})
    assert "<figcaption>Offene Fälle</figcaption>" in html
    assert 'role="img" aria-label="Offene Fälle"' in html
    assert "Fälle: 3 Werte von 10,50 bis 30,25, zuerst 10,50 (2020), zuletzt 20 (2022)." in html
    assert '<tr><th scope="row">2021</th><td>30,25</td></tr>' in html


def test_a_caption_of_the_cell_comes_first_and_english_is_english() -> None:
    plots = Plots("en")
    assert "<figcaption>Mine</figcaption>" in plots.add({"data": [LINE], "layout": {"title": "Theirs"}}, "Mine")
    html = plots.add({"data": [LINE]})
    assert "<figcaption>Figure 2</figcaption>" in html
    assert "first 10.50 (2020)" in html
    assert data_of(plots)[0]["layout"]["separators"] == ".,"


def test_the_data_is_there_once_and_safe_in_a_script() -> None:
    plots = Plots("de")
    plots.add(
        {"data": [LINE | {"name": "</script><script>alert(1)</script>"}], "layout": {"width": 900, "height": 300}}
    )
    assert plots.markup().count("<script") == 1
    (figure,) = data_of(plots)
    assert figure["layout"]["height"] == 300
    assert "width" not in figure["layout"]
    assert figure["layout"]["separators"] == ",."


def test_nothing_is_fetched_for_a_figure() -> None:
    plots = Plots("de")
    images = [{"source": "https://evil.example/a.png"}, {"source": "data:image/png;base64,AA=="}, "x"]
    plots.add({"data": [LINE], "layout": {"images": images, "mapbox": {"style": "https://evil.example"}, "geo": {}}})
    assert data_of(plots)[0]["layout"]["images"] == [{"source": "data:image/png;base64,AA=="}]
    assert "evil" not in plots.markup()


def test_maps_are_told_and_not_drawn() -> None:
    plots = Plots("de")
    html = plots.add({"data": [{"type": "choropleth", "locations": ["DEU", "AUT"], "z": [1, 2]}]})
    assert "nur mit Internet" in html
    assert "<td>2</td>" in html
    assert plots.figures == []
    assert plots.libraries() == []


def test_the_smallest_bundle_is_taken() -> None:
    plots = Plots("de")
    plots.add({"data": [LINE, {"type": "scattergl", "y": [1]}, {"y": [1]}]})
    assert plots.libraries()[0] == script_safe(asset("vendor/plotly-basic.min.js"))
    assert data_of(plots)[0]["data"][1]["type"] == "scatter"
    plots.add({"data": [{"type": "heatmap", "z": [[1, 2]]}]})
    assert len(plots.libraries()[0]) > 3_000_000


def test_nameless_series_have_one_name_in_legend_and_text() -> None:
    plots = Plots("de")
    html = plots.add({"data": [LINE, {"y": [1, 2]}]})
    assert [trace["name"] for trace in data_of(plots)[0]["data"]] == ["Fälle", "Reihe 2"]
    assert "Reihe 2: 2 Werte" in html


def test_numbers_that_json_has_not_are_gaps() -> None:
    plots = Plots("de")
    html = plots.add({"data": [{"x": [1, 2], "y": [float("nan"), 3.0]}]})
    assert data_of(plots)[0]["data"][0]["y"] == [None, 3.0]
    assert "<td>–</td>" in html


def test_what_is_no_figure_is_said_to_be_none() -> None:
    plots = Plots("de")
    for wrong in ("kein JSON", None, [], {}, {"data": 3}):
        assert plots.add(wrong) == '<p class="nb-aside">Diese Abbildung lässt sich nicht lesen.</p>'
    assert "enthält keine Werte" in plots.add({"data": []})
    assert plots.libraries() == []


def test_a_figure_may_come_as_text() -> None:
    assert "nb-canvas" in Plots("de").add(json.dumps({"data": [LINE]}))


def test_many_rows_and_series_are_cut_and_it_is_said() -> None:
    many = [{"name": f"r{k}", "x": list(range(500)), "y": list(range(500))} for k in range(12)]
    html = Plots("de").add({"data": many})
    assert "Weitere Reihen: 4." in html
    assert "Gezeigt sind 400 von 500 Zeilen." in html
    assert html.count("<tr>") == 401


def test_series_with_places_of_their_own_stand_below_each_other() -> None:
    html = Plots("de").add({"data": [{"name": "a", "x": [1], "y": [2]}, {"name": "b", "x": [3], "y": [4]}]})
    assert '<tr><th scope="row">b</th><td>3</td><td>4</td></tr>' in html
