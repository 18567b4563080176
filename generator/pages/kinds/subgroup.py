"""Subgroups of the evidence, each beside the full synthesis: one page that lists them and one for each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.content import Content
from generator.pages.page import Page
from generator.views.rounding import count_text
from generator.views.subgroup import INDEX, index_table, meaning, path, sentence, subgroup_view


def pages(content: Content) -> Iterator[Page]:
    """The subgroups of the first synthesis; none where conclusions were not questioned, or nothing is shared."""
    review, full = content.review, content.syntheses[0]
    asked = content.sensitivity.get(full.id)
    if asked is None or not asked.subgroups:
        return
    groups = asked.subgroups
    against = sum(any(one.contradicts for one in group.comparisons) for group in groups)
    answer = (
        f"{against} of {count_text(len(groups), 'subgroup')} "
        f"{'speaks' if against == 1 else 'speak'} against the full synthesis on at least one effect."
    )
    yield Page(
        path=INDEX,
        kind="subgroups",
        title="Subgroups",
        description=answer,
        values={"answer": answer, "tables": index_table(review, groups), "meaning": meaning(review), "full": full},
        section="Findings",
    )
    for group in groups:
        view = subgroup_view(review, full, group)
        yield Page(
            path=path(group),
            kind="subgroup",
            title=f"{view.aspect}: {view.title}",
            description=sentence(review, group),
            values={"view": view, "full": full, "meaning": meaning(review), "index": INDEX},
            section="Findings",
            hidden=True,
            hide=("toc",),
        )
