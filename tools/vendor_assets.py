"""Vendors the browser files of the site: `make vendor` makes them again, `--check` compares the tree.

`vendor.lock.json` names every npm package (version, integrity) and every file made from it (SHA-256).
Each archive that npm packs is compared with its integrity, and each file made from it with its SHA-256.
`--update` takes the versions from the lock file and writes integrity and SHA-256 as found.
"""

import argparse
import base64
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parent.parent / "site_templates" / "assets" / "vendor"
LOCK = VENDOR / "vendor.lock.json"

Lock = dict[str, Any]
Packages = Mapping[str, Mapping[str, bytes]]

SANS = "@fontsource-variable/source-sans-3"
SERIF = "@fontsource-variable/source-serif-4"
MATHS = "@fontsource/stix-two-math"

BUNDLE = {
    "vega": "build/vega.min.js",
    "vega-lite": "build/vega-lite.min.js",
    "vega-embed": "build/vega-embed.min.js",
}
COPIED = {
    "fonts/source-sans-3-latin-wght-normal.woff2": SANS,
    "fonts/source-sans-3-latin-wght-italic.woff2": SANS,
    "fonts/source-sans-3-latin-ext-wght-normal.woff2": SANS,
    "fonts/source-sans-3-greek-wght-normal.woff2": SANS,
    "fonts/source-serif-4-latin-wght-normal.woff2": SERIF,
    "fonts/source-serif-4-latin-ext-wght-normal.woff2": SERIF,
}
LICENCES = {
    "licences/vega.txt": "vega",
    "licences/vega-lite.txt": "vega-lite",
    "licences/vega-embed.txt": "vega-embed",
    "licences/source-sans-3.txt": SANS,
    "licences/source-serif-4.txt": SERIF,
    "licences/stix-two-math.txt": MATHS,
}
MEASURING_WEIGHTS = {"Regular": 400, "SemiBold": 600}
# "Source" is a reserved name under the Open Font License, so a font derived from it carries another one.
MEASURING_FAMILY = "Living Review Sans"
# Latin, Greek, punctuation, sub- and superscripts, letterlike signs, arrows, operators, brackets, alphabets.
MATHS_CHARACTERS = (
    "U+20-7E,U+A0-FF,U+131,U+237,U+300-338,U+370-3FF,U+2000-206F,U+2070-209F,U+2100-214F,U+2190-21FF,"
    "U+2200-22FF,U+2308-230B,U+23B4-23E1,U+27E6-27EF,U+2A00-2AFF,U+1D400-1D7FF"
)


def main() -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(description="Vendor the browser files of the site.")
    parser.add_argument("--check", action="store_true", help="only compare the tree with the lock file")
    parser.add_argument("--update", action="store_true", help="write what is found into the lock file")
    options = parser.parse_args()
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    faults = list(differences(lock)) if options.check else vendor(lock, update=options.update)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def differences(lock: Lock) -> Iterator[str]:
    """Yield one sentence for every vendored file that is missing, changed or unknown to the lock file."""
    for name, sha256 in lock["files"].items():
        path = VENDOR / name
        if not path.is_file():
            yield f"{name} is missing: run `make vendor`."
        elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            yield f"{name} is not what vendor.lock.json says: run `make vendor`."
    known = {*lock["files"], "README.md", LOCK.name}
    for path in sorted(VENDOR.rglob("*")):
        if path.is_file() and path.relative_to(VENDOR).as_posix() not in known:
            yield f"{path.relative_to(VENDOR).as_posix()} is not in vendor.lock.json."


def vendor(lock: Lock, update: bool) -> list[str]:
    """Fetch the packages, make the files and write them; return what differs from the lock file."""
    packages, faults = fetch(lock, update)
    if faults:
        return faults
    files = make(packages, {name: entry["version"] for name, entry in lock["packages"].items()})
    for name, content in files.items():
        (VENDOR / name).parent.mkdir(parents=True, exist_ok=True)
        (VENDOR / name).write_bytes(content)
    if update:
        lock["files"] = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
        LOCK.write_text(json.dumps(lock, indent=2) + "\n", encoding="utf-8")
    return list(differences(lock))


