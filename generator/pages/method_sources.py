"""How we know the rules that are the same for every review; a review's own choices carry their sources with them."""

from __future__ import annotations

from generator.model.rules import Source, SourceStatus

STATUS_WORDS = {
    SourceStatus.SEEN: "read in a primary source",
    SourceStatus.SECOND_HAND: "second-hand: read in another work’s account of it",
    SourceStatus.INFERRED: "inferred: it reproduces published numbers, but we found it written nowhere",
    SourceStatus.OURS: "our own choice",
}

_FACTORY = "Santos and Travassos, ESEM 2017 (the Evidence Factory tool)"
_KANBAN = "Santos et al., JSERD 6:13 (2018)"
_THESIS = "Santos, doctoral thesis, COPPE/UFRJ, 2015, as later works describe it"
_ENTCS = "Santos and Travassos, ENTCS 292 (2013), as later works describe it"
_PACKAGE = "Replication package of the ESEM 2025 synthesis, doi 10.5281/zenodo.15850734"
_EXTENSION = "Replication package of the journal extension, doi 10.5281/zenodo.18401926"


def _seen(text: str) -> Source:
    return Source(text, SourceStatus.SEEN)


def _second_hand(text: str) -> Source:
    return Source(text, SourceStatus.SECOND_HAND)


def _inferred(text: str) -> Source:
    return Source(text, SourceStatus.INFERRED)


def _ours(text: str) -> Source:
    return Source(text, SourceStatus.OURS)


OWN_RULES: tuple[tuple[str, Source], ...] = (
    ("Evidence models with four archetypes, causes, effects and aspects", _seen(f"{_FACTORY}; {_KANBAN}.")),
    ("Improvement relative to the study’s own baseline, and its mean", _seen(f"{_PACKAGE}.")),
    (
        "Standard deviation with n − 1; quartiles by nearest rank",
        _inferred("Reproduces the pooled rows of the published package exactly."),
    ),
    ("Study belief: lower end of the band plus a share for quality", _second_hand(f"{_ENTCS}.")),
    (
        "Quality as the mean of yes / (yes + no) over the questions",
        _inferred("Reproduces the study beliefs published with their answers, to within 0.00001."),
    ),
    (
        "Mass as a simple support function, combined by Dempster’s rule",
        _second_hand(f"Its use here: {_THESIS}. The rule itself is textbook matter: Shafer, 1976."),
    ),
    (
        "Normalising by the sum of the masses that are kept",
        _ours("The same number on paper, and a far more exact one in floating point when conflict is high."),
    ),
    ("Conflict reported as that of the last pairwise step", _second_hand(f"{_THESIS}.")),
    (
        "Total conflict, weight of conflict, conflict of each pair of studies",
        _ours("Reported beside the conflict of the last step because they do not depend on the order."),
    ),
    (
        "Pignistic probabilities",
        _ours("A standard transformation of masses, for readers who want one number a level."),
    ),
    (
        "Values within 10⁻¹² of each other are equal; results decided by a tie are marked",
        _ours("Ties occur in real data, and must not depend on the order of the evidence."),
    ),
    ("Classes of the change of belief", _seen(f"{_EXTENSION}.")),
    (
        "Rounding the change to whole points before it is classified",
        _ours("Half away from zero; the publications do not say how they rounded."),
    ),
    (
        "The questions that show how firm a conclusion is, and the verdict",
        _ours("No publication of the method asks them all; the review data give a reason for every number."),
    ),
    (
        "Cohen’s kappa of two extractors, unweighted",
        _second_hand("Textbook matter: J. Cohen, A coefficient of agreement for nominal scales, 1960."),
    ),
    ("Fewest fields for kappa", _ours("Fewer fields say nothing that chance would not; the number is a convention.")),
    ("Comparing evidence models before they are combined", _seen(f"{_FACTORY}; {_EXTENSION}.")),
    ("Keeping several evidence models of one study as they are", _seen(f"{_EXTENSION}, as a pragmatic choice.")),
)
"""Rules by name, each with its source. A rule is never shown without its status."""
