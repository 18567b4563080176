"""The terms of the method that readers meet on every page, each explained in plain words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its meaning. ``id`` is safe as an anchor; ``symbol`` is empty if the term has none."""

    id: str
    title: str
    symbol: str
    meaning: str


TERMS: tuple[Term, ...] = (
    Term(
        "aggregation",
        "Aggregation",
        "⊕",
        "Combining what several evidence models say about one effect, by Dempster's rule. The result does not depend "
        "on the order; only the conflict of the last step does.",
    ),
    Term(
        "belief",
        "Belief",
        "Bel",
        "How much the combined evidence supports a range, 0 to 1: all the mass on the range or on a part of it. "
        "Computed after combining.",
    ),
    Term(
        "belief-value",
        "Belief value",
        "m",
        "How much one evidence model supports its range before anything is combined, 0 to 1: the study belief after "
        "the discount.",
    ),
    Term(
        "change-of-belief",
        "Change of belief",
        "",
        "The belief after combining, less the largest belief value that went in, in whole percentage points. Above 0 "
        "the evidence reinforced itself; below 0 it weakened itself by contradiction.",
    ),
    Term(
        "clusters",
        "Clusters",
        "n_eff",
        "Groups of observations, such as all runs of one subject, that can be taken for independent of each other.",
    ),
    Term(
        "conflict",
        "Conflict",
        "K",
        "The share of combined mass that would stand for a contradiction, 0 to 1; it is set aside. That of the last "
        "step of combining is what publications report; it depends on the order of the evidence. The conflict over "
        "all steps does not.",
    ),
    Term(
        "discount",
        "Discount",
        "d",
        "What an evidence model's spread, or its sample, takes away from the study belief.",
    ),
    Term(
        "effect",
        "Effect",
        "",
        "One quality of the system that the technology may change.",
    ),
    Term(
        "evidence-model",
        "Evidence model",
        "",
        "What one study says about one configuration of the technology: its context, and the effects it reports.",
    ),
    Term(
        "ignorance",
        "Ignorance",
        "m(Θ)",
        "The mass left on the whole scale: support that favours no level, 0 to 1.",
    ),
    Term(
        "improvement",
        "Improvement",
        "",
        "The change against a study's own baseline in percent. Positive always means better for the user.",
    ),
    Term(
        "leaving-out",
        "Leaving out",
        "",
        "What the conclusion would be without one evidence model. A range that changes hangs on that one.",
    ),
    Term(
        "mass",
        "Mass",
        "m",
        "A share of support, 0 to 1, that belongs to one range and cannot be divided further. All masses sum to 1.",
    ),
    Term(
        "observations",
        "Observations",
        "n",
        "The pairs of values, without and with the technology, behind a mean improvement.",
    ),
    Term(
        "pignistic-probability",
        "Pignistic probability",
        "BetP",
        "A probability for each level, if one had to bet: the mass of a range is shared equally among its levels.",
    ),
    Term(
        "plausibility",
        "Plausibility",
        "Pl",
        "How much of the combined evidence does not speak against a range, 0 to 1; never below the belief.",
    ),
    Term(
        "quality",
        "Quality",
        "",
        "The mean score of a study on the questions of the quality questionnaire, 0 to 1. The score of a question is "
        "the share of yes among its items answered with yes or no; items that do not apply drop out.",
    ),
    Term(
        "range",
        "Range",
        "",
        "One level of the scale, or several neighbouring ones. The reported range is the conclusion.",
    ),
    Term(
        "scale",
        "Seven-level scale",
        "Θ",
        "Strongly negative (SN), negative (NE), weakly negative (WN), indifferent (IF), weakly positive (WP), positive "
        "(PO), strongly positive (SP). Positive always means better for the user.",
    ),
    Term(
        "study-belief",
        "Study belief",
        "B",
        "How far a study is believed, 0 to 1: the lower end of the band of its type, plus a quarter of its quality.",
    ),
    Term(
        "synthesis",
        "Synthesis",
        "",
        "A chosen set of evidence models, combined effect by effect under named policies.",
    ),
    Term(
        "total-conflict",
        "Total conflict",
        "K = 1",
        "Evidence that contradicts itself completely. There is no result then, and none is reported.",
    ),
    Term(
        "weight-of-conflict",
        "Weight of conflict",
        "w",
        "The conflict over all steps on an open scale: 0 is none, 1 means that one tenth of the mass met no "
        "contradiction, 2 that one hundredth did.",
    ),
)
"""By title."""


def term(term_id: str) -> Term:
    """The term with this id. Raises ``KeyError`` if there is none."""
    for entry in TERMS:
        if entry.id == term_id:
            return entry
    raise KeyError(term_id)


def term_of(title: str) -> str:
    """The id of the term that a heading names, alone or as one of several; empty if it names none."""
    return _NAMED.get(title.casefold(), "")


def as_document() -> dict[str, dict[str, str]]:
    """The terms by id, for explanations in place."""
    return {one.id: {"title": one.title, "symbol": one.symbol, "meaning": one.meaning} for one in TERMS}


_NAMED = {name: entry.id for entry in TERMS for name in (entry.title.casefold(), f"{entry.title.casefold()}s")}
