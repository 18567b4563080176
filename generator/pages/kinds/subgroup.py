"""Subgroups of the evidence, each beside the full synthesis: one page that lists them and one for each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.scenario import Subgroup
from generator.model.synthesis import Synthesis
from generator.pages.content import Content
from generator.pages.each_synthesis import is_first, siblings
from generator.pages.page import Page
from generator.views import addresses
from generator.views.rounding import count_text
from generator.views.subgroup import INDEX, index_table, meaning, path, sentence, subgroup_view


def pages(content: Content) -> Iterator[Page]:
    """The subgroups of every synthesis; none where conclusions were not questioned, or nothing is shared."""
    for full in shown(content):
        yield from _pages(content, full)


def shown(content: Content) -> tuple[Synthesis, ...]:
    """The syntheses that have subgroups."""
    return tuple(one for one in content.syntheses if one.id in content.sensitivity and _groups(content, one))


def _groups(content: Content, full: Synthesis) -> tuple[Subgroup, ...]:
    return content.sensitivity[full.id].subgroups


def _pages(content: Content, full: Synthesis) -> Iterator[Page]:
    review, groups, first = content.review, _groups(content, full), is_first(content, full)
    index = addresses.about(review, INDEX, full.id)
    against = sum(any(one.contradicts for one in group.comparisons) for group in groups)
    answer = (
        f"{against} of {count_text(len(groups), 'subgroup')} "
        f"{'speaks' if against == 1 else 'speak'} against the full synthesis on at least one effect."
    )
    yield Page(
        path=index,
        kind="subgroups",
        title="Subgroups" if first else f"Subgroups: {full.title}",
        description=answer,
        values={
            "answer": answer,
            "tables": index_table(review, groups),
            "meaning": meaning(review),
            "full": full,
            "combined": addresses.synthesis(full.id),
            "siblings": siblings(content, INDEX, shown(content), full),
        },
        section="Findings",
        hidden=not first,
    )
    for group in groups:
        view = subgroup_view(review, full, group)
        yield Page(
            path=path(review, group),
            kind="subgroup",
            title=f"{view.aspect}: {view.title}" if first else f"{full.title}: {view.aspect}: {view.title}",
            description=sentence(review, group),
            values={"view": view, "full": full, "meaning": meaning(review), "index": index},
            section="Findings",
            hidden=True,
            hide=("toc",),
        )
