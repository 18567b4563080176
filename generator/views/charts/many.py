"""Where there is too much evidence to draw each piece of it: what is alike is drawn as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import fsum
from typing import Any

import pandas as pd

from generator.model.evidence import EffectEvidence
from generator.views.rounding import count_text, number_text

MOST_ROWS = 150
"""Evidence models that a chart draws a row each for."""
MOST_PAIRS = 60
"""Evidence models that a panel draws a box each for."""
MOST_POINTS = 400
"""Points of a scatter plot."""
MOST_TICKS = 40
"""Ticks at one place of a bar."""
_NEAR = 4.0
"""Percent: points that lie in one square of this side nearly coincide."""
ROWS_HINT = (
    "There are too many evidence models for a bar each, so those that state the same range share one, which says how "
    "many they are. The framed bar on top is what all say together. The bars on the right show the mean of their "
    "belief values; Bel on top is the belief that combining leaves on the reported range."
)
PAIRS_HINT = (
    f"Where a panel has more than {MOST_PAIRS} evidence models, those with the same two ranges are one box, with its "
    "point at their mean."
)


def by_range(evidence: Iterable[EffectEvidence]) -> Iterator[dict[str, Any]]:
    """For each range that is stated, from negative to positive: how many state it, and the mean of their belief values,
    0–1."""
    for found, members in groupby(sorted(evidence, key=lambda one: one.range), key=lambda one: one.range):
        pieces = tuple(members)
        value = fsum(piece.belief_value for piece in pieces) / len(pieces)
        yield {
            "label": count_text(len(pieces), "evidence model"),
            "study": count_text(len({piece.study for piece in pieces}), "study", "studies"),
            "change": "",
            "range": str(found),
            "low": int(found.low),
            "high": int(found.high),
            "value": value,
            "value_text": number_text(value, 2),
        }


def merged_pairs(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The boxes of a panel; where they are many, one for all with the same corners, its other numbers their means."""
    if len(rows) <= MOST_PAIRS:
        yield from rows
        return
    alike: dict[tuple[float, ...], list[dict[str, Any]]] = {}
    for row in rows:
        alike.setdefault((row["x"], row["x2"], row["y"], row["y2"]), []).append(row)
    for members in alike.values():
        means = {key: fsum(row[key] for row in members) / len(members) for key in ("px", "py", "opacity", "faint")}
        several = {"model": count_text(len(members), "evidence model"), "belief": "several"}
        ranges = {key: members[0][key].partition(",")[0] for key in ("x_text", "y_text")}
        yield members[0] if len(members) == 1 else {**members[0], **means, **several, **ranges}


def merged_points(table: pd.DataFrame) -> pd.DataFrame:
    """The points of a trade-off, ``x`` and ``y`` in percent; where they are many, the first of those of one panel,
    technique and colour that nearly coincide, at the mean of their places."""
    if len(table) <= MOST_POINTS:
        return table
    near = [(table[name] / _NEAR).round().rename(f"near {name}") for name in ("x", "y")]
    groups = table.groupby([table["resource"], table["technique"], table["colour"], *near], sort=False)
    means = groups[["x", "y"]].transform("mean")
    first = ~table.index.isin(table.index[groups.cumcount() > 0])
    return table.assign(x=means["x"], y=means["y"])[first].reset_index(drop=True)
