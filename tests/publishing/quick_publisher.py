"""``living-review`` in the project folder that QUICK_PROJECT names, except that every version has a single page.

Everything that touches git and mike is as it is; what takes long is left out. QUICK_BEFORE_PUSH is a shell command that
runs once, just before the branch is moved.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from generator import cli, publish
from generator.commands import preview, verify
from generator.commands import publish as command


def write(self: Any, release: Any) -> Path:
    folder: Path = self._folder / release.version
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text(f"# Version {release.version}\n\n{release.digest}\n", encoding="utf-8")
    (folder / "docs/shared.bin").write_bytes(bytes(range(256)) * 4000)
    settings = {"site_name": "Quick", "theme": "mkdocs", "plugins": [], "site_url": self._source.site, "strict": True}
    configuration = folder / "mkdocs.yml"
    configuration.write_text(json.dumps(settings), encoding="utf-8")
    return configuration


move = publish.push


def push(*arguments: Any) -> bool:
    if interruption := os.environ.pop("QUICK_BEFORE_PUSH", ""):
        subprocess.run(interruption, shell=True, check=True)
    return move(*arguments)


if __name__ == "__main__":
    command.project_folder = preview.project_folder = verify.project_folder = lambda: Path(os.environ["QUICK_PROJECT"])
    publish._Work._write = write  # type: ignore[method-assign]
    publish.push = push
    sys.exit(cli.main())
