"""Write the software bill of materials (CycloneDX 1.5): every library that the generator runs with, and everything that
a published site brings along, with versions, hashes and licences.

Standard input is what ``uv export --format cyclonedx1.5`` says of the lock file. Two runs give the same bytes: it holds
neither a moment nor a number made up for the occasion, and no address from which a library was once fetched.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
VENDORED = ROOT / "site_templates/assets/vendor/vendor.lock.json"


def bill(exported: dict[str, Any], vendored: dict[str, Any]) -> dict[str, Any]:
    """The bill of what was ``exported`` from the lock file of Python and of what is ``vendored`` into a site."""
    libraries = [_library(one) for one in exported["components"]]
    assets = [_asset(name, one) for name, one in vendored["packages"].items()]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": exported["metadata"]["component"]},
        "components": [*libraries, *assets],
        "dependencies": exported["dependencies"],
    }


def licence(name: str) -> str:
    """The licence that an installed library states: an SPDX expression where it gives one. Empty if it states none."""
    try:
        stated = metadata(name)
    except PackageNotFoundError:
        return ""
    classified = [each.rpartition(" :: ")[2] for each in stated.get_all("Classifier") or [] if "License ::" in each]
    short = [each for each in [stated.get("License")] if each and len(each) < 60 and each != "UNKNOWN"]
    return stated.get("License-Expression") or " OR ".join(classified or short)


def _library(found: dict[str, Any]) -> dict[str, Any]:
    hashes = sorted({(each["alg"], each["content"]) for each in _hashes(found)})
    stated = licence(found["name"])
    return {
        **{key: value for key, value in found.items() if key != "externalReferences"},
        "properties": [
            *found.get("properties", []),
            *({"name": f"file:{alg}", "value": value} for alg, value in hashes),
        ],
        **({"licenses": [{"license": {"name": stated}}]} if stated else {}),
    }


def _hashes(found: dict[str, Any]) -> Iterator[dict[str, str]]:
    for reference in found.get("externalReferences", []):
        if urlsplit(reference["url"]).path.endswith((".whl", ".tar.gz", ".zip")):
            yield from reference.get("hashes", [])


def _asset(name: str, one: dict[str, str]) -> dict[str, Any]:
    purl = f"pkg:npm/{name.replace('@', '%40')}@{one['version']}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": one["version"],
        "purl": purl,
        "properties": [{"name": "npm:integrity", "value": one["integrity"]}],
        "licenses": [{"license": {"id": one["licence"]}}],
    }


if __name__ == "__main__":
    made = bill(json.load(sys.stdin), json.loads(VENDORED.read_text(encoding="utf-8")))
    sys.stdout.write(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
