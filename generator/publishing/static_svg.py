"""Static SVG from a Vega-Lite specification, safe to put inside an HTML page.

The page's wrapper carries the role and the text alternative, so the drawing itself is hidden from assistive
technology. It holds no script, no style attribute, no foreign namespace, and no id that another drawing on the
page could hold too. Drawings are kept on disk by the hash of everything they depend on.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import vl_convert

from generator.places import SHIPPED
from generator.publishing.drawn import CHARTS
from generator.publishing.kept import digest, keep, kept

FONTS = SHIPPED / "site_templates" / "assets" / "vendor" / "measuring"
"""The fonts with which labels are measured."""

_RECIPE = 2
"""Raise it when the clean-up below changes, so that no old drawing is taken from the cache."""

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset({"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "defs", "clipPath"})
_DRAWING = (
    "d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height viewBox transform id points "
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap "
    "stroke-linejoin stroke-miterlimit opacity display clip-path "
    "text-anchor font-family font-size font-weight font-style letter-spacing"
)
_ATTRIBUTES = frozenset(_DRAWING.split())
_STYLES = _ATTRIBUTES - frozenset({"d", "id", "transform", "viewBox"})
_REFERENCE = re.compile(r"url\(#([^)]*)\)")
_OUTWARD = re.compile(r"url\(\s*['\"]?(?!#)|javascript:|expression\(", re.IGNORECASE)


def static_svg(specification: str, cache_folder: Path = CHARTS) -> str:
    """The drawing of a specification, which is JSON, as one ``<svg>`` element on one line.

    It scales with its container up to its own size. Text is shown exactly; what the renderer cannot take
    becomes U+FFFD.
    """
    key = digest(str(_RECIPE), version("vl-convert-python"), _fonts(), specification)
    path = cache_folder / f"{key}.svg"
    drawn = kept(path)
    if drawn is None:
        source = json.dumps(renderable(json.loads(specification)), ensure_ascii=False)
        drawn = clean(_drawn(source), f"lr{key[:10]}")
        keep(path, drawn)
    return drawn


def renderable(value: Any) -> Any:
    """``value`` with text the renderer can take: it stops the process at control characters and noncharacters."""
    if isinstance(value, str):
        return "".join(map(_character, value))
    if isinstance(value, Mapping):
        return {renderable(key): renderable(item) for key, item in value.items()}
    return [renderable(item) for item in value] if isinstance(value, list | tuple) else value


def clean(svg: str, prefix: str) -> str:
    """The drawing with only elements and attributes that draw; every id starts with ``prefix``."""
    root = ElementTree.fromstring(svg)
    _clean_children(root)
    names = {element.attrib["id"]: "" for element in root.iter() if "id" in element.attrib}
    names = {name: f"{prefix}-{number}" for number, name in enumerate(names)}
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
        element.attrib = _attributes(element.attrib, names)
    _frame(root)
    return ElementTree.tostring(root, encoding="unicode")


def _frame(root: ElementTree.Element) -> None:
    """Scales the drawing to its container; the page limits its width by the class."""
    root.attrib = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "lr-chart__svg",
        "width": root.attrib["width"],
        "height": root.attrib["height"],
        "viewBox": root.attrib["viewBox"],
        "aria-hidden": "true",
        "focusable": "false",
    }


def _clean_children(element: ElementTree.Element) -> None:
    for child in list(element):
        if child.tag.removeprefix(_SVG) not in _ELEMENTS or _draws_nothing(child):
            element.remove(child)
        else:
            _clean_children(child)


def _draws_nothing(element: ElementTree.Element) -> bool:
    hidden = element.get("display") == "none"
    background = element.get("class") == "background" and not {"fill", "stroke"} & element.attrib.keys()
    return hidden or background


def _attributes(found: dict[str, str], names: dict[str, str]) -> dict[str, str]:
    pairs = [*found.items(), *_from_style(found.get("style", ""))]
    kept = {name: value for name, value in pairs if name in _ATTRIBUTES and not _OUTWARD.search(value)}
    if "id" in kept:
        kept["id"] = names[kept["id"]]
    return {name: _REFERENCE.sub(lambda found: _renamed(found[1], names), value) for name, value in kept.items()}


def _renamed(name: str, names: dict[str, str]) -> str:
    return f"url(#{names[name]})" if name in names else "none"


def _from_style(style: str) -> list[tuple[str, str]]:
    """Style declarations that are presentation attributes too; the rest (cursors, blending) is dropped."""
    parts = (declaration.partition(":") for declaration in style.split(";"))
    return [(name.strip(), value.strip()) for name, _, value in parts if name.strip() in _STYLES]


def _drawn(source: str) -> str:
    _register_fonts()
    drawn: str = vl_convert.vegalite_to_svg(source, allowed_base_urls=[])
    return drawn


@cache
def _register_fonts() -> None:
    if FONTS.is_dir():
        vl_convert.register_font_directory(str(FONTS))


@cache
def _fonts() -> str:
    """A hash of the measuring fonts: other fonts, other drawings."""
    digest = hashlib.sha256()
    for font in sorted(FONTS.glob("*.ttf")):
        digest.update(font.read_bytes())
    return digest.hexdigest()


def _character(character: str) -> str:
    code = ord(character)
    unfit = unicodedata.category(character) in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return "\ufffd" if unfit else character
