"""How a synthesis was made, as sentences and tables: which evidence models in which order, which concepts joined or
removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.model.review import Review
from generator.model.synthesis import Synthesis
from generator.views import addresses
from generator.views.common_concepts import JOINED, REMOVED, SAME, UNDECIDED, CommonConcept
from generator.views.lettering import listed, shortened
from generator.views.names import slug, study_name
from generator.views.rounding import belief_text, count_text
from generator.views.table import Cell, Column, Table
from generator.views.words import evidence_base, in_sentence

_DECISIONS = (
    Column("Aspect"),
    Column("Decision", "What the synthesis makes of it"),
    Column("Becomes", "The more general concept that stands for all values"),
    Column("Values", "In how many evidence models each stands, in brackets"),
    Column("Why"),
)
_DIFFERENT = (
    Column("Aspect"),
    Column("Different values", numeric=True),
    Column("The most frequent", "In how many evidence models each stands, in brackets"),
    Column("Not known", "Evidence models that do not give it", numeric=True),
)
_MODELS = (
    Column("Turn", "Its place in the order of combining", numeric=True),
    Column("Evidence model"),
    Column("Study"),
    Column("Technique"),
    Column("Effects", "How many of the effects it reports", numeric=True),
)
_FINDINGS = (
    Column("Effect"),
    Column("Range", "The range the combined evidence supports best", term="range"),
    Column("Belief", "How much it supports the range, 0 to 1", numeric=True, term="belief"),
    Column("Evidence", "Evidence models and studies behind it"),
)


def made_of(synthesis: Synthesis, concepts: Iterable[CommonConcept]) -> str:
    """What was combined and what was made of the differences, as a sentence."""
    fates = Counter(one.fate for one in concepts)
    models, studies = count_text(len(synthesis.evidence_models), "evidence model"), _studies(synthesis)
    combined = (
        f"{models} from {count_text(len(studies), 'study', 'studies')} "
        f"{'is' if len(synthesis.evidence_models) == 1 else 'are'} combined "
        f"into conclusions about {count_text(len(synthesis.effects), 'effect')}."
    )
    joined, removed = fates[JOINED], fates[REMOVED]
    if not joined and not removed:
        return f"{combined} No concept was joined or removed."
    aspects = f"{count_text(joined, 'aspect')} {'is' if joined == 1 else 'are'} joined into a more general concept"
    return f"{combined} {aspects}, and {removed or 'none'} {'is' if removed == 1 else 'are'} removed."


def dependence(review: Review, synthesis: Synthesis) -> str:
    """How many studies supply several evidence models, and which supplies most, as a sentence."""
    studies = _studies(synthesis)
    several = sum(count > 1 for count in studies.values())
    if not several:
        return "No study supplies more than one of the evidence models."
    (largest, most), total = studies.most_common(1)[0], len(synthesis.evidence_models)
    return (
        f"{several} of {count_text(len(studies), 'study', 'studies')} "
        f"{'supplies' if several == 1 else 'supply'} more than one evidence model; each of them counts as if it came "
        f"from a study of its own. {study_name(review.study(largest))} supplies most: {most} of {total}."
    )


def decisions_table(concepts: Iterable[CommonConcept]) -> Table:
    """A row per aspect about which something was decided, or that needs no decision."""
    rows = tuple(
        (
            Cell(one.title),
            Cell("same in all" if one.fate == SAME else one.fate),
            Cell(one.into or "–"),
            Cell("; ".join(one.counted) or "–"),
            Cell(one.because or "–"),
        )
        for one in concepts
        if one.fate != UNDECIDED
    )
    return Table("What becomes of each aspect", _DECISIONS, rows)


def different_table(concepts: Iterable[CommonConcept]) -> Table:
    """A row per aspect that differs without a decision."""
    rows = tuple(
        (
            Cell(one.title),
            Cell(str(len(one.values))),
            Cell("; ".join(shortened(tuple(f"{value} ({count})" for value, count in one.values)))),
            Cell(str(one.unknown)),
        )
        for one in concepts
        if one.fate == UNDECIDED
    )
    return Table("Aspects that differ without a decision", _DIFFERENT, rows)


def different_sentence(concepts: Iterable[CommonConcept]) -> str:
    """Which aspects differ, or are not known for all, without a decision; empty if there are none."""
    titles = [in_sentence(one.title) for one in concepts if one.fate == UNDECIDED]
    if not titles:
        return ""
    return (
        f"{count_text(len(titles), 'aspect')} {'differs' if len(titles) == 1 else 'differ'}, or "
        f"{'is' if len(titles) == 1 else 'are'} not known for all, and no decision is recorded: {listed(titles)}."
    )


def models_table(review: Review, synthesis: Synthesis) -> Table:
    """A row per evidence model, in the order of combining."""
    reported = Counter(piece.evidence_model for one in synthesis.effects for piece in one.evidence)
    rows = tuple(
        (
            Cell(str(turn)),
            Cell(slug(model), addresses.evidence_model(model)),
            Cell(study_name(review.study(model.partition("/")[0])), addresses.study(model.partition("/")[0])),
            Cell(review.rules.technique(review.evidence_model(model).technique).title),
            Cell(str(reported[model])),
        )
        for turn, model in enumerate(synthesis.evidence_models, start=1)
    )
    return Table("The evidence models in the order of combining", _MODELS, rows)


def findings_table(review: Review, synthesis: Synthesis) -> Table:
    """A row per effect, which leads to its finding."""
    rows = tuple(
        (
            Cell(review.rules.effect(one.effect).title, addresses.finding(synthesis.id, one.effect)),
            Cell("" if one.range else "none", range=one.range),
            Cell(belief_text(one.belief)),
            Cell(evidence_base(one)),
        )
        for one in synthesis.effects
    )
    return Table("Its findings", _FINDINGS, rows)


def _studies(synthesis: Synthesis) -> Counter[str]:
    """Studies by how many evidence models each supplies."""
    return Counter(model.partition("/")[0] for model in synthesis.evidence_models)
