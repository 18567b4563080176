"""The content security policy that every page brings along: only what the site itself holds may run or be shown.

A host of static files seldom lets its headers be set, so the policy stands in the pages, before anything it governs.
The theme's own inline scripts and styles are allowed by their hashes, which are taken from the theme itself: a new
version of it needs no edit here.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_PARTIALS = tuple(f"partials/javascripts/{name}.html" for name in ("base", "palette", "content", "outdated"))
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLED = re.compile(r'\("style",\{\},([\w$]+)\.toString\(\)\)')
_BASE = re.compile(r"\{\{[^{}]*\bbase_url\b[^{}]*\}\}")
_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'self'"),
    ("form-action", "'self'"),
)
"""Drawings that are taken away as pictures pass through ``data:`` images; nothing else leaves the site's own files."""


def policy(paths: Iterable[str], roots: Iterable[str], templates: Path) -> str:
    """The policy for pages at these ``paths`` (relative to the site) and for a page of missing addresses, which the
    theme writes with each of the ``roots`` (the path of the site on its host, as ``/reviews/2.0/``). The ``templates``
    are those of the theme."""
    bases = {"/".join([".."] * path.count("/")) or "." for path in paths} | set(roots)
    inline = {"script-src": _inline_scripts(sorted(bases), templates), "style-src": _inline_styles(templates)}
    allowed = {name: sorted({f"'{_hash(text)}'" for text in texts}) for name, texts in inline.items()}
    return "; ".join(" ".join((name, sources, *allowed.get(name, ()))) for name, sources in _DIRECTIVES)


def _inline_styles(templates: Path) -> Iterator[str]:
    """Every style that the theme's script puts into pages: Zensical's search brings its own along."""
    for bundle in templates.glob("assets/javascripts/bundle.*.js"):
        text = bundle.read_text(encoding="utf-8")
        for name in _STYLED.findall(text):
            yield from re.findall(rf"\b{re.escape(name)}='([^'\\]*)'", text)


def _inline_scripts(bases: Iterable[str], templates: Path) -> Iterator[str]:
    """Every script that the theme may write into its pages, with each way from a page to the site's first folder: the
    only thing that differs between pages."""
    scripts = [one for name in _PARTIALS for one in _SCRIPT.findall((templates / name).read_text(encoding="utf-8"))]
    for base in bases:
        for script in scripts:
            yield base.join(_BASE.split(script))


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
