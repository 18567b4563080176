"""Drawings as the site ships them, kept on disk by all that they depend on: an unchanged one is not drawn again."""

from __future__ import annotations

import ast
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.publishing.kept import CACHE, ROOT, digest, keep, kept
from generator.views.figure import Drawing

CHARTS = CACHE / "charts"


def specification_text(drawing: Drawing, cache_folder: Path = CHARTS) -> str:
    """The Vega-Lite specification of a drawing as compact JSON.

    It is not validated against the schema, which would take most of a build's time: the tests validate every chart.
    """
    key = digest(version("altair"), code(drawing.draw.__module__), drawing.name, drawing.given)
    path = cache_folder / f"{key}.json"
    text = kept(path)
    if text is None:
        text = json.dumps(
            drawing.specification(validate=False), ensure_ascii=False, separators=(",", ":"), allow_nan=False
        )
        keep(path, text)
    return text


@cache
def code(module: str) -> str:
    """A hash of the source of a module of ours and of all modules of ours that it imports, directly or not."""
    found: dict[str, str] = {}
    waiting = [module, Drawing.__module__]
    while waiting:
        name = waiting.pop()
        path = _file(name)
        if name not in found and path is not None:
            found[name] = path.read_text(encoding="utf-8")
            waiting.extend(_imported(found[name]))
    return digest(*(part for name in sorted(found) for part in (name, found[name])))


def _imported(source: str) -> list[str]:
    """Every module that may be meant: ``from a import b`` may name the module ``a.b``."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
    return names


def _file(module: str) -> Path | None:
    place = ROOT.joinpath(*module.split("."))
    candidates = (place.with_suffix(".py"), place / "__init__.py")
    return next((path for path in candidates if module.startswith("generator.") and path.is_file()), None)
