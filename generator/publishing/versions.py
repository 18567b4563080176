"""Deploy a version with mike: the only caller of it.

mike writes into a repository of our own (``generator.publishing.git``), never into one that somebody else uses.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path

from generator.model.release import Release, version_order
from generator.publishing.branch import LATEST, Branch
from generator.publishing.git import PublishError, Repository
from generator.publishing.site import builder_environment, complaints

_MIKE = "import sys; from mike.driver import main; sys.exit(main())"


def deploy(
    repository: Repository, before: Branch, release: Release, configuration: Path, redirect: Path, root: Path
) -> str:
    """Build the docs tree of ``configuration`` and deploy it as a version on top of ``before``; gives mike's commit.

    The highest version also becomes ``latest``, to which the root leads by the template ``redirect``; ``root`` is
    the folder of the project. Raises ``PublishError`` if the builder warns or fails (it is strict).
    """
    branch = f"mike-{release.version}"
    if before.commit is not None:
        repository.run("update-ref", f"refs/heads/{branch}", before.commit)
    newest = max((*before.versions, release.version), key=version_order)
    aliases = (LATEST,) if newest == release.version else ()
    about = (f"released={release.released}", f"digest={release.digest}")
    properties = [word for each in about for word in ("--prop-set-string", each)]
    copied = ("--alias-type", "copy", "--update-aliases", *properties)
    common = ("--config-file", str(configuration), "--branch", branch, "--ignore-remote-status", "--message", branch)
    environment = _environment(repository, release, root)
    _mike(environment, "deploy", *common, *copied, release.version, *aliases)
    _mike(environment, "set-default", *common, "--template", str(redirect), LATEST)
    return repository.text("rev-parse", f"refs/heads/{branch}")


def _mike(environment: Mapping[str, str], *arguments: str) -> None:
    if importlib.util.find_spec("properdocs"):
        raise PublishError("mike would build with properdocs, which is installed here: remove it")
    command = [sys.executable, "-c", _MIKE, *arguments]
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)
    if done.returncode:
        raise PublishError(f"the site builder refused: {complaints(done.stdout + done.stderr)}")


def _environment(repository: Repository, release: Release, root: Path) -> dict[str, str]:
    """With the ``mkdocs`` of this environment first, which mike runs; the date of the build is that of the release."""
    moment = datetime.combine(release.released, time(), UTC)
    paths = (sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath))
    return {
        **builder_environment(root),
        **repository.environment(release.released.isoformat()),
        "PATH": os.pathsep.join(paths),
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
    }