def fetch(lock: Lock, update: bool) -> tuple[Packages, list[str]]:
    """Return the files of each package by path, and a sentence for each archive of another integrity."""
    packages, faults = {}, []
    for name, entry in lock["packages"].items():
        archive = pack(name, entry["version"])
        integrity = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()
        if update:
            entry["integrity"] = integrity
        elif entry["integrity"] != integrity:
            faults.append(f"{name} {entry['version']} has the integrity {integrity}, not the locked one.")
        packages[name] = unpack(archive)
    return packages, faults


def pack(name: str, version: str) -> bytes:
    """Return the archive that npm serves for a package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", "--pack-destination", folder, f"{name}@{version}"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (archive,) = Path(folder).glob("*.tgz")
        return archive.read_bytes()


def unpack(archive: bytes) -> dict[str, bytes]:
    """Return the regular files of an npm archive by their path inside its top folder."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        members = {member.name: tar.extractfile(member) for member in tar if member.isfile()}
        return {name.partition("/")[2]: stream.read() for name, stream in members.items() if stream}


def make(packages: Packages, versions: Mapping[str, str]) -> dict[str, bytes]:
    """Return every vendored file by its path under the vendor folder."""
    sans = packages[SANS]["files/source-sans-3-latin-wght-normal.woff2"]
    maths = packages[MATHS]["files/stix-two-math-latin-400-normal.woff2"]
    return {
        "vega-bundle.js": bundle(packages, versions),
        **{name: packages[package]["files/" + Path(name).name] for name, package in COPIED.items()},
        **{name: packages[package]["LICENSE"] for name, package in LICENCES.items()},
        "fonts/stix-two-math.woff2": edit_font(maths, keep_maths, "woff2"),
        **{
            f"measuring/living-review-sans-{weight}.ttf": edit_font(sans, at_weight(weight, style), None)
            for style, weight in MEASURING_WEIGHTS.items()
        },
    }


def bundle(packages: Packages, versions: Mapping[str, str]) -> bytes:
    """Concatenate the minified builds, each of which sets one global: vega, vegaLite, vegaEmbed."""
    parts = ["/*! " + ", ".join(f"{name} {versions[name]}" for name in BUNDLE) + "; licences/vega*.txt */"]
    parts += [packages[name][path].decode() for name, path in BUNDLE.items()]
    # The source maps are not vendored, and a browser would ask for them.
    return (re.sub(r"\n?//# sourceMappingURL=.*", "", "\n".join(parts)).rstrip() + "\n").encode()


def edit_font(content: bytes, edit: Callable[[Any], None], flavor: str | None) -> bytes:
    """Change a font in memory; the same input gives the same bytes."""
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    edit(font)
    font.flavor = flavor
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def keep_maths(font: Any) -> None:
    """Keep the characters that formulas need, with all their variants and the MATH table."""
    from fontTools import subset

    options = subset.Options(layout_features=["*"], name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(MATHS_CHARACTERS))
    subsetter.subset(font)


def at_weight(weight: int, style: str) -> Callable[[Any], None]:
    """Return an edit that fixes a variable font at one weight and gives it the measuring name."""

    def edit(font: Any) -> None:
        from fontTools.varLib.instancer import instantiateVariableFont

        instantiateVariableFont(font, {"wght": weight}, inplace=True)
        names = font["name"]
        names.names = [record for record in names.names if record.nameID in (0, 5, 13, 14)]
        full_name = f"{MEASURING_FAMILY} {style}"
        texts = {1: MEASURING_FAMILY, 2: style, 3: full_name, 4: full_name, 6: full_name.replace(" ", "")}
        for name_id, text in texts.items():
            names.setName(text, name_id, 3, 1, 0x409)
        del font["STAT"]

    return edit


if __name__ == "__main__":
    sys.exit(main())
