"""What differs between two states of the evidence, claim by claim, and what made the difference.

A claim is an effect in a synthesis. A cause is a set of edits that belong together: a study that was added, removed,
corrected, or taken into or out of a synthesis; or a rule of the method that was changed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from generator.model.scale import Intensity, IntensityRange
from generator.model.synthesis import Conflict

WORKING_STATE = "the evidence as it is now"
"""What a state that is no release is called."""


class ChangeKind(StrEnum):
    """What happened to a claim; see ``kind_of``.

    ``REVERSED``: the range lies on the other side of neutral. ``WIDENED``, ``NARROWED``: the range gained or lost
    levels and changed no other way. ``SHIFTED``: any other change of the range, also between a range and none. With
    the same range, the claim became ``STRONGER`` or ``WEAKER`` as its belief, in the two decimals that are shown,
    rose or fell.
    """

    NEW = "new"
    WITHDRAWN = "withdrawn"
    REVERSED = "reversed"
    SHIFTED = "shifted"
    WIDENED = "widened"
    NARROWED = "narrowed"
    STRONGER = "stronger"
    WEAKER = "weaker"
    UNCHANGED = "unchanged"


RANGE_CHANGES = frozenset({ChangeKind.REVERSED, ChangeKind.SHIFTED, ChangeKind.WIDENED, ChangeKind.NARROWED})
"""The kinds of a claim that both states have, with different ranges."""


class Concluded(Protocol):
    """Anything with a reported range and the belief in it; both None where there is no result."""

    @property
    def range(self) -> IntensityRange | None: ...
    @property
    def belief(self) -> float | None: ...


def kind_of(before: Concluded | None, after: Concluded | None) -> ChangeKind:
    """What happened to a claim between two states; None is a state without the claim.

    Raises ``ValueError`` if neither state has it.
    """
    if before is None and after is None:
        raise ValueError("a claim that neither state has did not change")
    if before is None or after is None:
        return ChangeKind.NEW if before is None else ChangeKind.WITHDRAWN
    if before.range != after.range:
        return _kind_of_range(before.range, after.range)
    gained = shown_gain(before.belief, after.belief)
    if gained == 0:
        return ChangeKind.UNCHANGED
    return ChangeKind.STRONGER if gained > 0 else ChangeKind.WEAKER


def shown_gain(before: float | None, after: float | None) -> int:
    """By how many hundredths a belief rose, each rounded as it is shown; no belief counts as 0."""
    return _shown(after) - _shown(before)


def _kind_of_range(before: IntensityRange | None, after: IntensityRange | None) -> ChangeKind:
    if before is None or after is None:
        return ChangeKind.SHIFTED
    if _side(before) * _side(after) < 0:
        return ChangeKind.REVERSED
    if before.mask & after.mask == before.mask:
        return ChangeKind.WIDENED
    return ChangeKind.NARROWED if before.mask & after.mask == after.mask else ChangeKind.SHIFTED


def _side(one: IntensityRange) -> int:
    """−1 for a range with nothing above neutral, 1 with nothing below; 0 for neutral itself or both sides."""
    return (one.high > Intensity.IF) - (one.low < Intensity.IF)


def _shown(belief: float | None) -> int:
    """A belief in hundredths, rounded as it is shown: to nine decimals, then half away from zero."""
    return 0 if belief is None else math.floor(round(100 * belief, 7) + 0.5)


class CauseKind(StrEnum):
    """What was edited: a study's file, its place in a synthesis that both states plan, a rule of the method, or the
    plan of a synthesis that only one state has."""

    ADDED = "added"
    REMOVED = "removed"
    CORRECTED = "corrected"
    INCLUDED = "included"
    EXCLUDED = "excluded"
    RULE = "rule"
    PLANNED = "planned"
    DROPPED = "dropped"


class Rule(StrEnum):
    """The rules of a review on which conclusions rest; additions to a vocabulary are no change of a rule.

    ``DISCOUNT`` and ``READING``: the policy of a synthesis, or its parameters. ``INTENSITY``: the bounds of the bands.
    ``STUDY_BELIEF``: study types and questionnaire. ``UNANSWERED``: what becomes of a question with only n/a.
    ``METRICS``: which way a metric improves, and the default metric of an effect. ``ORDER``: the order of evidence
    models in a synthesis, which only the conflict of the last step depends on.
    """

    DISCOUNT = "discount"
    INTENSITY = "intensity"
    STUDY_BELIEF = "study_belief"
    UNANSWERED = "unanswered"
    METRICS = "metrics"
    READING = "reading"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of the evidence.

    ``subject`` is the id of a study, of a rule (a ``Rule``), or of a synthesis that was planned or dropped;
    ``synthesis`` is the one that a study was included into or excluded from.
    """

    kind: CauseKind
    subject: str
    synthesis: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim in one state of the evidence; fields as in ``generator.model.synthesis.EffectSynthesis``.

    ``range`` and ``belief`` are None under total conflict or when nothing but Θ is left.
    """

    range: IntensityRange | None
    belief: float | None
    conflict: Conflict
    studies: int
    reports: int


@dataclass(frozen=True, slots=True)
class Cause:
    """The part of an edit in the change of a claim.

    ``share`` is in belief (−1 … 1): how much of the change of the claim's belief in its measured range the edit made,
    averaged over the orders in which the edits could have been made (its Shapley value); the shares of a claim add up
    to the whole change. A rule that only reads the range off has the share 0. ``without`` is what the claim would be
    today had only this edit not been made; None if there would be no such claim.
    """

    edit: Edit
    share: float
    without: Outcome | None


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of a claim.

    ``measured`` is the range whose belief the causes explain: the range after the change; the one before it if the
    claim was withdrawn or has none any more, or if the belief in the one after shows no change and the belief in the
    one before does; None if neither state has one. ``belief_before`` and ``belief_after`` are the beliefs in that
    very range (0 where the claim did not exist, or its evidence was in total conflict). ``causes``
    stand in order of influence, largest share first, whichever its sign, and are empty for an unchanged claim.
    ``exact`` tells whether all orders were averaged, or seeded ones; ``orders`` counts these (0 if exact).
    """

    synthesis: str
    effect: str
    kind: ChangeKind
    before: Outcome | None
    after: Outcome | None
    measured: IntensityRange | None
    belief_before: float
    belief_after: float
    causes: tuple[Cause, ...]
    exact: bool
    orders: int

    @property
    def total(self) -> float:
        """The whole change of the belief in the measured range, −1 … 1."""
        return self.belief_after - self.belief_before


@dataclass(frozen=True, slots=True)
class Comparison:
    """All claims of two states of the evidence, in the order of the later one, withdrawn ones last.

    ``before`` and ``after`` name the states (“1.0”, ``WORKING_STATE``); ``edits`` are all that differ between
    them; ``idle`` are those of them that change no body of evidence of any claim, nor how its range is read.
    """

    before: str
    after: str
    edits: tuple[Edit, ...]
    claims: tuple[ClaimChange, ...]
    idle: tuple[Edit, ...] = ()

    def changed(self) -> tuple[ClaimChange, ...]:
        """The claims that changed."""
        return tuple(claim for claim in self.claims if claim.kind is not ChangeKind.UNCHANGED)

    def of(self, synthesis: str, effect: str) -> ClaimChange | None:
        """What became of a claim, if either state had it."""
        return next((each for each in self.claims if (each.synthesis, each.effect) == (synthesis, effect)), None)
