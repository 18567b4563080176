"""The published branch as a value: its versions, and the next commit of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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


def compose(
    repository: Repository, before: Branch, deployed: str, version: str, root: Mapping[str, str], day: str
) -> Branch:
    """The branch after publishing ``version`` on ``day`` (``2026-11-28``): a commit on top of ``before``.

    ``deployed`` is the commit that mike made of it; ``root`` are the texts of the files beside the versions, by path.
    Raises ``PublishError`` if any other version would not stay as it was, object by object.
    """
    index = repository.folder / "compose.index"
    index.unlink(missing_ok=True)
    repository.run("read-tree", deployed, index=index)
    _drop(repository, index, version)
    _add(repository, index, root)
    tree = repository.text("write-tree", index=index)
    parent = () if before.commit is None else ("-p", before.commit)
    made = repository.text("commit-tree", tree, *parent, "-m", f"Version {version}", day=day)
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


def _add(repository: Repository, index: Path, files: Mapping[str, str]) -> None:
    written = {
        path: repository.text("hash-object", "-w", "--stdin", given=text.encode()) for path, text in files.items()
    }
    _update(repository, index, [f"100644 {identity}\t{path}" for path, identity in written.items()])


def _update(repository: Repository, index: Path, entries: list[str]) -> None:
    """Write entries (``<mode> <object id><tab><path>``; mode 0 removes) into an index."""
    given = "".join(f"{entry}\0" for entry in entries).encode()
    repository.run("update-index", "-z", "--index-info", given=given, index=index)
