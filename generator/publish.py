"""Publish released versions: build each in a clean place, and move the branch in one step when all is whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.intake.releases import history, released_evidence
from generator.model.manifest import MANIFEST, Manifest, manifest_from, manifest_text
from generator.model.release import Release, version_order
from generator.model.review import Review
from generator.places import SHIPPED
from generator.publishing.branch import Branch, Deployed, compose, files_of, growth, read_branch
from generator.publishing.git import PublishError, Repository, new_repository
from generator.publishing.lock import build_lock
from generator.publishing.manifest import manifest
from generator.publishing.root_files import REDIRECT, root_files
from generator.publishing.target import Target, push, tip
from generator.publishing.versions import deploy

BUSY = "another publish is running in this project: wait for it to end"


@dataclass(frozen=True, slots=True)
class Source:
    """What can be published: the releases (oldest first) of an evidence folder, and the JSON Schemas of its files.

    ``root`` is the folder of the project; ``site`` is the address of the folder on the web that will hold all versions,
    with a slash at its end, empty if it is not known.
    """

    evidence: Path
    releases: tuple[Release, ...]
    schemas: Mapping[str, str]
    root: Path
    site: str

    def release(self, version: str) -> Release:
        """The release with this number. Raises ``KeyError`` if there is none."""
        for each in self.releases:
            if each.version == version:
                return each
        raise KeyError(version)

    def review(self, version: str) -> Review:
        """The evidence of a release, read anew. Raises ``PublishError`` if it does not check any more."""
        loaded = released_evidence(self.evidence, version)
        if loaded.review is None:
            raise PublishError(f"the evidence of release {version} does not check: {loaded.problems[0]}")
        return loaded.review


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication came to: the ``versions`` that came, oldest first, the ``commit`` the branch is at now, and
    how much it grew, in bytes of packed objects and of files. Nothing came if all were there before."""

    versions: tuple[str, ...]
    commit: str | None
    packed: int = 0
    files: int = 0


def publish(source: Source, wanted: Sequence[str], target: Target, note: Callable[[str], None]) -> Published:
    """Publish the ``wanted`` versions, or all if none is named, that are not on the branch of ``target`` yet.

    Whatever fails or is interrupted, the branch is as it was before or as it is after. Somebody else who publishes
    at the same time is waited for once. Raises ``PublishError``, or ``SiteError`` if another publisher works in this
    project or a file cannot be written.
    """
    with _workshop(source.root / "build/publishing") as folder:
        work = _Work(source, folder, note)
        for attempt in (1, 2):
            before, after = work.prepare(wanted, target)
            if before == after or work.push(target, before, after):
                return work.outcome(before, after)
            if attempt == 1:
                note("somebody else published meanwhile: once more, on top of that")
    raise PublishError(f"others keep publishing to {target.words}: try again later")


@dataclass(frozen=True, slots=True)
class Verified:
    """A published version beside what its evidence gives today: its manifest as ``published``, the manifest of the
    files that stand on the branch now (``standing``), and that of the version ``rebuilt``."""

    published: Manifest
    standing: Manifest
    rebuilt: Manifest


def verify(source: Source, version: str, target: Target, note: Callable[[str], None]) -> Verified | None:
    """Build a released version again and lay it beside the published one; None if it is not on the branch.

    Nothing is written to the target. Raises ``PublishError``, also if the version was published without a manifest
    or with one that cannot be read, and ``SiteError`` as ``publish``.
    """
    with _workshop(source.root / "build/publishing") as folder:
        repository = new_repository(folder / "published")
        branch = read_branch(repository, tip(repository, target))
        if version not in branch.versions:
            return None
        published = _manifest_of(repository, branch, version)
        standing = replace(published, files=files_of(repository, branch, version))
        work = _Work(replace(source, site=published.address), folder, note)
        return Verified(published, standing, work.rebuild(version))


