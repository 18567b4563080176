"""Metrics that are named exist, and a measurement uses a metric of its effect."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import Draft, unknown_text
from generator.intake.wording import listing
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Metrics of effects are in ``review/metrics.yaml``; those of measurements are among their effect's."""
    known = draft.rules("metrics").get("metrics").keys
    effects = draft.rules("effects").get("effects")
    for _, effect in effects.entries():
        for node in effect.get("metrics").texts():
            yield from unknown_text(node, "metric", known)
    for entry in draft.effect_entries:
        metric, own = entry.node.get("metric"), effects.get(entry.effect, "metrics").names()
        if metric.text in known and own and metric.text not in own:
            hint = f"the effect is measured by {listing(own)}"
            yield metric.problem("metric-of-another-effect", f"a metric of {entry.effect}", hint)
        else:
            yield from unknown_text(metric, "metric", known)
