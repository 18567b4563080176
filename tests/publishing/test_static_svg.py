"""Static drawings: safe inside a page, the same every time, kept on disk."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import altair as alt
import pytest

from generator.publishing import static_svg as module
from generator.publishing.static_svg import clean, renderable, static_svg
from generator.views.palette import INK
from generator.views.theme import data, specification

HOSTILE = "</svg><script>x</script> & \" '"


def chart(text: str = "a", colour: str = INK) -> str:
    rows = data([{"x": 1, "y": 2, "t": text}])
    mark = alt.Chart(rows).mark_text(color=colour, clip=True).encode(x="x:Q", y="y:Q", text="t:N")
    return json.dumps(specification(mark.properties(width=100, height=60)))


def test_text_is_shown_exactly_and_colours_stay_variables(tmp_path):
    svg = static_svg(chart(HOSTILE), tmp_path)
    assert HOSTILE in "".join(ElementTree.fromstring(svg).itertext())
    assert INK in svg
    assert "<script" not in svg


def test_the_drawing_is_hidden_from_assistive_technology_and_scales(tmp_path):
    root = ElementTree.fromstring(static_svg(chart(), tmp_path))
    assert root.attrib["aria-hidden"] == "true"
    assert root.attrib["focusable"] == "false"
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"
    others = {name for element in root.iter() if element is not root for name in element.attrib}
    assert not {name for name in others if name.startswith(("aria", "on", "style", "role", "class"))}


def test_ids_tell_two_drawings_of_a_page_apart(tmp_path):
    one, other = (set(re.findall(r'id="([^"]+)"', static_svg(chart(text), tmp_path))) for text in "ab")
    assert one
    assert other
    assert not one & other


def test_a_drawing_does_not_depend_on_what_was_drawn_before(tmp_path):
    first = static_svg(chart("a"), tmp_path / "1")
    for text in "bcd":
        static_svg(chart(text), tmp_path / "2")
    assert static_svg(chart("a"), tmp_path / "3") == first


def test_a_drawing_is_kept_and_taken_from_disk(tmp_path, monkeypatch):
    drawn = static_svg(chart(), tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [".svg"]
    monkeypatch.setattr(module, "_drawn", lambda source: pytest.fail("drawn twice"))
    assert static_svg(chart(), tmp_path) == drawn


def test_what_the_renderer_cannot_take_is_replaced(tmp_path):
    spec = json.loads(chart())
    (name,) = spec["datasets"]
    spec["datasets"][name][0]["t"] = "a\x00\x1b\ufffe\ud800b"
    assert "a\ufffd\ufffd\ufffd\ufffdb" in static_svg(json.dumps(spec), tmp_path)
    assert renderable({"a\x01": ["\x02"]}) == {"a\ufffd": ["\ufffd"]}


def test_styles_become_attributes_and_everything_foreign_goes():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1" height="1" '
        'viewBox="0 0 1 1"><style>*{}</style><script>x</script><a xlink:href="javascript:x"><text>t</text></a>'
        '<defs><clipPath id="c"><rect width="1"/></clipPath></defs><foreignObject/><image href="http://x/"/>'
        '<g clip-path="url(#c)" style="fill: red; cursor: pointer" onclick="x"><path fill="url(http://x/)" d="M0,0"/>'
        '<path clip-path="url(#gone)" d=""/></g></svg>'
    )
    assert clean(svg, "p") == (
        '<svg xmlns="http://www.w3.org/2000/svg" class="lr-chart__svg" width="1" height="1" viewBox="0 0 1 1" '
        'aria-hidden="true" focusable="false"><defs><clipPath id="p-0"><rect width="1" /></clipPath></defs>'
        '<g clip-path="url(#p-0)" fill="red"><path d="M0,0" /><path clip-path="none" d="" /></g></svg>'
    )


def test_an_outside_address_is_not_fetched(tmp_path):
    spec = {"data": {"url": "http://127.0.0.1:9/x.json"}, "mark": "point", "encoding": {}}
    with pytest.raises(ValueError, match=r"url|http|denied|allowed"):
        static_svg(json.dumps(spec), tmp_path)
    assert list(tmp_path.iterdir()) == []
