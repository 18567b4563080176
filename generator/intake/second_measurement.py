"""Lays what two files say about one effect of one evidence model side by side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.node import ABSENT, Node
from generator.intake.second_fields import Two, below, field_of, in_both, named
from generator.model.second_extraction import FieldGroup, FieldPair, FieldReading

_KINDS = ("pairs", "reported", "stated")
_REPORTED = ("mean", "std", "iqr", "n", "clusters")
_PAIRS = ("unit", "clusters", "stated_mean")
_PAIR = ("baseline", "treated", "runs")
_GROUP = FieldGroup.MEASUREMENTS


def effect_pairs(both: Two, usual_metric: str) -> Iterator[FieldPair]:
    """The fields of an effect that both files report; ``usual_metric`` is the metric of one that names none."""
    yield _metric(both, usual_metric)
    (kind, first), (other, second) = map(_kind, both)
    if kind != other:
        readings = FieldReading(kind, first.key_place), FieldReading(other, second.key_place)
        yield FieldPair(_GROUP, field_of(both), *readings, same=False)
    elif kind == "pairs":
        yield from _measured((first, second))
    else:
        yield from named(_GROUP, (first, second), _REPORTED if kind == "reported" else ("range",))


def _kind(effect: Node) -> tuple[str, Node]:
    """Which kind of measurement an effect has: a sound file has exactly one."""
    return next((kind, effect.get(kind)) for kind in _KINDS if effect.get(kind).exists)


def _metric(both: Two, usual: str) -> FieldPair:
    first, second = (_metric_of(node, usual) for node in both)
    return FieldPair(_GROUP, f"{field_of(both)}.metric", first, second, first.text == second.text)


def _metric_of(effect: Node, usual: str) -> FieldReading:
    metric = effect.get("metric")
    return FieldReading(metric.text or usual, metric.place if metric.exists else effect.key_place)


def _measured(both: Two) -> Iterator[FieldPair]:
    yield from named(_GROUP, both, _PAIRS)
    lists = below(both, "values")
    for values in _matched(lists):
        if in_both(values):
            yield from named(_GROUP, values, _PAIR)
        else:
            yield _unmatched(values, lists)


def _unmatched(values: Two, lists: Two) -> FieldPair:
    first, second = (
        FieldReading(_numbers(node), node.place) if node.exists else FieldReading(None, parent.key_place)
        for node, parent in zip(values, lists, strict=True)
    )
    return FieldPair(_GROUP, field_of(values), first, second, False)


def _numbers(value: Node) -> str:
    return " → ".join(node.echo for node in (value.get("baseline"), value.get("treated")))


def _matched(lists: Two) -> Iterator[Two]:
    """The pairs of both files by their subjects, where each names its own; else by their order."""
    by_subject = [_by_subject(node) for node in lists]
    if all(by_subject):
        for subject in dict.fromkeys((*by_subject[0], *by_subject[1])):
            yield by_subject[0].get(subject, ABSENT), by_subject[1].get(subject, ABSENT)
        return
    first, second = (node.items for node in lists)
    for place in range(max(len(first), len(second))):
        yield _item(first, place), _item(second, place)


def _by_subject(values: Node) -> dict[str, Node]:
    subjects = {" ".join((item.get("subject").text or "").split()).casefold(): item for item in values.items}
    return subjects if len(subjects) == len(values.items) and "" not in subjects else {}


def _item(items: tuple[Node, ...], place: int) -> Node:
    return items[place] if place < len(items) else ABSENT
