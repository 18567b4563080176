"""What became of a claim, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.change import Cause, ChangeKind, ClaimChange, Outcome
from generator.views.changes.naming import Naming
from generator.views.rounding import belief_text, points_text, rounded, signed_text, weight_text

LEADING = 3
"""Causes that a sentence names at most; all of them stand in the table."""
MOSTLY = 0.5
"""From what share of all that worked the same way the named causes are called the main ones."""


def range_words(outcome: Outcome) -> str:
    """The range in words, or why there is none."""
    if outcome.range is not None:
        return outcome.range.words
    return "no result, in total conflict" if outcome.conflict.weight is None else "no result, with no level supported"


HEADINGS = {
    ChangeKind.REVERSED: "Reversed",
    ChangeKind.SHIFTED: "Another range",
    ChangeKind.WIDENED: "Widened",
    ChangeKind.NARROWED: "Narrowed",
    ChangeKind.STRONGER: "Stronger",
    ChangeKind.WEAKER: "Weaker",
    ChangeKind.NEW: "New",
    ChangeKind.WITHDRAWN: "Withdrawn",
    ChangeKind.UNCHANGED: "Unchanged",
}
"""What happened to a claim, in a word or two."""


def change_sentence(change: ClaimChange) -> str:
    """What became of range, belief and conflict: ``Narrowed: from positive to strongly positive (belief 0.95 …``."""
    return f"{HEADINGS[change.kind]}: {_happened(change)}."


def _happened(change: ClaimChange) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return " and ".join(_with_numbers(one) for one in (before, after) if one is not None)
    if before.range != after.range:
        return f"from {_with_numbers(before)} to {_with_numbers(after)}"
    if change.kind is ChangeKind.UNCHANGED:
        return f"still {_with_numbers(after)}"
    moved = "rose" if change.kind is ChangeKind.STRONGER else "fell"
    beliefs = f"the belief {moved} from {belief_text(before.belief)} to {belief_text(after.belief)}"
    old, new = weight_text(before.conflict.weight), weight_text(after.conflict.weight)
    weights = f"stays {new}" if old == new else f"went from {old} to {new}"
    return f"still {range_words(after)}; {beliefs}, the weight of conflict {weights}"


def cause_sentence(change: ClaimChange, naming: Naming) -> str:
    """The leading causes of a change and what worked against them; empty for an unchanged claim."""
    if not change.causes:
        return ""
    way = 1 if change.total >= 0 else -1
    for_it = [cause for cause in change.causes if way * cause.share > 0 and _shown(cause)]
    against = [cause for cause in change.causes if way * cause.share < 0 and _shown(cause)]
    named = for_it[:LEADING]
    sentences = [_because(named, for_it, naming), _against(against[:1], naming), *_without(change, named, naming)]
    return " ".join(sentence for sentence in sentences if sentence)


def measured_sentence(change: ClaimChange) -> str:
    """Which belief the causes of a change add up to."""
    if change.measured is None:
        return "Neither state supports a level of the scale, so there is no belief to be explained."
    before, after = belief_text(change.belief_before), belief_text(change.belief_after)
    went = f"stays {after} as shown" if before == after else f"went from {before} to {after}"
    return f"The belief in “{change.measured.words}” {went}; the shares of the causes add up to that difference."


def points(share: float, decimals: int = 1) -> str:
    """A share of belief, −1 … 1, in points with its sign: ``+30.5``."""
    return signed_text(100 * share, decimals)


def listed(parts: Sequence[str]) -> str:
    """``a, b and c``."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _with_numbers(outcome: Outcome) -> str:
    weight = f"weight of conflict {weight_text(outcome.conflict.weight)}"
    belief = "" if outcome.belief is None else f"belief {belief_text(outcome.belief)}, "
    return f"{range_words(outcome)} ({belief}{weight})"


def _shown(cause: Cause) -> bool:
    return rounded(100 * cause.share, 0) != 0


def _because(named: Sequence[Cause], all_of_them: Sequence[Cause], naming: Naming) -> str:
    if not named:
        return ""
    share = sum(cause.share for cause in named) / sum(cause.share for cause in all_of_them)
    start = "Because" if len(named) == len(all_of_them) else "Mostly because" if share >= MOSTLY else "Partly because"
    return f"{start} {listed([_clause(cause, naming) for cause in named])}."


def _against(causes: Sequence[Cause], naming: Naming) -> str:
    return "".join(f"What worked against it most: {_clause(cause, naming)}." for cause in causes)


def _clause(cause: Cause, naming: Naming) -> str:
    return f"{naming.clause(cause.edit).text} ({points_text(int(rounded(100 * cause.share, 0)))})"


def _without(change: ClaimChange, named: Sequence[Cause], naming: Naming) -> list[str]:
    """Causes that moved no mass worth naming, but without which another range would be reported."""
    if change.after is None or (change.before and change.before.range == change.after.range):
        return []
    quiet = [cause for cause in change.causes if not _shown(cause) and cause not in named]
    return [
        f"Had it not been that {naming.clause(cause.edit).text}, the range would be {range_words(cause.without)}."
        for cause in quiet
        if cause.without is not None and cause.without.range != change.after.range
    ]
