"""The published branch as a value: its versions, and the next commit of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.manifest import MANIFEST
from generator.model.release import is_version, version_order
from generator.publishing.git import PublishError, Repository

LATEST, LIST = "latest", "versions.json"

_OF_NO_USE = frozenset({"404.html", "sitemap.xml.gz"})
"""Files of a version that nobody asks for: no host looks for a page for missing addresses there, and the packed list
of pages depends on the library that packed it. Maps for debugging the theme go too."""

_NOTHING = "0" * 40


@dataclass(frozen=True, slots=True)
class Branch:
    """A state of the branch. ``commit`` is None for one that does not exist yet.

    ``entries`` maps each name at its root to (mode, object id); ``digests`` maps each version to the digest of
    its evidence, as it was published.
    """

    commit: str | None
    entries: Mapping[str, tuple[str, str]]
    digests: Mapping[str, str]

    @property
    def versions(self) -> tuple[str, ...]:
        """Its versions, oldest first."""
        return tuple(sorted(self.digests, key=version_order))


def read_branch(repository: Repository, commit: str | None) -> Branch:
    """The branch at ``commit``. Raises ``PublishError`` if that holds something that was not published here."""
    if commit is None:
        return Branch(None, {}, {})
    entries = _entries(repository, commit)
    if LIST not in entries:
        raise PublishError("the branch holds something else than published versions: name another one with --branch")
    digests = digests_in(repository.run("cat-file", "blob", entries[LIST][1]))
    lost = [version for version in digests if version not in entries]
    if lost:
        raise PublishError(f"the branch lists version {lost[0]} and has no folder of it: it was edited by hand")
    return Branch(commit, entries, digests)


@dataclass(frozen=True, slots=True)
class Deployed:
    """What mike made of ``version``, published on ``day`` (``2026-11-28``), as a ``commit``.

    ``manifest`` makes the text of its manifest from the SHA-256 of its files, by path.
    """

    version: str
    day: str
    commit: str
    manifest: Callable[[Mapping[str, str]], str]


def compose(repository: Repository, before: Branch, deployed: Deployed, root: Mapping[str, str]) -> Branch:
    """The branch after publishing a version: a commit on top of ``before``.

    ``root`` are the texts of the files beside the versions, by path. Raises ``PublishError`` if any other version
    would not stay as it was, object by object.
    """
    index, version = repository.folder / "compose.index", deployed.version
    index.unlink(missing_ok=True)
    repository.run("read-tree", deployed.commit, index=index)
    _drop(repository, index, version)
    manifest = deployed.manifest(_digests(repository, index, version))
    newest = max((*before.versions, version), key=version_order) == version
    _add(repository, index, {f"{place}/{MANIFEST}": manifest for place in (version, *([LATEST] if newest else []))})
    _add(repository, index, root)
    tree = repository.text("write-tree", index=index)
    parent = () if before.commit is None else ("-p", before.commit)
    made = repository.text("commit-tree", tree, *parent, "-m", f"Version {version}", day=deployed.day)
    after = read_branch(repository, made)
    verify(before, after, version)
    return after


def verify(before: Branch, after: Branch, version: str) -> None:
    """Raise ``PublishError`` unless all that ``version`` does not own is as it was."""
    for other in before.versions:
        if other != version and before.entries[other] != after.entries.get(other):
            raise PublishError(f"version {other} would have changed: this is a bug")
    newest = after.versions[-1]
    if {*after.versions} != {*before.versions, version} or after.entries.get(LATEST) != after.entries[newest]:
        raise PublishError("the versions on the branch would not be what they should be: this is a bug")


def growth(repository: Repository, before: Branch, after: Branch) -> tuple[int, int]:
    """What the commits between two states add to the branch: bytes of packed objects, and of the files of the
    versions that came."""
    kept = () if before.commit is None else (f"^{before.commit}",)
    wanted = "\n".join((after.commit or "", *kept)).encode()
    packed = repository.run(
        "pack-objects", "--quiet", "--revs", "--thin", "--stdout", "--delta-base-offset", given=wanted
    )
    came = [version for version in after.versions if version not in before.versions]
    listed = (repository.text("ls-tree", "-r", "--long", after.entries[version][1]) for version in came)
    return len(packed), sum(int(line.split()[3]) for files in listed for line in files.splitlines())


def export(repository: Repository, commit: str, folder: Path) -> None:
    """Write the files of ``commit`` into ``folder``, byte for byte. Raises ``PublishError``."""
    index = repository.folder / "export.index"
    repository.run("read-tree", commit, index=index)
    repository.run(f"--work-tree={folder}", "checkout-index", "--all", "--force", index=index)


def _entries(repository: Repository, commit: str) -> dict[str, tuple[str, str]]:
    entries = {}
    for entry in repository.text("ls-tree", "-z", "--full-tree", commit).split("\0"):
        if entry:
            about, _, name = entry.partition("\t")
            mode, _, identity = about.split(" ")
            entries[name] = (mode, identity)
    return entries


def digests_in(listed: bytes | str) -> dict[str, str]:
    """The digest of the evidence of each version that a ``versions.json`` lists.

    Raises ``PublishError`` if it cannot be read, or lists a version that was not published here.
    """
    try:
        found = {
            str(one["version"]): str((one.get("properties") or {}).get("digest", "")) for one in json.loads(listed)
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        raise PublishError(f"{LIST} on the branch cannot be read: it was edited by hand") from None
    strange = [version for version, digest in found.items() if not is_version(version) or not digest]
    if strange:
        raise PublishError(
            f"the branch holds a version {strange[0]!r} that was not published here: name another one with --branch"
        )
    return found


def _drop(repository: Repository, index: Path, version: str) -> None:
    """Take files of no use out of a version that has just been deployed, and out of its copy."""
    for folder in (version, LATEST):
        listed = repository.text("ls-files", "-z", "--", f"{folder}/", index=index).split("\0")
        unwanted = [path for path in listed if path.endswith(".map") or path.partition("/")[2] in _OF_NO_USE]
        _update(repository, index, [f"0 {_NOTHING}\t{path}" for path in unwanted])


def files_of(repository: Repository, branch: Branch, version: str) -> dict[str, str]:
    """The SHA-256 of every file of a version on the branch, its manifest aside, by path. Raises ``PublishError``."""
    index = repository.folder / "read.index"
    repository.run("read-tree", branch.commit or "", index=index)
    return _digests(repository, index, version)


def _digests(repository: Repository, index: Path, version: str) -> dict[str, str]:
    listed = repository.run("ls-files", "--stage", "-z", "--", f"{version}/", index=index).decode("utf-8", "replace")
    entries = [entry.partition("\t") for entry in listed.split("\0") if entry]
    objects = {path.partition("/")[2]: about.split(" ")[1] for about, _, path in entries}
    objects.pop(MANIFEST, None)
    asked = sorted(set(objects.values()))
    answered = repository.run("cat-file", "--batch", given="".join(f"{one}\n" for one in asked).encode())
    digests, start = {}, 0
    for identity in asked:
        content = answered.index(b"\n", start) + 1
        start = content + int(answered[start:content].split()[2]) + 1
        digests[identity] = hashlib.sha256(answered[content : start - 1]).hexdigest()
    return {path: digests[identity] for path, identity in objects.items()}


def _add(repository: Repository, index: Path, files: Mapping[str, str]) -> None:
    written = {
        path: repository.text("hash-object", "-w", "--stdin", given=text.encode()) for path, text in files.items()
    }
    _update(repository, index, [f"100644 {identity}\t{path}" for path, identity in written.items()])


def _update(repository: Repository, index: Path, entries: list[str]) -> None:
    """Write entries (``<mode> <object id><tab><path>``; mode 0 removes) into an index."""
    given = "".join(f"{entry}\0" for entry in entries).encode()
    repository.run("update-index", "-z", "--index-info", given=given, index=index)
