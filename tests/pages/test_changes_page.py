"""The page that says what changed since the version before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from generator.changes import compare
from generator.conclude import conclude
from generator.model.change import RANGE_CHANGES
from generator.model.release import History
from generator.model.review import Review
from generator.pages.content import Content
from generator.pages.kinds import changes
from tests.changes import ADD, CORRECT, DISCOUNT, READING, REMOVE, TINY, reviewed
from tests.conftest import CASE_STUDY, SHIPPED, read
from tests.pages.poison import HOSTILE, PLAIN, Elements, poisoned
from tests.pages.test_study_pages import elements


def after(old: Review, new: Review) -> Content:
    history = History("", "2.0", None, (), old, "1.0")
    return replace(conclude(new), history=history, comparison=compare(old, new, "1.0", "2.0"))


def shown(content: Content) -> Elements:
    (page,) = changes.pages(content)
    return elements(content, page)


def text(found: Elements) -> str:
    return " ".join("".join(found.text).split())


@pytest.fixture(scope="module")
def whole() -> tuple[Content, Elements]:
    content = after(read(CASE_STUDY), read(SHIPPED))
    return content, shown(content)


def test_every_conclusion_whose_range_changed_is_named_with_a_link_to_it(whole):
    content, found = whole
    links = [attributes.get("href") for tag, attributes in found.found if tag == "a"]
    for one in content.comparison.claims:
        if one.kind in RANGE_CHANGES:
            assert f"change-{one.synthesis}-{one.effect}" in found.ids
            assert f"findings/{one.synthesis}/{one.effect}.html" in links


def test_studies_that_came_and_went_are_linked(whole):
    links = [attributes.get("href") for tag, attributes in whole[1].found if tag == "a"]
    assert {"studies/dubhir-2021.html", "studies/geens-2024.html", "studies/tao-2022.html"} <= set(links)


def test_no_anchor_is_there_twice(whole):
    assert [one for one, count in Counter(whole[1].ids).items() if count > 1] == []


def test_the_first_version_and_one_that_was_never_released_say_so():
    content = conclude(read(TINY))
    assert "This review was never released." in text(shown(content))
    first = replace(content, history=History("", "1.0"))
    assert "This is the first version of the review, 1.0." in text(shown(first))


def test_nothing_changes_is_said_in_one_line():
    found = shown(after(read(TINY), read(TINY)))
    assert "Nothing changes from version 1.0 to version 2.0." in text(found)
    assert [tag for tag, _ in found.found] == ["h1", "a", "p"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_changes_nothing_but_the_text(hostile: str, tmp_path):
    old, new = read(TINY), reviewed(tmp_path / "new", (ADD, REMOVE, CORRECT, DISCOUNT, READING))

    def drawn(text: str) -> Elements:
        return shown(after(*(replace(poisoned(one, text), files=one.files) for one in (old, new))))

    plain, bad = drawn(PLAIN), drawn(hostile)
    assert bad.outside == plain.outside
    assert bad.others == plain.others
    assert "zqx" in text(bad)
