"""What the generator is made of is known, licensed compatibly, and listed without a gap."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from tests.conftest import ROOT
from tools.bill_of_materials import VENDORED, bill, licence

KNOWN = re.compile(
    r"\b(MIT|BSD|0BSD|BSD-[23]-Clause|Apache|Apache-2\.0|PSF-2\.0|MPL-2\.0|Mozilla|Zlib|CC0-1\.0|OFL-1\.1)\b"
)
"""Licences under which a library may run beside, and be named in, software under the Apache License 2.0. The Mozilla
licence binds the files of a library only, and those are not changed here."""

NEVER = re.compile(r"\b(A?GPL|LGPL|SSPL|BUSL|CC-BY-NC|Commons Clause|Proprietary)", re.IGNORECASE)


def runtime() -> list[dict[str, Any]]:
    """The locked packages that ``living-review`` needs, by walking the lock file from it."""
    locked = {one["name"]: one for one in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]}
    waiting, found = ["living-review"], {}
    while waiting:
        name = waiting.pop()
        if name not in found and name in locked:
            found[name] = locked[name]
            waiting.extend(one["name"] for one in locked[name].get("dependencies", []))
    found.pop("living-review")
    return list(found.values())


def exported() -> dict[str, Any]:
    packages = [
        {
            "type": "library",
            "bom-ref": one["name"],
            "name": one["name"],
            "version": one["version"],
            "externalReferences": [
                {"url": f"https://host/{one['name']}.whl", "hashes": [{"alg": "SHA-256", "content": "0" * 64}]}
            ],
        }
        for one in runtime()
    ]
    return {"metadata": {"component": {"name": "living-review"}}, "components": packages, "dependencies": []}


def made() -> dict[str, Any]:
    return bill(exported(), json.loads(VENDORED.read_text(encoding="utf-8")))


def test_every_library_states_a_licence_that_may_be_combined_with_ours():
    assert len(runtime()) > 30
    stated = {one["name"]: licence(one["name"]) for one in runtime()}
    absent = {"colorama", "tzdata", "pywin32", "importlib-metadata", "zipp"}  # Of other systems or older Pythons.
    wrong = {name: text for name, text in stated.items() if not KNOWN.search(text) or NEVER.search(text)}
    assert {name: text for name, text in wrong.items() if text or name not in absent} == {}


def test_what_a_site_brings_along_is_licensed_and_its_licences_are_shipped():
    vendored = json.loads(VENDORED.read_text(encoding="utf-8"))
    assert all(KNOWN.fullmatch(one["licence"]) for one in vendored["packages"].values())
    assert len(list((VENDORED.parent / "licences").glob("*.txt"))) == len(vendored["packages"])


def test_the_bill_lists_every_library_and_asset_with_version_and_hash():
    listed = {one["name"]: one for one in made()["components"]}
    assert {one["name"] for one in runtime()} < listed.keys()
    assert {"vega", "vega-lite", "vega-embed"} < listed.keys()
    assert all(one["version"] and one["properties"] for one in listed.values())


def test_the_bill_names_no_host_and_no_moment():
    text = json.dumps(made())
    assert "https://" not in text
    assert "timestamp" not in text
    assert "serialNumber" not in text


def test_every_locked_file_has_a_hash():
    for package in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]:
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        assert files or package["source"].keys() & {"editable", "virtual"}, package["name"]
        assert all(one["hash"].startswith("sha256:") for one in files), package["name"]
