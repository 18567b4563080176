"""Measured values are in a unit of their metric, within its limits, and can be compared."""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.intake.draft import Draft, EffectEntry, unknown_text
from generator.intake.node import Node
from generator.intake.wording import listing, number
from generator.model.problem import Problem

LARGEST_CHANGE = 1e7
"""Times the baseline: a larger change is a slip of units."""


def check(draft: Draft) -> Iterator[Problem]:
    """Unit allowed, values possible, baselines not 0."""
    for entry in draft.effect_entries:
        pairs = entry.node.get("pairs")
        yield from _unit(draft, entry, pairs.get("unit"))
        unit = draft.rules("metrics").get("units", pairs.get("unit").text or "")
        for pair in pairs.get("values").items:
            for name in ("baseline", "treated"):
                yield from _limits(pair.get(name), unit)
            yield from _comparable(pair)


def _unit(draft: Draft, entry: EffectEntry, unit: Node) -> Iterator[Problem]:
    known = draft.rules("metrics").get("units").keys
    allowed = draft.rules("metrics").get("metrics", entry.metric or "", "units").names()
    if unit.text in known and allowed and unit.text not in allowed:
        hint = f"it is given in {listing(allowed, 'or')}"
        yield unit.problem("unit-of-another-metric", f"a unit of the metric {entry.metric}", hint)
    else:
        yield from unknown_text(unit, "unit", allowed or known)


def _limits(value: Node, unit: Node) -> Iterator[Problem]:
    least, most = unit.get("min").number, unit.get("max").number
    if value.number is None:
        return
    if least is not None and value.number < least:
        yield value.problem("impossible-value", f"at least {number(least)} in this unit")
    if most is not None and value.number > most:
        yield value.problem("impossible-value", f"at most {number(most)} in this unit")


def _comparable(pair: Node) -> Iterator[Problem]:
    baseline, treated = pair.get("baseline"), pair.get("treated")
    if baseline.number == 0:
        hint = "a relative improvement on 0 does not exist; state a range, or leave the pair out"
        yield baseline.problem("zero-baseline", "a baseline other than 0", hint)
    elif baseline.number is not None and treated.number is not None:
        change = abs(treated.number - baseline.number) / abs(baseline.number)
        if not math.isfinite(change) or change > LARGEST_CHANGE:
            yield treated.problem("impossible-change", f"a change of at most {LARGEST_CHANGE:,.0f} times the baseline")
