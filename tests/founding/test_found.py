"""The folder of a new review, whatever its team calls things."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from generator.founding.charter import Charter, FoundingError, Outcome
from generator.founding.found import found
from generator.founding.origin import Origin, origin
from generator.intake import load
from generator.intake.json_schema import schema_texts
from tests.architecture.test_workflows import WORKFLOWS, read, steps
from tests.conftest import ROOT
from tests.intake.test_json_schema import as_json

PINNED = "git+https://example.org/a/living-review@" + "0123456789" * 4
HOSTILE = "x\": [&a *b] # <b onclick=1> `{{ 7 }}` ${{ github.token }} $(date) @id@ @everybody 'é"
PAIR = Charter(
    id="pair-programming",
    title="What does pair programming do?",
    subject="pair programming",
    question="Is it worth it?",
    technique="Driver and navigator",
    outcomes=(
        Outcome("defects", "Defects", False, "per kLOC"),
        Outcome("effort", "Effort", False, "hours"),
        Outcome("spread", "Knowledge spread", True, "%"),
    ),
    people=("A. Curator",),
    owners=("@acme/curators",),
)
ODD = Charter(
    id="odd",
    title=HOSTILE,
    subject=HOSTILE,
    question=HOSTILE,
    technique="not reported",
    outcomes=(Outcome("one", HOSTILE[:60], True, 'k"L: #'), Outcome("two", "yes", False, "")),
    people=(HOSTILE, "null"),
)


@pytest.fixture(scope="module", params=[PAIR, ODD], ids=lambda charter: charter.id)
def charter(request: pytest.FixtureRequest) -> Charter:
    return request.param


@pytest.fixture(scope="module")
def folder(charter: Charter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("founding") / charter.id
    found(charter, made, Origin(PINNED))
    return made


def test_it_passes_check_but_for_the_doubt_about_its_invented_study(charter: Charter, folder: Path) -> None:
    loaded = load(folder / "evidence")
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.review is not None
    assert [warning.kind for warning in loaded.review.warnings] == ["invented-example"]
    assert loaded.review.question.title == charter.title
    assert [effect.title for effect in loaded.review.rules.effects] == [one.title for one in charter.outcomes]


def test_its_annotated_example_is_a_study_that_can_take_the_place_of_the_invented_one(
    folder: Path, tmp_path: Path
) -> None:
    evidence = Path(shutil.copytree(folder / "evidence", tmp_path / "evidence"))
    (evidence / "studies/example.yaml").unlink()
    shutil.copy(evidence / "annotated-example.yaml", evidence / "studies")
    plan = evidence / "syntheses/full.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("- example/first", "- annotated-example/first"))
    loaded = load(evidence)
    assert loaded.review is not None, loaded.problems
    assert loaded.review.warnings == ()


def test_its_files_fit_the_schemas_that_its_editors_use(folder: Path) -> None:
    schemas = folder / "evidence/schemas"
    assert {path.name: path.read_text(encoding="utf-8") for path in schemas.iterdir()} == schema_texts()
    for path in [*(folder / "evidence").glob("*/*.yaml"), folder / "evidence/annotated-example.yaml"]:
        named = re.match(r"# yaml-language-server: \$schema=\.\./schemas/(.*)\n", path.read_text(encoding="utf-8"))
        assert named, path
        schema = Draft202012Validator(json.loads((schemas / named[1]).read_text(encoding="utf-8")))
        assert list(schema.iter_errors(as_json(path))) == [], path


def test_nothing_is_left_to_replace_and_no_other_topic_is_spoken_of(tmp_path: Path) -> None:
    folder = tmp_path / "review"
    found(PAIR, folder, Origin(PINNED))
    words = re.compile(r"@(title|subject|question|people|technique|id)[a-z_]*@|quanti[sz]|deep.learning", re.I)
    files = [path for path in folder.rglob("*") if path.is_file()]
    spoken = {path.name: words.findall(path.read_text(encoding="utf-8")) for path in files}
    assert len(files) > 50
    assert {name for name, said in spoken.items() if said} == set()


def test_what_the_team_wrote_stays_text_in_what_people_read(folder: Path) -> None:
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "<b onclick" not in readme
    for path in folder.glob(".github/**/*.yml"):
        assert read(path)


def test_a_folder_that_holds_something_is_left_as_it_is(folder: Path, tmp_path: Path) -> None:
    before = (folder / "README.md").read_bytes()
    with pytest.raises(FoundingError, match="holds something"):
        found(PAIR, folder, Origin(PINNED))
    assert (folder / "README.md").read_bytes() == before
    (tmp_path / ".git").mkdir()
    found(PAIR, tmp_path, Origin(PINNED))
    assert (tmp_path / "evidence").is_dir()


def test_nothing_is_left_behind_when_it_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Origin, folder: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Origin, "write", full)
    with pytest.raises(OSError, match="No space"):
        found(PAIR, tmp_path / "review", Origin(PINNED))
    assert list(tmp_path.iterdir()) == []


def test_owners_are_rules_only_where_somebody_was_named(charter: Charter, folder: Path) -> None:
    lines = (folder / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert bool(rules) == bool(charter.owners)
    assert all(line.split()[1:] == list(charter.owners) for line in rules)


def test_its_workflows_call_targets_that_its_makefile_has(folder: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (folder / "Makefile").read_text(encoding="utf-8"), re.M))
    commands = [step.get("run", "") for path in folder.glob(".github/workflows/*.yml") for step in steps(read(path))]
    used = {target for command in commands for target in re.findall(r"^ *make ([a-z-]+)", command, re.M)}
    assert used >= {"pr-evidence", "build", "publish"}
    assert used <= targets


def test_its_actions_are_pinned_to_the_commits_that_ours_are() -> None:
    ours = {pin for path in WORKFLOWS for pin in re.findall(r"uses: *(\S+)", path.read_text(encoding="utf-8"))}
    kept = (ROOT / "review_template/kept/.github/workflows").glob("*.yml")
    assert {pin for path in kept for pin in re.findall(r"uses: *(\S+)", path.read_text(encoding="utf-8"))} <= ours


def test_its_libraries_are_the_ones_that_were_tested_here() -> None:
    text = (ROOT / "review_template/kept/requirements.txt").read_text(encoding="utf-8")
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    known = {(one["name"], one.get("version")): _hashes(one) for one in locked}
    blocks = re.findall(r"^([a-z0-9-]+)(?:\[[a-z]+\])?==(\S+)(.*(?:\n    .*)*)", text, re.M)
    pinned = {(name, version): set(re.findall(r"sha256:[0-9a-f]{64}", rest)) for name, version, rest in blocks}
    assert pinned
    assert {key for key, hashes in pinned.items() if not hashes or hashes != known.get(key)} == set(), "run: make lock"
    (ours,) = (one for one in locked if one["name"] == "living-review")
    needed = {one["name"] for one in [*ours["dependencies"], *ours["dev-dependencies"]["build"]]}
    assert needed <= {name for name, _ in pinned}, "run: make lock"


def _hashes(package: dict[str, object]) -> set[str]:
    files = [*package.get("wheels", []), package.get("sdist", {})]  # type: ignore[misc]
    return {one["hash"] for one in files if "hash" in one}


@pytest.mark.parametrize("address", ["main", "git+https://example.org/a@main", "https://example.org/a@" + "0" * 40, ""])
def test_an_address_without_a_commit_is_refused(address: str) -> None:
    with pytest.raises(FoundingError, match="names no commit"):
        origin(address)


def test_from_a_plain_checkout_a_copy_comes_along(tmp_path: Path) -> None:
    origin(None).write(tmp_path)
    assert (tmp_path / "generator.txt").read_text() == "./living-review\n"
    copy = tmp_path / "living-review"
    for name in (
        "generator/cli.py",
        "site_templates/pages/home.md.j2",
        "review_template/kept/mkdocs.yml",
        "mkdocs.yml",
    ):
        assert (copy / name).read_bytes() == (ROOT / name).read_bytes()
    assert not any(path.is_symlink() or path.suffix == ".pyc" for path in copy.rglob("*"))


def test_files_of_both_kinds_of_repository_are_links_and_lead_somewhere() -> None:
    links = [path for path in (ROOT / "review_template").rglob("*") if path.is_symlink()]
    assert len(links) >= 10
    assert all(path.resolve().is_file() and path.resolve().is_relative_to(ROOT) for path in links)
    assert YAML(typ="safe").load((ROOT / "review_template/kept/.github/dependabot.yml").read_text())["version"] == 2


def test_zizmor_finds_nothing_in_its_workflows(folder: Path) -> None:
    zizmor = [Path(sys.executable).parent / "zizmor", "--offline", "--no-progress", "--persona", "pedantic"]
    done = subprocess.run([*zizmor, folder / ".github"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
