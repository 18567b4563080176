"""Effects and metrics of a new review, as files: every outcome is an effect with one metric and one unit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.founding.charter import Outcome
from generator.submission.yaml_text import value


def effects_text(outcomes: tuple[Outcome, ...]) -> str:
    """The file ``review/effects.yaml``."""
    return "".join(f"{line}\n" for line in (*_EFFECTS_HEAD, *(line for one in outcomes for line in _effect(one))))


_EFFECTS_HEAD = (
    "# yaml-language-server: $schema=../schemas/effects.schema.json",
    '# The effects the review speaks about. "better" and "worse" are the phrases for a change to the',
    '# user\'s benefit or detriment; "…" is where the degree goes (slightly, clearly, strongly or much).',
    "# A family shares the bounds of intensity_rules.yaml; effects that need other bounds get another.",
    "# The first metric listed is the one meant when a study names none.",
    "families:",
    "  outcomes:",
    "    title: Outcomes",
    "    description: What changes for those who are concerned.",
    "",
    "effects:",
)


def _effect(one: Outcome) -> Iterator[str]:
    inner = one.title if one.title[1:2].isupper() else one.title[:1].lower() + one.title[1:]
    up, down = ("rise …", "fall …") if inner.endswith("s") and not inner.endswith("ss") else ("rises …", "falls …")
    better, worse = (up, down) if one.higher_is_better else (down, up)
    yield f"  {one.id}:"
    yield f"    title: {value(one.title)}"
    yield "    family: outcomes"
    yield f"    metrics: [{one.id}]"
    yield f"    meaning: {value(f'Say here in a sentence what is meant by {inner}.')}"
    yield f"    better: {value(f'{inner} {better}')}"
    yield f"    worse: {value(f'{inner} {worse}')}"


def metrics_text(outcomes: tuple[Outcome, ...]) -> str:
    """The file ``review/metrics.yaml``."""
    units = {one.unit_id: one.symbol for one in outcomes}
    lines = [
        "# yaml-language-server: $schema=../schemas/metrics.schema.json",
        "# What can be measured, in which units, and which way is better.",
        "# Values outside a unit's limits are impossible and are refused.",
        "units:",
        *(
            f"  {name}: {{symbol: {value(symbol)}, min: 0{', max: 100' * (symbol == '%')}}}"
            for name, symbol in units.items()
        ),
        "",
        "metrics:",
        *(line for one in outcomes for line in _metric(one)),
    ]
    return "".join(f"{line}\n" for line in lines)


def _metric(one: Outcome) -> Iterator[str]:
    yield f"  {one.id}:"
    yield f"    title: {value(one.title)}"
    yield f"    direction: {'higher' if one.higher_is_better else 'lower'}_is_better"
    yield f"    units: [{one.unit_id}]"
