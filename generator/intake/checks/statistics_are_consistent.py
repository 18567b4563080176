"""The numbers of a measurement say how many observations there are, and do not contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.intake.node import Node
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """One observation has no spread, and there are no more clusters than observations."""
    for entry in draft.effect_entries:
        reported, pairs = entry.node.get("reported"), entry.node.get("pairs")
        yield from _uncounted(reported)
        yield from _spread_of_one(reported)
        yield from _clusters(reported, reported.get("n").number)
        yield from _clusters(pairs, len(pairs.get("values").items) or None)


def _uncounted(reported: Node) -> Iterator[Problem]:
    if reported.exists and reported.keys and not {"n", "clusters"} & set(reported.keys):
        expected = "n, the number of paired observations, or clusters, the number of independent groups"
        yield reported.key_problem("no-count", expected, "say at least one of them", "neither n nor clusters")


def _spread_of_one(reported: Node) -> Iterator[Problem]:
    if reported.get("n").number != 1:
        return
    hint = "leave it out, or correct n"
    std, iqr = reported.get("std"), reported.get("iqr")
    if std.exists:
        yield std.key_problem("spread-of-one", "no std for one observation", hint, f"std with n {1}")
    if iqr.number:
        yield iqr.problem("spread-of-one", "no iqr for one observation", hint)


def _clusters(measurement: Node, count: float | None) -> Iterator[Problem]:
    clusters = measurement.get("clusters")
    if clusters.number is not None and count is not None and clusters.number > count:
        yield clusters.problem("too-many-clusters", f"at most {count:g}, the number of observations")
