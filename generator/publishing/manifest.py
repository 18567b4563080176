"""The manifest of a version: by it, anybody can find out whether a version is what its evidence gives."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.model.manifest import MANIFEST, Manifest
from generator.places import SHIPPED
from generator.publishing.builders import MATERIAL, Builder

_TOOLS = ("altair", "jinja2", "numba", "numpy", "pandas", "pydantic", "ruamel.yaml", "vl-convert-python")
"""Libraries whose version can change a byte of a page, a chart or a number, beside those of the site builder."""


def manifest(
    released: str | None, evidence: str, address: str, files: Mapping[str, str], builder: Builder = MATERIAL
) -> Manifest:
    """The manifest of what this generator made with a site ``builder``; parameters as the fields of ``Manifest``."""
    names = sorted((*_TOOLS, *builder.tools))
    tools = {"python": platform.python_version(), **{name: version(name) for name in names}}
    return Manifest(released, evidence, generator_digest(), address, tools, files)


@cache
def generator_digest() -> str:
    """SHA-256 over the path and content of every file of the generator: code, templates, settings of the builder."""
    package = Path(__file__).resolve().parents[1]
    places = (package, SHIPPED / "site_templates", SHIPPED / "mkdocs.yml")
    found: dict[str, Path] = {}
    for place in places:
        for path in [place] if place.is_file() else place.rglob("*"):
            within = path.relative_to(place).parts
            if path.is_file() and "__pycache__" not in within and within[:1] != ("shipped",):
                found[path.relative_to(place.parent).as_posix()] = path
    whole = hashlib.sha256()
    for name in sorted(found):
        whole.update(f"{name}\n{hashlib.sha256(found[name].read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def files_in(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file under ``folder``, a manifest aside, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / MANIFEST
    }
