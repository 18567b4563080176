"""Everything that changed between two states of the evidence, grouped and in words: what pages and reports print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.change import RANGE_CHANGES, CauseKind, ChangeKind, ClaimChange, Comparison, Edit
from generator.model.review import Review
from generator.views import addresses
from generator.views.changes.edits import WHOLE, StudyView, changed_rules, changed_studies
from generator.views.changes.naming import Naming, state_words
from generator.views.changes.tables import causes_table, claims_table
from generator.views.changes.words import cause_sentence, change_sentence, listed, measured_sentence
from generator.views.rounding import count_text
from generator.views.table import Link, Table

_GROUPS = (
    ("range", "Another range", RANGE_CHANGES),
    ("belief", "The same range, another belief", frozenset({ChangeKind.STRONGER, ChangeKind.WEAKER})),
    ("new", "New conclusions", frozenset({ChangeKind.NEW})),
    ("withdrawn", "Withdrawn conclusions", frozenset({ChangeKind.WITHDRAWN})),
)
NOTHING = "Nothing changes."


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim that changed: ``sentence`` says how, ``why`` names the leading causes, ``adds_up`` says what they add up
    to; ``causes`` is the table of all of them, None where there is none."""

    anchor: str
    title: str
    synthesis: str
    link: Link | None
    sentence: str
    why: str
    adds_up: str
    causes: Table | None


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims to which the same happened; ``id`` is fit for an address."""

    id: str
    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class WholeSynthesis:
    """A synthesis that only one state has, with all its conclusions."""

    anchor: str
    title: str
    did: str
    table: Table


@dataclass(frozen=True, slots=True)
class ChangesView:
    """``headline`` counts what changed, ``unchanged`` what did not (empty if there is none of that); ``method`` says
    how the orders of the edits were averaged."""

    before: str
    after: str
    headline: str
    groups: tuple[ClaimGroup, ...]
    syntheses: tuple[WholeSynthesis, ...]
    unchanged: str
    studies: tuple[StudyView, ...]
    rules: tuple[str, ...]
    method: str

    @property
    def several(self) -> bool:
        """Whether the claims that changed belong to more than one synthesis."""
        return len({claim.synthesis for group in self.groups for claim in group.claims}) > 1

    @property
    def nothing(self) -> bool:
        """Whether the states are the same in all that a reader could ask for."""
        return not (self.groups or self.studies or self.rules)


def changes_view(comparison: Comparison, before: Review, after: Review) -> ChangesView:
    """The changes between two states, ready to be printed."""
    naming = Naming(before, after)
    own = [one for one in comparison.claims if not _of_one_state(one)]
    groups = tuple(
        ClaimGroup(name, title, tuple(_claim(one, naming) for one in own if one.kind in kinds))
        for name, title, kinds in _GROUPS
    )
    return ChangesView(
        state_words(comparison.before),
        state_words(comparison.after),
        headline(comparison),
        tuple(group for group in groups if group.claims),
        tuple(_whole(edit, comparison, naming) for edit in comparison.edits if edit.kind in WHOLE),
        _unchanged(comparison, naming),
        changed_studies(comparison, naming),
        changed_rules(comparison, naming),
        _method(comparison),
    )


def headline(comparison: Comparison) -> str:
    """How many conclusions changed in which way, and what was edited, in two sentences at most."""
    if not comparison.edits and not comparison.changed():
        return NOTHING
    count = {kind: sum(one.kind is kind for one in comparison.claims) for kind in ChangeKind}
    ranged = sum(count[kind] for kind in RANGE_CHANGES)
    parts = [
        (ranged, "reports another range", "report another range"),
        (count[ChangeKind.STRONGER], "is stronger", "are stronger"),
        (count[ChangeKind.WEAKER], "is weaker", "are weaker"),
        (count[ChangeKind.NEW], "is new", "are new"),
        (count[ChangeKind.WITHDRAWN], "was withdrawn", "were withdrawn"),
        (count[ChangeKind.UNCHANGED], "is unchanged", "are unchanged"),
    ]
    told = [f"{number} {one if number == 1 else many}" for number, one, many in parts if number]
    if not comparison.changed():
        return f"No conclusion changes. {_edits(comparison)}"
    return f"Of {count_text(len(comparison.claims), 'conclusion')}, {listed(told)}. {_edits(comparison)}".strip()


def _edits(comparison: Comparison) -> str:
    kinds = [edit.kind for edit in comparison.edits if edit.kind is not CauseKind.RULE or edit not in comparison.idle]
    counted = (
        (CauseKind.ADDED, "study was added", "studies were added"),
        (CauseKind.REMOVED, "study was removed", "studies were removed"),
        (CauseKind.CORRECTED, "study was edited", "studies were edited"),
        (CauseKind.PLANNED, "synthesis is new", "syntheses are new"),
        (CauseKind.DROPPED, "synthesis was dropped", "syntheses were dropped"),
        (CauseKind.RULE, "rule changed", "rules changed"),
    )
    told = [count_text(kinds.count(kind), one, many) for kind, one, many in counted if kind in kinds]
    return f"{listed(told)}." if told else ""


def _of_one_state(change: ClaimChange) -> bool:
    """Whether a claim came or went with its whole synthesis."""
    return any(cause.edit.kind in WHOLE for cause in change.causes)


def _whole(edit: Edit, comparison: Comparison, naming: Naming) -> WholeSynthesis:
    claims = [one for one in comparison.claims if one.synthesis == edit.subject]
    title = naming.synthesis(edit.subject)
    table = claims_table(title, claims, naming)
    return WholeSynthesis(f"synthesis-{edit.subject}", title, f"This synthesis is {WHOLE[edit.kind]}.", table)


def claim_anchor(change: ClaimChange) -> str:
    """Where a claim that changed stands on a page."""
    return f"change-{change.synthesis}-{change.effect}"


def _claim(change: ClaimChange, naming: Naming) -> ClaimView:
    return ClaimView(
        anchor=claim_anchor(change),
        title=naming.effect(change.effect),
        synthesis=naming.synthesis(change.synthesis),
        link=addresses.finding(change.synthesis, change.effect),
        sentence=change_sentence(change),
        why=cause_sentence(change, naming),
        adds_up=measured_sentence(change),
        causes=causes_table(change, naming) if change.causes else None,
    )


def _unchanged(comparison: Comparison, naming: Naming) -> str:
    same = [one for one in comparison.claims if one.kind is ChangeKind.UNCHANGED]
    if not same or not comparison.changed():
        return ""
    several = len(naming.after.plans) > 1
    return " ".join(
        f"{naming.synthesis(synthesis)}: {effects}." if several else f"{effects}."
        for synthesis, effects in _by_synthesis(same, naming)
    )


def _by_synthesis(claims: Iterable[ClaimChange], naming: Naming) -> Iterator[tuple[str, str]]:
    """Each synthesis with the effects that claims of it are about, listed."""
    for synthesis, some in groupby(claims, key=lambda one: one.synthesis):
        yield synthesis, listed([naming.effect(one.effect) for one in some])


def _method(comparison: Comparison) -> str:
    sampled = [one for one in comparison.claims if not one.exact]
    if not sampled:
        return "All orders of the edits were averaged."
    return (
        f"Where many edits meet, orders drawn once and for all were averaged instead of all: in "
        f"{count_text(len(sampled), 'conclusion')}, at least {min(one.orders for one in sampled):,} orders."
    )
