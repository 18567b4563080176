"""Kinds of values in evidence files, each with the words that tell a person what is expected."""

from __future__ import annotations

import re
from datetime import date
from math import inf
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from generator.intake.scalars import LARGEST_NUMBER, LARGEST_NUMBER_WORDS
from generator.intake.schema.refusing import (
    ID_PATTERN,
    LONGEST_ID,
    is_filled,
    is_id,
    is_model_id,
    is_number,
    is_text,
    is_url,
    is_whole,
    matches,
    refusing,
    wrong,
)
from generator.model.release import VERSION_PATTERN, VERSION_WORDS

LONGEST_TEXT = 2000
LONGEST_LABEL = 20
MOST_ITEMS = 500
MOST_MODELS = 20_000
"""Evidence models of a synthesis."""
LARGEST_COUNT = 1_000_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2100
UNKNOWN = "unknown"
ID_WORDS = f"an id: at most {LONGEST_ID} small letters, digits, dots, hyphens and underscores, with no dot at the end"
DOI_PATTERN = r"10\.[0-9]{4,9}/[!-~]{1,200}"
ARXIV_PATTERN = r"([0-9]{4}\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?/[0-9]{7})(v[0-9]{1,2})?"
_ORCID = r"([0-9]{4}-){3}[0-9]{3}[0-9X]"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def _text_schema(longest: int, least: int = 1) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "minLength": least, "maxLength": longest})


def _pattern_schema(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^({pattern})$"})


def _number_schema(**limits: float) -> WithJsonSchema:
    return WithJsonSchema({"type": "number", **limits})


def _whole_schema(least: int, most: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "integer", "minimum": least, "maximum": most})


def is_doi(value: object) -> bool:
    """Whether this is a DOI and nothing else; a mark at its end belongs to the sentence it was copied from."""
    return matches(DOI_PATTERN)(value) and not str(value).endswith((".", ",", ";"))


def _as_date(value: Any) -> date | None:
    if value == UNKNOWN:
        return None
    try:
        if isinstance(value, str) and re.fullmatch(_DATE, value, re.ASCII):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise wrong("wrong-date", "a date such as 2024-05-31, or the word unknown")


def _or_unknown(value: Any) -> Any:
    return None if value == UNKNOWN else value


def _is_count_or_none(value: Any) -> bool:
    return value is None or is_whole(0, LARGEST_COUNT)(value)


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, tuple | dict) else (value,)


FILLED_LIST = refusing(is_filled(tuple, MOST_ITEMS), "not-a-list", f"a list of 1 to {MOST_ITEMS} items")
LONG_LIST = refusing(is_filled(tuple, MOST_MODELS), "not-a-list", f"a list of 1 to {MOST_MODELS} items")
FILLED_MAPPING = refusing(is_filled(dict, MOST_ITEMS), "not-a-mapping", f"keys with values, 1 to {MOST_ITEMS} of them")

Text = Annotated[
    str,
    _text_schema(LONGEST_TEXT),
    refusing(is_text(LONGEST_TEXT), "not-text", f"text of 1 to {LONGEST_TEXT} characters"),
]
Label = Annotated[
    str,
    _text_schema(LONGEST_LABEL),
    refusing(is_text(LONGEST_LABEL), "not-text", f"text of 1 to {LONGEST_LABEL} characters"),
]
Symbol = Annotated[
    str,
    _text_schema(LONGEST_LABEL, 0),
    refusing(
        lambda value: isinstance(value, str) and len(value) <= LONGEST_LABEL,
        "not-text",
        f'text of at most {LONGEST_LABEL} characters, or ""',
    ),
]
Id = Annotated[
    str,
    WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID}),
    refusing(
        is_id,
        "wrong-id",
        ID_WORDS,
    ),
]
ModelId = Annotated[
    str,
    _pattern_schema(f"{ID_PATTERN}/{ID_PATTERN}"),
    refusing(is_model_id, "wrong-id", "an evidence model as study/model, in small letters"),
]
Doi = Annotated[
    str,
    _pattern_schema(DOI_PATTERN),
    refusing(is_doi, "wrong-doi", "a DOI such as 10.1000/182, without https:// and without a full stop at the end"),
]
Arxiv = Annotated[
    str,
    _pattern_schema(ARXIV_PATTERN),
    refusing(matches(ARXIV_PATTERN), "wrong-arxiv", "an arXiv number in quotes, such as 2505.00816"),
]
VersionNumber = Annotated[
    str,
    _pattern_schema(VERSION_PATTERN),
    refusing(matches(VERSION_PATTERN), "wrong-version", f"{VERSION_WORDS}, in quotes"),
]
Orcid = Annotated[
    str,
    _pattern_schema(_ORCID),
    refusing(matches(_ORCID), "wrong-orcid", "an ORCID iD such as 0000-0002-1825-0097"),
]
Url = Annotated[
    str,
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"}),
    refusing(is_url, "wrong-url", "an address that starts with https://, without spaces"),
]
Date = Annotated[date | None, _pattern_schema(f"{_DATE}|{UNKNOWN}"), BeforeValidator(_as_date)]
Flag = Annotated[
    bool,
    WithJsonSchema({"type": "boolean"}),
    refusing(lambda value: isinstance(value, bool), "not-a-flag", "true or false"),
]
Number = Annotated[
    float,
    _number_schema(),
    refusing(
        is_number(-LARGEST_NUMBER, LARGEST_NUMBER),
        "beyond-limit",
        f"a number from -{LARGEST_NUMBER_WORDS} to {LARGEST_NUMBER_WORDS}",
    ),
    refusing(is_number(-inf, inf), "not-a-number", "a number"),
]
NotNegative = Annotated[
    float,
    _number_schema(minimum=0),
    refusing(is_number(0, LARGEST_NUMBER), "beyond-limit", f"a number of at most {LARGEST_NUMBER_WORDS}"),
    refusing(is_number(0, inf), "not-a-number", "a number that is not negative"),
]
Share = Annotated[
    float,
    _number_schema(minimum=0, maximum=1),
    refusing(is_number(0, 1), "not-a-number", "a number from 0 to 1"),
]
Count = Annotated[
    int,
    _whole_schema(1, LARGEST_COUNT),
    refusing(is_whole(1, LARGEST_COUNT), "not-a-count", f"a whole number from 1 to {LARGEST_COUNT:,}"),
]
MaybeCount = Annotated[
    int | None,
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0, "maximum": LARGEST_COUNT}, {"const": UNKNOWN}]}),
    refusing(_is_count_or_none, "not-a-count", f"a whole number from 0 to {LARGEST_COUNT:,}, or the word unknown"),
    BeforeValidator(_or_unknown),
]
Decimals = Annotated[
    int,
    _whole_schema(0, 12),
    refusing(is_whole(0, 12), "not-a-count", "a whole number from 0 to 12"),
]
Year = Annotated[
    int,
    _whole_schema(FIRST_YEAR, LAST_YEAR),
    refusing(is_whole(FIRST_YEAR, LAST_YEAR), "not-a-year", f"a year from {FIRST_YEAR} to {LAST_YEAR}"),
]
Texts = Annotated[tuple[Text, ...], FILLED_LIST]
Ids = Annotated[tuple[Id, ...], FILLED_LIST]
OneOrMany = Annotated[
    tuple[Text, ...],
    WithJsonSchema({"type": ["string", "array"], "minLength": 1, "items": {"type": "string", "minLength": 1}}),
    refusing(is_filled(tuple, MOST_ITEMS), "not-a-list", "text, or a list of texts"),
    BeforeValidator(_one_or_many),
]
