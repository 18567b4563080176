"""A page per study: what it is, how far it is believed, and everything it says, down to the line of evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.evidence import EffectEvidence
from generator.model.problem import Problem
from generator.model.study import EvidenceModel, ExtractionKind, Study
from generator.pages.content import Content
from generator.pages.evidence_models import ModelView, belief_step, conclusion, model_view
from generator.pages.outward import arxiv, doi, https
from generator.pages.page import Page
from generator.pages.study_quality import questionnaire
from generator.views import addresses
from generator.views.agreement_of_extractors import agreement_view
from generator.views.doubts import doubt_groups
from generator.views.names import study_name
from generator.views.rounding import belief_text, share_text
from generator.views.table import Link


@dataclass(frozen=True, slots=True)
class Outward:
    """A link that leaves the site: what it is called and a checked address."""

    words: str
    address: str


def pages(content: Content) -> Iterable[Page]:
    """A page per study, in the order of their labels."""
    for order, study in enumerate(sorted(content.review.studies, key=by_label), start=1):
        yield Page(
            path=f"studies/{study.id}",
            kind="study",
            title=study_name(study),
            description=f"What the study “{study.bibliography.title}” contributes to the review, and how.",
            values=_values(content, study),
            section="Studies",
            order=order,
        )


def by_label(study: Study) -> tuple[int, str]:
    """Sorts studies by label, S2 before S10."""
    return len(study.label), study.label


def links(study: Study) -> tuple[Outward, ...]:
    """Where the study can be read; an address that is not a plain one is left out."""
    found = study.bibliography
    candidates = (
        (f"doi {found.doi}", doi(found.doi)),
        (f"arXiv {found.arxiv}", arxiv(found.arxiv)),
        ("publisher’s page", https(found.url)),
    )
    return tuple(Outward(words, address) for words, address in candidates if address is not None)


def _values(content: Content, study: Study) -> dict[str, object]:
    review = content.review
    pieces = content.pieces_of(study.id)
    kind = review.rules.study_type(study.design.type)
    return {
        "study": study,
        "authors": ", ".join(study.bibliography.authors),
        "links": links(study),
        "contribution": _contribution(content, study, pieces),
        "kind": kind,
        "band": f"{belief_text(kind.lower)} to {belief_text(kind.lower + review.rules.band_width)}",
        "read_in_paper": study.extraction.kind is ExtractionKind.PAPER,
        "extraction_address": https(study.extraction.url),
        "quality_source": addresses.source(study.quality.place),
        "questionnaire": questionnaire(review, study, pieces),
        "belief": belief_step(review, pieces),
        "models": tuple(_model(content, model, number) for number, model in enumerate(study.evidence_models, 1)),
        "doubts": doubt_groups(review, next(iter(content.syntheses), None), _about(content, study)),
        "evidence_file": addresses.source(study.place),
        "twice": agreement_view(content.twice[study.id]) if study.id in content.twice else None,
    }


def _model(content: Content, model: EvidenceModel, number: int) -> ModelView:
    return model_view(content, model, f"diagram-{number}")


def _contribution(content: Content, study: Study, pieces: tuple[EffectEvidence, ...]) -> dict[str, object]:
    return {
        "models": len(study.evidence_models),
        "belief": belief_text(pieces[0].study_belief.value) if pieces else "",
        "standing": _standing(content, study, pieces),
        "effects": tuple(
            (content.review.rules.effect(name).title, conclusion(content, study.id, name))
            for name in dict.fromkeys(piece.effect for piece in pieces)
        ),
        "shares": _shares(content, study),
    }


def _standing(content: Content, study: Study, pieces: tuple[EffectEvidence, ...]) -> str:
    """Where the study belief lies in its band, in words; empty if the study reports no effect."""
    if not pieces:
        return ""
    kind, width = content.review.rules.study_type(study.design.type), content.review.rules.band_width
    place = (pieces[0].study_belief.value - kind.lower) / width
    third = "lower" if place < 1 / 3 else "middle" if place < 2 / 3 else "upper"
    return f"in the {third} third of the band of its type"


def _shares(content: Content, study: Study) -> tuple[tuple[str, str, Link], ...]:
    """How much of each synthesis the study supplies, in words, and the title and page of the synthesis."""
    shares = []
    for synthesis in content.syntheses:
        mine = synthesis.models_by_study.get(study.id, 0)
        total = len(synthesis.evidence_models)
        if mine:
            words = f"{mine} of the {total} ({share_text(mine / total)})"
            shares.append((words, synthesis.title, addresses.synthesis(synthesis.id)))
    return tuple(shares)


def _about(content: Content, study: Study) -> Iterable[Problem]:
    about = content.warnings_about({study.id, *(model.id for model in study.evidence_models)})
    # What two extractors disagree on has a table of its own.
    return (problem for problem in about if problem.kind != "extractors-differ")
