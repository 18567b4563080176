"""JSON Schemas of the evidence files, so that editors can complete and check them while one types."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.intake.schema import REVIEW_FORMS
from generator.intake.schema.refusing import Form
from generator.intake.schema.study import StudyForm
from generator.intake.schema.synthesis import SynthesisForm

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _WithoutNull(GenerateJsonSchema):
    """A key may be left out, but not be left empty."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of the value alone."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """No default where a key may be left out."""
        result = super().default_schema(schema)
        if result.get("default", 0) is None:
            del result["default"]
        return result


def json_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file, by the name of the file to write it to."""
    forms: dict[str, type[Form]] = {"study": StudyForm, "synthesis": SynthesisForm, **REVIEW_FORMS}
    return {f"{name}.schema.json": _schema(form) for name, form in forms.items()}


def schema_texts() -> dict[str, str]:
    """The same as the files of ``evidence/schemas/``, which ``living-review schemas`` writes."""
    return {name: f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n" for name, schema in json_schemas().items()}


def _schema(form: type[Form]) -> dict[str, Any]:
    schema = form.model_json_schema(schema_generator=_WithoutNull)
    title = (form.__doc__ or "").strip().rstrip(".")
    return {"$schema": DIALECT, **schema, "title": title}
