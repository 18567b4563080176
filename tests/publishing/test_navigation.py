"""The navigation that the site builder is given."""

from __future__ import annotations

from generator.pages import collect
from generator.pages.content import Content
from generator.pages.page import Page
from generator.publishing.write import builder_configuration


def page(path: str, section: str = "", group: str = "", order: int = 0) -> Page:
    return Page(path, "finding", path, "", {}, section=section, group=group, order=order)


def test_pages_of_a_group_stand_below_its_name(content: Content):
    pages = (
        page("findings/b", "Findings", "Second", 3),
        page("index"),
        page("findings/index", "Findings"),
        page("findings/a", "Findings", "First", 1),
        page("findings/c", "Findings", "First", 2),
    )
    nav = builder_configuration(content, pages, "mkdocs.yml")["nav"]
    groups = [{"First": ["findings/a.md", "findings/c.md"]}, {"Second": ["findings/b.md"]}]
    assert nav == ["index.md", {"Findings": ["findings/index.md", *groups]}]


def test_one_synthesis_needs_no_group(content: Content):
    assert {one.group for one in collect.pages(content) if one.kind == "finding"} == {""}
