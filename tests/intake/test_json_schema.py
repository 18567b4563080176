from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.intake.json_schema import json_schemas, schema_texts
from generator.intake.node import plain_data
from generator.intake.schema import REVIEW_FORMS
from generator.intake.yaml_reader import read_yaml

EVIDENCE = Path(__file__).parents[2] / "evidence"
SCHEMAS = json_schemas()
FILES = (
    [(path, "study") for path in sorted((EVIDENCE / "studies").glob("*.yaml"))]
    + [(path, "synthesis") for path in sorted((EVIDENCE / "syntheses").glob("*.yaml"))]
    + [(path, path.stem) for path in sorted((EVIDENCE / "review").glob("*.yaml"))]
    + [(EVIDENCE / "annotated-example.yaml", "study")]
)


def as_json(path: Path) -> Any:
    root = read_yaml(path.name, path.read_text(encoding="utf-8")).root
    assert root is not None
    return json.loads(json.dumps(plain_data(root)))


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert set(SCHEMAS) == {f"{name}.schema.json" for name in ("study", "synthesis", *REVIEW_FORMS)}


def test_the_written_schemas_are_up_to_date() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (EVIDENCE / "schemas").iterdir()}
    assert written == schema_texts(), "evidence/schemas/ is out of date; run: living-review schemas"


@pytest.mark.parametrize(("path", "kind"), FILES, ids=lambda value: getattr(value, "name", value))
def test_every_file_tells_editors_its_schema(path: Path, kind: str) -> None:
    """By a path that holds in a subfolder: the annotated example is there to be copied into one."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../schemas/{kind}.schema.json"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize(("path", "kind"), FILES, ids=lambda value: getattr(value, "name", value))
def test_shipped_files_fit_their_schema(path: Path, kind: str) -> None:
    errors = list(Draft202012Validator(SCHEMAS[f"{kind}.schema.json"]).iter_errors(as_json(path)))
    assert [error.message for error in errors] == []


def test_schemas_refuse_unknown_keys_and_empty_values() -> None:
    validator = Draft202012Validator(SCHEMAS["study.schema.json"])
    study = as_json(EVIDENCE / "studies" / "paul-2022.yaml")
    assert not validator.is_valid(study | {"colour": "red"})
    assert not validator.is_valid(study | {"venue": None})
    assert not validator.is_valid(study | {"year": "2022"})


def test_every_key_of_a_study_is_explained() -> None:
    schema = SCHEMAS["study.schema.json"]
    groups = [schema, *schema["$defs"].values()]
    properties = [(name, each) for group in groups for name, each in group.get("properties", {}).items()]
    unexplained = {name for name, each in properties if "description" not in each and "$ref" not in each}
    assert unexplained == set()
