"""Units that are named exist, and their limits stand in order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, unknown_text
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """The units of metrics are in ``review/metrics.yaml``, and no unit's min is above its max."""
    metrics = draft.rules("metrics")
    for _, metric in metrics.get("metrics").entries():
        for node in metric.get("units").texts():
            yield from unknown_text(node, "unit", metrics.get("units").keys)
    for _, unit in metrics.get("units").entries():
        least, most = unit.get("min").number, unit.get("max").number
        if least is not None and most is not None and least >= most:
            yield unit.get("min").problem("limits-out-of-order", "a min below max")
