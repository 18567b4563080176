"""The bands of a family lead from indifference outwards, without a gap at either end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.intake.draft import Draft
from generator.intake.node import Node
from generator.model.problem import Problem
from generator.model.scale import Intensity

_POSITIONS = {level.name: level.value for level in Intensity}


def check(draft: Draft) -> Iterator[Problem]:
    """Bounds and ranges strictly rise; the first band is IF, the last is SP and has no bound."""
    for _, bands in draft.rules("intensity_rules").get("bands").entries():
        if bands.items:
            yield from _bounds(bands.items)
            yield from _ranges(bands.items)


def _bounds(bands: tuple[Node, ...]) -> Iterator[Problem]:
    last = bands[-1].get("up_to")
    if last.exists:
        yield last.problem("bound-of-last-band", "no up_to in the last band")
    for band in bands[:-1]:
        if band.keys and not band.get("up_to").exists:
            yield band.problem("band-without-bound", "up_to in every band but the last", found="no up_to")
    for lower, upper in pairwise(bands):
        low, high = lower.get("up_to").number, upper.get("up_to").number
        if low is not None and high is not None and low >= high:
            yield upper.get("up_to").problem("bands-out-of-order", f"more than {low:g}")


def _ranges(bands: tuple[Node, ...]) -> Iterator[Problem]:
    first, last = bands[0].get("range"), bands[-1].get("range")
    if first.text is not None and first.text != Intensity.IF.name:
        yield first.problem("bands-incomplete", "IF in the first band")
    if last.text is not None and last.text != Intensity.SP.name:
        yield last.problem("bands-incomplete", "SP in the last band")
    for lower, upper in pairwise(bands):
        before, after = _position(lower), _position(upper)
        if before and after and before >= after:
            yield upper.get("range").problem("bands-out-of-order", "a range above that of the band before")


def _position(band: Node) -> tuple[int, ...]:
    parts = (band.get("range").text or "").split("-")
    return tuple(_POSITIONS[part] for part in parts) if all(part in _POSITIONS for part in parts) else ()
