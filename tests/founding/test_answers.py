"""What a team says about its review, and what becomes of it."""

from __future__ import annotations

import pytest

from generator.founding.answers import charter, from_file, several
from generator.founding.charter import Charter, FoundingError

TWO = ("Defects, lower, per kLOC", "Knowledge spread, higher, %")


def asked(**answers: str | tuple[str, ...]) -> Charter:
    given = {"subject": "pair programming", "effects": TWO, **answers}
    return charter({key: (told,) if isinstance(told, str) else told for key, told in given.items()})


def test_subject_and_two_effects_are_enough() -> None:
    made = asked()
    assert (made.id, made.title) == ("pair-programming", "What does pair programming do?")
    assert [(one.id, one.higher_is_better, one.unit_id, one.symbol) for one in made.outcomes] == [
        ("defects", False, "per_kloc", "per kLOC"),
        ("knowledge_spread", True, "percent", "%"),
    ]
    assert made.people == ("Contributors to this living review",)
    assert made.owners == ()


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"subject": " "}, "--subject"),
        ({"effects": ()}, "--effect 'Defects, lower"),
        ({"effects": TWO[:1]}, "name 2 to 30 effects"),
        ({"effects": ("Defects", *TWO)}, "'Defects' does not say an effect"),
        ({"effects": ("Defects, fewer", *TWO)}, "higher|lower|Lead time, lower, hours"),
        ({"effects": (*TWO, "Defects, lower")}, "is there twice"),
        ({"effects": ("Defects, lower, defects per thousand lines", *TWO)}, "at most 20 characters"),
        ({"effects": ("欠陥, lower, %", *TWO)}, "does not say an effect"),
        ({"id": "Pair Programming"}, "small letters"),
        ({"contact": "me@example.org"}, "https://"),
        ({"repository": "git@example.org:a/b"}, "https://"),
        ({"owners": ("@a b",)}, "@organization/team"),
        ({"licence": "as you like"}, "Apache-2.0"),
    ],
)
def test_what_cannot_be_is_said_with_a_remedy(answers: dict[str, str], says: str) -> None:
    with pytest.raises(FoundingError) as refused:
        asked(**answers)
    assert any(one in str(refused.value) for one in says.split("|"))


def test_a_file_of_answers_says_the_same_as_options() -> None:
    text = (
        "subject: pair programming\n"
        "effects:\n"
        "  - {title: Defects, better: lower, unit: per kLOC}\n"
        '  - "Knowledge spread, higher, %"\n'
        "owners: [acme/curators]\n"
    )
    assert charter(from_file(text)) == asked(owners="@acme/curators")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "cannot be read"),
        ("subject: [", "cannot be read"),
        ("sujbect: x\n", "did you mean subject?"),
        ("subject: {a: {b: c}}\n", "is not text"),
        ("people: [{}]\n", "is not text"),
    ],
)
def test_a_file_that_holds_something_else_is_refused(text: str, says: str) -> None:
    with pytest.raises(FoundingError, match=says.replace("?", r"\?")):
        from_file(text)


def test_only_what_may_be_repeated_is_taken_apart_on_a_terminal() -> None:
    assert several("effects", "A, lower; B, higher;") == ("A, lower", "B, higher")
    assert several("title", "What; and why?") == ("What; and why?",)
