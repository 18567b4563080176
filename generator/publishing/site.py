"""Run the site builder, and put what it built in the place of the last site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


class SiteError(Exception):
    """The site builder refused; the message says why. The last good site is untouched."""


def build_site(configuration: Path, output: Path, root: Path) -> None:
    """Build the docs tree beside ``output`` and swap it in only when it is whole.

    Raises ``SiteError`` if the builder warns or fails (it is strict).
    """
    output = output.resolve()
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as folder:
        fresh = Path(folder) / "new"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(configuration)]
        done = subprocess.run(
            [*command, "--site-dir", str(fresh)],
            env=builder_environment(root),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SiteError(f"the site builder refused:\n{_complaints(done.stdout + done.stderr)}")
        fresh.chmod(0o755)
        if output.exists():
            output.rename(Path(folder) / "old")
        fresh.rename(output)


def builder_environment(root: Path) -> dict[str, str]:
    """The environment of a repeatable build: its date is that of the last commit unless one is given."""
    environment = dict(os.environ, NO_MKDOCS_2_WARNING="1", PYTHONHASHSEED="0")
    environment.setdefault("SOURCE_DATE_EPOCH", _commit_date(root))
    return environment


def _commit_date(root: Path) -> str:
    git = shutil.which("git")
    if git:
        command = [git, "-C", str(root), "log", "-1", "--format=%ct"]
        shown = subprocess.run(command, capture_output=True, text=True, check=False)
        if shown.returncode == 0 and shown.stdout.strip().isdigit():
            return shown.stdout.strip()
    return "315532800"


def _complaints(log: str) -> str:
    """What the builder complained about, without its progress."""
    return "\n".join(line for line in log.splitlines() if not line.startswith("INFO"))
