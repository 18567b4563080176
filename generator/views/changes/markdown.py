"""What changed as Markdown: for a terminal, a job summary, release notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.views.changes.edits import StudyView
from generator.views.changes.overview import NOTHING, ChangesView, ClaimGroup, ClaimView
from generator.views.markdown_text import bullets, escaped, table

HOW = (
    "A share is the part of an edit in the change of the belief in the range named, in hundredths of belief: what the "
    "edit adds, averaged over the orders in which the edits could have been made."
)


def as_markdown(view: ChangesView, level: int = 1, drawn: Mapping[str, str] | None = None) -> str:
    """The whole report under a heading of this ``level``, or one line if nothing changes; ends with a newline.

    ``drawn`` holds, by the anchors of claims, Markdown to stand below their sentences.
    """
    if view.nothing:
        return f"{NOTHING}\n"
    head = f"{'#' * level} What changed from {escaped(view.before)} to {escaped(view.after)}\n"
    return "\n".join([head, f"{escaped(view.headline)}\n", *_parts(view, level + 1, drawn or {})])


def as_summary(view: ChangesView) -> str:
    """The short form: what changed in numbers, and every conclusion with another range."""
    if view.nothing:
        return f"{NOTHING}\n"
    ranged = [one for group in view.groups if group.id == "range" for one in group.claims]
    lines = [f"**{escaped(one.title)}** ({escaped(one.synthesis)}): {escaped(one.sentence)}" for one in ranged]
    return f"{escaped(view.headline)}\n" + (f"\n{bullets(lines)}" if lines else "")


def _parts(view: ChangesView, level: int, drawn: Mapping[str, str]) -> Iterator[str]:
    for group in view.groups:
        yield from _group(group, level, drawn)
    for whole in view.syntheses:
        yield f"{'#' * level} {escaped(whole.title)}\n\n{escaped(whole.did)}\n\n{table(whole.table)}"
    if view.unchanged:
        yield f"{'#' * level} Unchanged\n\n{escaped(view.unchanged)}\n"
    if view.studies:
        yield f"{'#' * level} Studies\n\n{bullets(map(_study, view.studies))}"
    if view.rules:
        yield f"{'#' * level} Rules and syntheses\n\n{bullets(map(escaped, view.rules))}"
    if view.groups:
        yield f"{HOW} {escaped(view.method)}\n"


def _group(group: ClaimGroup, level: int, drawn: Mapping[str, str]) -> Iterator[str]:
    yield f"{'#' * level} {escaped(group.title)}\n"
    for claim in group.claims:
        yield f"{'#' * (level + 1)} {escaped(claim.title)} ({escaped(claim.synthesis)})\n"
        yield from _claim(claim, drawn)


def _claim(claim: ClaimView, drawn: Mapping[str, str]) -> Iterator[str]:
    yield escaped(f"{claim.sentence} {claim.why}") + "\n"
    if claim.anchor in drawn:
        yield drawn[claim.anchor]
    if claim.causes is not None:
        yield f"{escaped(claim.adds_up)}\n\n{table(claim.causes)}"


def _study(study: StudyView) -> str:
    reasons = "".join(f" {escaped(reason)}" for reason in study.reasons)
    stop = "" if study.title[-1:] in "?!." else "."
    return f"{escaped(study.name)}, {escaped(study.did)}: {escaped(study.title)}{stop}{reasons}"
