"""The record of a planned synthesis."""

from __future__ import annotations

from generator.intake.node import Node
from generator.intake.records.scale import range_of
from generator.intake.schema.synthesis import PublishedForm, PublishedResultForm, SynthesisForm
from generator.model.review import ConceptDecision, PublishedResult, PublishedResults, SynthesisPlan


def synthesis_record(form: SynthesisForm, tree: Node) -> SynthesisPlan:
    """The plan of a file; its place is that of its list of evidence models."""
    return SynthesisPlan(
        form.id,
        form.title,
        form.description,
        form.reading,
        form.discount,
        form.order_note,
        form.evidence_models,
        tuple(ConceptDecision(each.aspect, each.action, each.into, each.because) for each in form.concepts or ()),
        _published(form.published) if form.published else None,
        tree.get("evidence_models").key_place,
    )


def _published(form: PublishedForm) -> PublishedResults:
    results = tuple(_result(effect, each) for effect, each in form.results.items())
    return PublishedResults(form.source, form.url, form.decimals, form.note, results)


def _result(effect: str, form: PublishedResultForm) -> PublishedResult:
    return PublishedResult(effect, range_of(form.range), form.belief, form.evidence_models, form.studies, form.note)
