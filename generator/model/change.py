"""What differs between two states of the evidence, claim by claim, and what made the difference.

A claim is an effect in a synthesis. A cause is a set of edits that belong together: a study that was added, removed,
corrected, or taken into or out of a synthesis; or a rule of the method that was changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.scale import IntensityRange
from generator.model.synthesis import Conflict


class ChangeKind(StrEnum):
    """What happened to a claim.

    ``REVERSED``: the range lies on the other side of neutral. ``WIDENED``, ``NARROWED``: the range gained or lost
    levels and changed no other way. ``SHIFTED``: any other change of the range. With the same range, the claim became
    ``STRONGER`` or ``WEAKER`` as its belief rose or fell by at least what the display shows.
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


class CauseKind(StrEnum):
    """What was edited."""

    ADDED = "added"
    REMOVED = "removed"
    CORRECTED = "corrected"
    INCLUDED = "included"
    EXCLUDED = "excluded"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of the evidence. ``subject`` is the id of a study, or of a rule (``discount``, ``reading``)."""

    kind: CauseKind
    subject: str


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
    to the whole change. ``without`` is what the claim would be today had only this edit not been made; None if nobody
    would report the effect.
    """

    edit: Edit
    share: float
    without: Outcome | None


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of a claim.

    ``measured`` is the range whose belief the causes explain: the range after the change, or before it if the claim
    was withdrawn; None if neither state has one. ``belief_before`` and ``belief_after`` are the beliefs in that very
    range (0 where the claim did not exist). ``causes`` stand in order of influence, largest share first, and
    are empty for an unchanged claim. ``exact`` tells whether all orders were averaged, or seeded ones; ``orders``
    counts these.
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

    ``before`` and ``after`` name the states (“1.0”, “working state”); ``edits`` are all that differ between
    them, also those that touch no claim.
    """

    before: str
    after: str
    edits: tuple[Edit, ...]
    claims: tuple[ClaimChange, ...]

    def changed(self) -> tuple[ClaimChange, ...]:
        """The claims that changed."""
        return tuple(claim for claim in self.claims if claim.kind is not ChangeKind.UNCHANGED)

    def of(self, synthesis: str, effect: str) -> ClaimChange | None:
        """What became of a claim, if either state had it."""
        return next((each for each in self.claims if (each.synthesis, each.effect) == (synthesis, effect)), None)
