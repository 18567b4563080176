"""The site builders, either of which renders the same docs tree from the same settings.

Material for MkDocs is the usual one. Zensical is its successor, and an extra: nothing but the choice of it needs it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_DOUBT = re.compile(r"^(?:Warning|Error): (.+)\n\s*╭─\[ (\S+) \]", re.MULTILINE)
_PROGRESS = re.compile(r"^(?:Build (?:started|finished)|\d+ issues? found).*\n?", re.MULTILINE)


class BuilderMissing(Exception):  # noqa: N818 - it says what happened
    """The builder that was asked for is not installed; the message says how it would be."""


@dataclass(frozen=True, slots=True)
class Builder:
    """``module`` is run with ``arguments`` and a configuration file. The templates of its theme are in ``package``;
    ``tools`` are the libraries whose version can change a byte of a page.

    ``settings`` are what a builder needs beside the shared ones; one of them, ``site_dir``, is where it then writes.
    """

    module: str
    arguments: tuple[str, ...]
    package: str
    tools: tuple[str, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def templates(self) -> Path:
        """The folder of its theme's templates."""
        found = find_spec(self.package)
        assert found is not None
        assert found.origin is not None
        return Path(found.origin).parent / "templates"

    def run(self, configuration: Path, fresh: Path, environment: Mapping[str, str]) -> tuple[bool, str]:
        """Build the docs tree of ``configuration`` into ``fresh``, a folder that is not there yet: whether that worked
        without a doubt (every builder is strict), and what the builder said."""
        command = [sys.executable, "-m", self.module, *self.arguments]
        if not self.settings:
            return _run([*command, str(configuration), "--site-dir", str(fresh)], environment)
        own, written = configuration.with_stem(self.module), configuration.parent / self.settings["site_dir"]
        own.write_text(json.dumps({"INHERIT": configuration.name, **self.settings}), encoding="utf-8")
        shutil.rmtree(written, ignore_errors=True)
        try:
            worked, said = _run([*command, str(own)], environment)
            doubts = "\n".join(_unlisted(configuration)) if worked else _plain(said)
            if worked and not doubts:
                shutil.move(written, fresh)
        finally:
            shutil.rmtree(written, ignore_errors=True)
        return worked and not doubts, doubts


_MARKDOWN = ("markdown", "pymdown-extensions")
MATERIAL = Builder(
    "mkdocs", ("build", "--strict", "--config-file"), "material", ("mike", "mkdocs", "mkdocs-material", *_MARKDOWN)
)
ZENSICAL = Builder(
    "zensical",
    ("build", "--strict", "--clean", "--config-file"),
    "zensical",
    ("zensical", *_MARKDOWN),
    {"site_dir": ".fresh", "theme": {"variant": "classic"}},  # The look of Material. No option names another folder.
)
BUILDERS = {"material": MATERIAL, "zensical": ZENSICAL}
"""By the name that they are asked for with, the usual one first."""


def builder(name: str) -> Builder:
    """The builder of this name, one of ``BUILDERS``. Raises ``BuilderMissing`` if it is not installed."""
    if find_spec(BUILDERS[name].module) is None:
        way = f"'make build BUILDER={name}' does it, elsewhere install living-review[{name}]"
        raise BuilderMissing(f"{name.title()} is not installed: {way}")
    return BUILDERS[name]


def _unlisted(configuration: Path) -> Iterator[str]:
    """What Zensical does not look for: pages that the navigation names and nobody wrote, or the other way round."""
    settings = json.loads(configuration.read_text(encoding="utf-8"))
    docs = configuration.parent / "docs"
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    listed = set(_entries(settings["nav"]))
    hidden = {line.removeprefix("/") for line in settings.get("not_in_nav", "").splitlines()}
    yield from (f"{path}: the navigation names this page, which is not there" for path in sorted(listed - written))
    yield from (f"{path}: this page is not in the navigation" for path in sorted(written - listed - hidden))


def _entries(nav: Any) -> Iterator[str]:
    """The paths of all pages in a navigation."""
    if isinstance(nav, str):
        yield nav
    else:
        for one in nav.values() if isinstance(nav, dict) else nav:
            yield from _entries(one)


def _plain(said: str) -> str:
    """The doubts of Zensical as ``page.md:line:column: doubt``, without the lines drawn around each; if it has none,
    all that it said, without colours."""
    said = _COLOUR.sub("", said)
    doubts = [f"{place}: {doubt}" for doubt, place in _DOUBT.findall(said)]
    return "\n".join(doubts) or _PROGRESS.sub("", said)


def _run(command: list[str], environment: Mapping[str, str]) -> tuple[bool, str]:
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr
