"""The validators behind the kinds of values: a test, and the words for what it expects."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

Test = Callable[[Any], bool]
ID_PATTERN = r"[a-z0-9][a-z0-9._-]*"
LONGEST_ID = 80
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|index|readme|404|search)(\..*)?", re.IGNORECASE)


class Form(BaseModel):
    """A group of keys. Unknown keys are refused, and no value is bent to fit."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def wrong(kind: str, expected: str) -> PydanticCustomError:
    """The error of a value that is not what is expected."""
    return PydanticCustomError("evidence", "{expected}", {"expected": expected, "kind": kind})


def refusing(test: Test, kind: str, expected: str) -> BeforeValidator:
    """Refuses every value that fails the test."""

    def validate(value: Any) -> Any:
        if not test(value):
            raise wrong(kind, expected)
        return value

    return BeforeValidator(validate)


def word(*words: str, kind: str = "wrong-word") -> BeforeValidator:
    """Accepts one of these words."""
    listed = f"{', '.join(words[:-1])} or {words[-1]}"
    return refusing(lambda value: isinstance(value, str) and value in words, kind, listed)


def words_schema(*words: str) -> WithJsonSchema:
    """The JSON Schema of one of these words."""
    return WithJsonSchema({"type": "string", "enum": [str(each) for each in words]})


def is_text(longest: int) -> Test:
    """Text that is not blank and not longer than this."""
    return lambda value: isinstance(value, str) and bool(value.strip()) and len(value) <= longest


def is_id(value: object) -> bool:
    """Whether the value may name a study, an effect and the like: it becomes a part of addresses and file names."""
    if not isinstance(value, str) or len(value) > LONGEST_ID or value.endswith("."):
        return False
    return bool(re.fullmatch(ID_PATTERN, value)) and not _RESERVED.fullmatch(value)


def is_model_id(value: object) -> bool:
    """``study/model``."""
    return isinstance(value, str) and value.count("/") == 1 and all(map(is_id, value.split("/")))


def is_number(least: float, most: float) -> Test:
    """A number within these limits; true and false are none."""

    def test(value: Any) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most

    return test


def is_whole(least: int, most: int) -> Test:
    """A whole number within these limits, written as one: 5, not 5.0."""
    return lambda value: type(value) is int and least <= value <= most


def matches(pattern: str) -> Test:
    """Text of this pattern."""
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def is_url(value: object) -> bool:
    """An https address with a host, without a user, and without characters that would need escaping."""
    if not isinstance(value, str) or not re.fullmatch(r"https://[!-~]{1,500}", value):
        return False
    try:
        parts = urlsplit(value)
        return bool(parts.hostname) and "@" not in parts.netloc and not set(value) & set('"<>\\^`{|}')
    except ValueError:
        return False


def is_filled(kind: type, most: int) -> Test:
    """A list, or a mapping, with something in it."""
    return lambda value: isinstance(value, kind) and 0 < len(value) <= most  # type: ignore[arg-type]
