"""What a version was made from and with, and what came out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

MANIFEST = "manifest.json"
"""The name of its file in the folder of a version."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """``evidence`` and ``generator`` are digests (SHA-256, hexadecimal) of what went in, ``address`` that of the site
    on the web, empty if its links are relative; ``tools`` are the versions of what the bytes depend on; ``files`` maps
    the path of every file of the version, this one aside, to the SHA-256 of its content."""

    version: str | None
    evidence: str
    generator: str
    address: str
    tools: Mapping[str, str]
    files: Mapping[str, str]

    @property
    def output(self) -> str:
        """One SHA-256 over the paths and digests of all files."""
        lines = (f"{path}\n{digest}\n" for path, digest in sorted(self.files.items()))
        return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()

    def differing(self, other: Manifest) -> tuple[str, ...]:
        """The paths of files that are not in both, or not the same."""
        everything = sorted({*self.files, *other.files})
        return tuple(path for path in everything if self.files.get(path) != other.files.get(path))


def manifest_text(manifest: Manifest) -> str:
    """The manifest as its file holds it."""
    document = {"format": 1, **asdict(manifest), "output": manifest.output}
    document["files"] = dict(sorted(manifest.files.items()))
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def manifest_from(text: str) -> Manifest:
    """The manifest in a file. Raises ``ValueError`` if it is none, or says another digest of all files than it has."""
    try:
        found = json.loads(text)
        tables = {key: {str(name): str(value) for name, value in found[key].items()} for key in ("tools", "files")}
        evidence, generator, address = (str(found[key]) for key in ("evidence", "generator", "address"))
        version = None if found["version"] is None else str(found["version"])
        manifest = Manifest(version, evidence, generator, address, tables["tools"], tables["files"])
        stated = found["output"]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"it is no manifest: {error!r}") from error
    if stated != manifest.output:
        raise ValueError("its digest of all files is not that of the files it lists")
    return manifest
