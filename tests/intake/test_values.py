from __future__ import annotations

import pytest

from generator.intake.schema.refusing import is_id, is_model_id, is_url
from generator.intake.wording import harmless, quoted, suggestion


@pytest.mark.parametrize("name", ["a", "paul-2022", "q0.16", "f1_score", "1.1", "w-fp32-a-q0.8", "a" * 80, "console"])
def test_ordinary_names_are_ids(name: str) -> None:
    assert is_id(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "A",
        "a b",
        "-a",
        ".x",
        "_a",
        "a.",
        "a/b",
        "..",
        "é",
        "a" * 81,
        "con",
        "nul.x",
        "com1",
        "lpt9.a",
        "index",
        "readme",
        "404",
        "search",
        "a\n",
        "a\u200b",
        "１",
        7,
        None,
        True,
    ],
)
def test_names_that_would_be_trouble_in_an_address_or_file_name_are_no_ids(name: object) -> None:
    assert not is_id(name)


def test_an_evidence_model_is_named_by_study_and_slug() -> None:
    assert is_model_id("paul-2022/q0.16")
    assert not any(map(is_model_id, ("paul-2022", "a/b/c", "/b", "a/", "a/index", 1)))


@pytest.mark.parametrize("url", ["https://doi.org/10.1000/182", "https://a.example/x?y=1#z", "https://[::1]/"])
def test_https_addresses_are_accepted(url: str) -> None:
    assert is_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example",
        "javascript:alert(1)",
        "https://",
        "https:///x",
        "https://user@a.example",
        "https://a b",
        "https://a.example/<x>",
        'https://a.example/"',
        "https://[::1",
        "//a.example",
        "https://é.example",
        1,
    ],
)
def test_other_addresses_are_refused(url: object) -> None:
    assert not is_url(url)


def test_echoed_text_can_neither_hide_nor_command() -> None:
    assert harmless("a\u202eb\x1b[31m\n\u200b") == "a\\u202eb\\u001b[31m\\n\\u200b"
    assert "::" not in harmless(":::::error::")
    assert "##[" not in harmless("##[error]")
    assert len(quoted("x" * 500)) <= 62


def test_suggestions_name_the_closest_or_all_of_a_few() -> None:
    assert suggestion("acuracy", ["accuracy", "f1_score"]) == "did you mean accuracy?"
    assert suggestion("zzz", ["b", "a"]) == "there is a and b"
    assert suggestion("zzz", [f"name{i}" for i in range(40)]) == ""
