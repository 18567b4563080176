"""The invented study of a new review: evidence of every kind, with explanations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.founding.charter import Outcome
from generator.intake.doubts.the_example_is_replaced import INVENTED


def example_effects(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    """Invented evidence about each effect, of all three kinds, with explanations."""
    yield from _pairs(outcomes[0])
    yield from _reported(outcomes[1])
    yield from _stated(outcomes[2:])


def _pairs(one: Outcome) -> Iterator[str]:
    treated = (44, 54, 66) if one.higher_is_better else (36, 46, 54)
    yield "      # KIND 1, the best: the measured values, in pairs, without (baseline) and with it (treated)."
    yield "      # Everything else is computed from them."
    yield f"      {one.id}:"
    yield "        pairs:"
    yield "          # One of the units of the metric in review/metrics.yaml."
    yield f"          unit: {one.unit_id}"
    yield "          # Optional: clusters (how many independent groups the pairs form)."
    yield "          values:"
    yield '            # Optional: "runs" (how many runs each value averages), "subject" and "where".'
    for subject, before, after in zip("ABC", (40, 50, 60), treated, strict=True):
        yield f"            - {{baseline: {before}, treated: {after}, subject: Group {subject}}}"


def _reported(one: Outcome) -> Iterator[str]:
    yield ""
    yield "      # KIND 2: what the paper reports about the relative improvement, in percent of the baseline."
    yield "      # Positive always means better for the user: 30 % less where lower is better is 30."
    yield f"      {one.id}:"
    yield "        reported:"
    yield "          mean: -12.5"
    yield "          # Optional: std (standard deviation) and iqr (interquartile range), in percentage points."
    yield "          std: 4.2"
    yield "          iqr: 5.5"
    yield "          # How many paired observations are behind the mean, and how many independent groups they form."
    yield "          n: 20"
    yield "          clusters: 5"


def _stated(rest: tuple[Outcome, ...]) -> Iterator[str]:
    yield ""
    yield "      # KIND 3: for what a study only says in words: one of SN NE WN IF WP PO SP (strongly negative,"
    yield "      # negative, weakly negative, indifferent, weakly positive, positive, strongly positive), or two"
    yield "      # neighbours: WN-IF."
    if not rest:
        yield '      # another_effect: {stated: {range: WP, because: "“It became a little better.”"}}'
    for one in rest:
        yield f"      {one.id}:"
        yield "        stated:"
        yield "          range: IF-WP"
        yield '          because: "“It became a little better, if at all.”"'


def as_study(annotated: str) -> str:
    """The annotated example as the study file of the new review, without the explanations."""
    first, *rest = annotated.splitlines()
    kept = [line for line in rest if not line.lstrip().startswith("#")]
    told = [line for line, before in zip(kept, ["", *kept], strict=False) if line or before]
    text = "\n".join([first, f"# {_WARNING}", *told])
    return text.replace("id: annotated-example", f"id: {INVENTED}") + "\n"


_WARNING = "Invented, so that there is something to build. Delete this file when the first study is here."
