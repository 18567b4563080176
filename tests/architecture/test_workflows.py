"""What a security engineer would look for in the workflows, executed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.intake.schema import REVIEW_FORMS
from tests.conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def read(path: Path) -> dict[str, Any]:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_zizmor_finds_nothing() -> None:
    command = [Path(sys.executable).parent / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", GITHUB]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit_with_their_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


def test_an_action_is_pinned_to_one_commit_everywhere() -> None:
    pins = {pin for path in WORKFLOWS for pin in re.findall(r"uses: *(\S+@\S+)", path.read_text(encoding="utf-8"))}
    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_is_written_into_a_command(path: Path) -> None:
    for step in steps(read(path)):
        assert "${{" not in step.get("run", "") + step.get("with", {}).get("script", "")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_job_asks_for_the_permissions_it_needs_and_ends_in_time(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 60


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_token_is_left_in_the_checked_out_repository(path: Path) -> None:
    checkouts = [step for step in steps(read(path)) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False] * len(checkouts)


def test_what_runs_code_of_a_pull_request_can_only_read() -> None:
    workflow = read(GITHUB / "workflows/checks.yml")
    assert "pull_request_target" not in workflow["on"]
    assert all(job["permissions"] == {"contents": "read"} for job in workflow["jobs"].values())
    assert "secrets." not in (GITHUB / "workflows/checks.yml").read_text(encoding="utf-8")


def test_what_may_comment_runs_nothing_of_the_pull_request() -> None:
    workflow = read(GITHUB / "workflows/comment.yml")
    assert set(workflow["on"]) == {"workflow_run"}
    assert [step.get("uses", "").partition("@")[0] for step in steps(workflow)] == [
        "actions/download-artifact",
        "actions/github-script",
    ]
    assert not any("run" in step for step in steps(workflow))


def test_only_one_publisher_runs_at_a_time_and_none_is_stopped() -> None:
    workflow = read(GITHUB / "workflows/publish.yml")
    assert workflow["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert "pull_request" not in workflow["on"]


def test_the_commands_of_the_workflows_are_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    used = {target for path in WORKFLOWS for step in steps(read(path)) for target in _made(step.get("run", ""))}
    assert used >= {"pr-evidence", "lint", "test", "publish"}
    assert used <= targets


def _made(command: str) -> list[str]:
    return re.findall(r"^ *make ([a-z-]+)", command, re.M)


def test_updates_of_actions_and_libraries_are_asked_for() -> None:
    asked = {one["package-ecosystem"] for one in read(GITHUB / "dependabot.yml")["updates"]}
    assert asked == {"github-actions", "uv"}


def test_every_folder_that_has_an_owner_exists() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.removeprefix("# ").split() for line in lines if re.match(r"(# )?[*/]", line)]
    assert {"/evidence/", "/.github/"} <= {rule[0] for rule in rules}
    assert all((ROOT / rule[0].strip("/")).exists() for rule in rules if rule[0] != "*")


def test_every_label_of_a_form_is_described() -> None:
    described = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    forms = [read(path) for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml"]
    assert len(forms) == 2
    assert [label for form in forms for label in form["labels"] if f"| `{label}` |" not in described] == []


def test_the_editor_knows_the_schema_of_every_kind_of_file() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    named = {Path(schema).name.removesuffix(".schema.json") for schema in settings["yaml.schemas"]}
    assert named == {"study", "synthesis", *REVIEW_FORMS}
    assert all((ROOT / schema).exists() for schema in settings["yaml.schemas"])
