"""The content security policy that every page brings along: only what the site itself holds may run or be shown.

A host of static files seldom lets its headers be set, so the policy stands in the pages, before anything it governs.
The theme's own inline scripts are allowed by their hashes, which are taken from the theme's templates: a new version
of the theme needs no edit here.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

_PARTIALS = tuple(f"partials/javascripts/{name}.html" for name in ("base", "palette", "content", "outdated"))
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
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


def policy(paths: Iterable[str], roots: Iterable[str]) -> str:
    """The policy for pages at these ``paths`` (relative to the site) and for a page of missing addresses, which the
    theme writes with each of the ``roots`` (the path of the site on its host, as ``/reviews/2.0/``)."""
    bases = {"/".join([".."] * path.count("/")) or "." for path in paths} | set(roots)
    hashes = " ".join(f"'{one}'" for one in sorted({_hash(script) for script in _inline_scripts(sorted(bases))}))
    return "; ".join(
        f"{name} {sources} {hashes}" if name == "script-src" else f"{name} {sources}" for name, sources in _DIRECTIVES
    )


def _inline_scripts(bases: Iterable[str]) -> Iterator[str]:
    """Every script that the theme may write into its pages, with each way from a page to the site's first folder: the
    only thing that differs between pages."""
    theme = find_spec("material")
    assert theme is not None
    assert theme.origin is not None
    templates = Path(theme.origin).parent / "templates"
    scripts = [one for name in _PARTIALS for one in _SCRIPT.findall((templates / name).read_text(encoding="utf-8"))]
    for base in bases:
        for script in scripts:
            yield base.join(_BASE.split(script))


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
