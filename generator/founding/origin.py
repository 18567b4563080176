"""Where a new review gets the generator from: a commit of a repository, or a copy that it carries along."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator.founding.charter import FoundingError
from generator.places import PACKAGED, SHIPPED

FILE = "generator.txt"
"""One line that says to an installer where the generator is."""
COPY = "living-review"
"""The folder of a copy."""
_NAME = "living-review"
_PINNED = re.compile(r"git\+[a-z]+://[^\s'\"@]+(@[^\s'\"@]+)?@[0-9a-f]{40}")
_COPIED = ("pyproject.toml", "LICENSE", "mkdocs.yml", "generator", "review_template", "site_templates")


@dataclass(frozen=True, slots=True)
class Origin:
    """``address`` is ``git+https://host/path@<commit>``, empty for a copy."""

    address: str

    @property
    def line(self) -> str:
        """What ``generator.txt`` says."""
        return f"{_NAME} @ {self.address}\n" if self.address else f"./{COPY}\n"

    def write(self, folder: Path) -> None:
        """Write ``generator.txt``, and the copy if there is to be one."""
        (folder / FILE).write_text(self.line, encoding="utf-8")
        if not self.address:
            shutil.rmtree(folder / COPY, ignore_errors=True)
            _copy(folder / COPY)


def origin(told: str | None) -> Origin:
    """The origin that was asked for; else that of this generator, if it was installed from a commit; else a copy.

    Raises ``FoundingError`` for an address that names no commit, and if an installed package knows no address.
    """
    if told is not None and not _PINNED.fullmatch(told):
        raise FoundingError(
            f"{told[:200]!r} names no commit: write --generator git+https://host/path@ and its 40 digits"
        )
    address = told or (_installed_from() if PACKAGED else "")
    if not address and PACKAGED:
        raise FoundingError("say where the generator is to come from: --generator git+https://host/path@COMMIT")
    return Origin(address)


def _installed_from() -> str:
    """The commit that an installer has noted down, as PEP 610 says it."""
    try:
        noted = json.loads(distribution(_NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    commit = (noted.get("vcs_info") or {}).get("commit_id", "")
    address = f"git+{noted.get('url', '')}@{commit}"
    return address if _PINNED.fullmatch(address) else ""


def _copy(folder: Path) -> None:
    """The generator as its repository has it, without tests and reviews; links become the files they lead to."""
    folder.mkdir()
    for name in _COPIED:
        source = SHIPPED / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
        else:
            shutil.copyfile(source, folder / name)
