"""Git, called in one place and in a clean environment: what is published cannot depend on who publishes it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

NAME, EMAIL = "living-review", "living-review@localhost"
"""Who made the commits. Publishing needs no identity of the user's, and gives the same commits to everybody."""

_OF_A_REPOSITORY = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_INDEX_FILE",
    "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
)  # fmt: skip
"""Variables that would lead git to another repository, for example inside of a hook."""

_WAYS_TO_A_REMOTE = r"^(credential|http|protocol|ssh|url)\.|^core\.(sshcommand|askpass|gitproxy)$"
_QUIET = (
    "core.hooksPath=/dev/null", "gc.auto=0", "maintenance.auto=false", "push.gpgSign=false", "push.followTags=false",
    "push.recurseSubmodules=no", "fetch.recurseSubmodules=no", "fetch.writeCommitGraph=false", "fetch.prune=false",
)  # fmt: skip
_CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@")


class PublishError(Exception):
    """Nothing was published; the message says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the user by which remotes are reached: (key, value) pairs of the project's own configuration."""

    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Repository:
    """A bare repository of our own, in ``folder``."""

    folder: Path

    def run(self, *arguments: str, given: bytes = b"", day: str = "", index: Path | None = None) -> bytes:
        """Standard output of a git command, untouched by any configuration.

        ``given`` is its standard input, ``day`` (``2026-11-28``) the date of a commit it makes, ``index`` the file it
        keeps its index in. Raises ``PublishError``.
        """
        environment = self.environment(day)
        if index is not None:
            environment["GIT_INDEX_FILE"] = str(index)
        return _run(arguments, environment, given)

    def text(self, *arguments: str, given: bytes = b"", day: str = "", index: Path | None = None) -> str:
        """The same as text, without the last line end."""
        return self.run(*arguments, given=given, day=day, index=index).decode("utf-8", "replace").rstrip("\n")

    def talk(self, settings: Settings, *arguments: str) -> str:
        """Standard output of a git command that speaks with a remote, with the user's own ways to it: credentials,
        proxies and replaced addresses. No hook of the user runs. Raises ``PublishError``."""
        environment = {key: value for key, value in os.environ.items() if key not in _OF_A_REPOSITORY}
        environment |= {"GIT_DIR": str(self.folder), "LC_ALL": "C", **_as_variables(settings, environment)}
        quiet = [word for setting in _QUIET for word in ("-c", setting)]
        return _run((*quiet, *arguments), environment).decode("utf-8", "replace")

    def environment(self, day: str = "") -> dict[str, str]:
        """The environment in which git, and mike, work in this repository."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        date = f"{day or '1970-01-01'}T00:00:00+0000"
        who = {"NAME": NAME, "EMAIL": EMAIL, "DATE": date}
        return {
            **kept,
            **{f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()},
            "GIT_DIR": str(self.folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_ATTR_NOSYSTEM": "1",
            "LC_ALL": "C",
        }


def new_repository(folder: Path) -> Repository:
    """An empty bare repository in ``folder``. Raises ``PublishError``."""
    made = Repository(folder)
    made.run("init", "--quiet", "--bare", "--template=", "--initial-branch=none", str(folder))
    return made


def ask(folder: Path, *arguments: str) -> str | None:
    """What git answers about the repository that ``folder`` belongs to, or None if it answers that there is nothing.

    Raises ``PublishError`` if git is missing.
    """
    environment = {key: value for key, value in os.environ.items() if key not in _OF_A_REPOSITORY}
    command = [_program(), "-C", str(folder), *arguments]
    done = subprocess.run(command, env={**environment, "LC_ALL": "C"}, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace").rstrip("\n") if done.returncode == 0 else None


def settings_of(folder: Path) -> Settings:
    """The ways to remotes that are configured for the project in ``folder`` only."""
    found = ask(folder, "config", "--local", "--includes", "--null", "--get-regexp", _WAYS_TO_A_REMOTE) or ""
    pairs = (entry.partition("\n") for entry in found.split("\0") if entry)
    return Settings(tuple((key, value) for key, _, value in pairs))


def without_credentials(address: str) -> str:
    """An address as it may be shown."""
    return _CREDENTIALS.sub("", address)


def _as_variables(settings: Settings, environment: Mapping[str, str]) -> dict[str, str]:
    """Settings as variables: on the command line everybody could read them."""
    first = environment.get("GIT_CONFIG_COUNT", "0")
    count = int(first) if first.isdigit() else 0
    variables = {"GIT_CONFIG_COUNT": str(count + len(settings.pairs))}
    for number, (key, value) in enumerate(settings.pairs, start=count):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def _program() -> str:
    found = shutil.which("git")
    if found is None:
        raise PublishError("git is needed to publish and is not installed")
    return found


def _run(arguments: Sequence[str], environment: Mapping[str, str], given: bytes = b"") -> bytes:
    command = [_program(), *arguments]
    done = subprocess.run(command, env=dict(environment), input=given, capture_output=True, check=False)
    if done.returncode:
        raise PublishError(f"git could not do its part: {_complaint(done.stderr.decode('utf-8', 'replace'))}")
    return done.stdout


def _complaint(log: str) -> str:
    """The line that tells most, without credentials."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "remote: error:", "! "))]
    chosen = (telling or lines or ["it does not say why"])[0]
    return without_credentials(chosen.removeprefix("fatal: ").removeprefix("error: "))
