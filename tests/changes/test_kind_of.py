"""What happened to a claim, from two outcomes alone."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.change import ChangeKind, kind_of, shown_gain
from generator.model.scale import RANGES, Intensity, IntensityRange
from generator.views.rounding import belief_text


@dataclass(frozen=True)
class Told:
    range: IntensityRange | None
    belief: float | None


def told(levels: str, belief: float | None = 0.5) -> Told | None:
    if levels == "absent":
        return None
    found = IntensityRange.of(*(Intensity[level] for level in levels.split("-"))) if levels else None
    return Told(found, belief if levels else None)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("absent", "WP", "new"),
        ("WP", "absent", "withdrawn"),
        ("WN", "WP", "reversed"),
        ("WN-IF", "IF-WP", "reversed"),
        ("SN", "IF-SP", "reversed"),
        ("WN", "IF", "shifted"),
        ("IF", "SP", "shifted"),
        ("IF-WP", "PO-SP", "shifted"),
        ("IF-WP", "WP-PO", "shifted"),
        ("WN-WP", "WP-PO", "shifted"),
        ("IF", "IF-WP", "widened"),
        ("PO", "WP-SP", "widened"),
        ("PO-SP", "SP", "narrowed"),
        ("WN-WP", "IF", "narrowed"),
        ("", "IF", "shifted"),
        ("IF", "", "shifted"),
        ("", "", "unchanged"),
        ("WN", "WN", "unchanged"),
    ],
)
def test_the_kind_of_a_change_follows_from_the_ranges(before: str, after: str, kind: str):
    assert kind_of(told(before), told(after)) == kind


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (0.884, 0.886, "stronger"),
        (0.886, 0.884, "weaker"),
        (0.885, 0.8949, "unchanged"),
        (0.705, 0.71, "unchanged"),
        (0.7049, 0.705, "stronger"),
    ],
)
def test_with_the_same_range_the_belief_counts_as_it_is_shown(before: float, after: float, kind: str):
    assert kind_of(told("WP", before), told("WP", after)) == kind


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_belief_changed_exactly_if_a_reader_sees_another_number(before: float, after: float):
    assert (shown_gain(before, after) != 0) == (belief_text(before) != belief_text(after))


@given(st.sampled_from(RANGES), st.sampled_from(RANGES))
def test_there_and_back_are_opposites(one: IntensityRange, other: IntensityRange):
    opposite = {ChangeKind.WIDENED: ChangeKind.NARROWED, ChangeKind.NARROWED: ChangeKind.WIDENED}
    there, back = kind_of(Told(one, 0.5), Told(other, 0.5)), kind_of(Told(other, 0.5), Told(one, 0.5))
    assert back is opposite.get(there, there)


def test_a_claim_that_neither_state_has_did_not_change():
    with pytest.raises(ValueError, match="neither state"):
        kind_of(None, None)