def _manifest_of(repository: Repository, branch: Branch, version: str) -> Manifest:
    tree = branch.entries[version][1]
    if not repository.text("ls-tree", "--name-only", tree, MANIFEST):
        raise PublishError(f"version {version} was published without a manifest")
    try:
        return manifest_from(repository.text("cat-file", "blob", f"{tree}:{MANIFEST}"))
    except ValueError as error:
        raise PublishError(f"the manifest of version {version} cannot be used: {error}") from error


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A folder for one publication, held against others in this project; what a killed one left is swept away."""
    with build_lock(folder, BUSY):
        try:
            for left in folder.iterdir():
                if left.is_dir():
                    shutil.rmtree(left, ignore_errors=True)
            with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as made:
                yield Path(made)
        except OSError as error:
            raise PublishError(f"{error.filename or folder} cannot be written: {error.strerror}") from error


class _Work:
    """One publication under way, in ``folder``."""

    def __init__(self, source: Source, folder: Path, note: Callable[[str], None]) -> None:
        self._source, self._folder, self._note = source, folder, note
        self._repository = new_repository(folder / "repository")
        self._configurations: dict[str, Path] = {}

    def prepare(self, wanted: Sequence[str], target: Target) -> tuple[Branch, Branch]:
        """The branch as it is, and as it will be."""
        before = read_branch(self._repository, tip(self._repository, target))
        _refuse_strangers(before, self._source)
        after = before
        for release in self._source.releases:
            if release.version in before.versions:
                if release.version in wanted:
                    self._note(f"version {release.version} is published already")
            elif not wanted or release.version in wanted:
                after = self._add(after, release)
        return before, after

    def push(self, target: Target, before: Branch, after: Branch) -> bool:
        """Move the branch: the moment of publication. False if somebody else has moved it meanwhile."""
        assert after.commit is not None
        return push(self._repository, target, before.commit, after.commit)

    def outcome(self, before: Branch, after: Branch) -> Published:
        """What to tell about it."""
        came = tuple(version for version in after.versions if version not in before.versions)
        sizes = growth(self._repository, before, after) if came else (0, 0)
        return Published(came, after.commit, *sizes)

    def rebuild(self, version: str) -> Manifest:
        """The manifest of a version that is built as if nothing were published."""
        made = self._add(Branch(None, {}, {}), self._source.release(version))
        return _manifest_of(self._repository, made, version)

    def _add(self, before: Branch, release: Release) -> Branch:
        templates, version = SHIPPED / "site_templates", release.version
        configuration = self._configurations.get(version) or self._write(release)
        self._configurations[version] = configuration
        self._note(f"{version}: building the site")
        made = deploy(self._repository, before, release, configuration, templates / REDIRECT, self._source.root)
        published = sorted((*before.versions, version), key=version_order)
        question = self._source.review(published[-1]).question
        files = root_files(
            question, self._source.releases, published, self._source.site, self._source.schemas, templates
        )
        deployed = Deployed(version, release.released.isoformat(), made, self._manifest(release))
        return compose(self._repository, before, deployed, files)

    def _manifest(self, release: Release) -> Callable[[Mapping[str, str]], str]:
        return lambda files: manifest_text(manifest(release.version, release.digest, self._source.site, files))

    def _write(self, release: Release) -> Path:
        """The docs tree of a release, with its history cut at that version; gives the builder's configuration."""
        # Heavy, and not needed to find that all is published or that the branch cannot be written to.
        from generator.build import content_of
        from generator.pages.collect import pages
        from generator.publishing.write import write_docs

        source, version = self._source, release.version
        review = source.review(version)
        known = source.releases[: source.releases.index(release) + 1]
        past = history(source.evidence, review, known)
        content = content_of(review, past, source.root, lambda message: self._note(f"{version}: {message}"))
        content = replace(content, address=source.site, published=True)
        self._note(f"{version}: making pages and charts")
        return write_docs(content, tuple(pages(content)), source.root, self._folder / version)


def _refuse_strangers(branch: Branch, source: Source) -> None:
    """Only what is released here may stand on the branch: the feed and the newest version tell of all of it."""
    released = {each.version: each.digest for each in source.releases}
    for version, digest in branch.digests.items():
        if version not in released:
            raise PublishError(f"version {version} is on the branch and not among the releases here: pull it first")
        if released[version] != digest:
            raise PublishError(
                f"version {version} on the branch was made from other evidence than release {version} here"
            )
