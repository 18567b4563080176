"""The record of a primary study."""

from __future__ import annotations

from generator.intake.draft import TECHNIQUE
from generator.intake.node import Node
from generator.intake.records.scale import range_of
from generator.intake.schema.measurement import EffectForm, PairForm, PairsForm
from generator.intake.schema.study import EvidenceModelForm, QualityForm, StudyForm
from generator.model.rules import MethodRules, UnansweredRule
from generator.model.study import (
    Answer,
    Bibliography,
    Design,
    EffectRecord,
    EvidenceModel,
    Extraction,
    ExtractionKind,
    Measurement,
    Pair,
    Pairs,
    Quality,
    Reported,
    Stated,
    Study,
    StudyChange,
)


def study_record(form: StudyForm, tree: Node, rules: MethodRules) -> Study:
    """The study of a file; its place is that of its first key."""
    models = tree.get("evidence_models")
    return Study(
        form.id,
        form.label,
        _bibliography(form),
        Design(form.design.type, form.design.type_in_paper, form.design.because),
        _extraction(form),
        _quality(form.quality, tree.get("quality"), rules.unanswered),
        tuple(_model(form, slug, each, models.get(slug), rules) for slug, each in form.evidence_models.items()),
        tuple(StudyChange(each.version, each.what, each.because) for each in form.changes or ()),
        form.notes or (),
        tree.place,
    )


def _bibliography(form: StudyForm) -> Bibliography:
    return Bibliography(
        form.title, form.authors, form.year, form.venue, form.doi, form.arxiv, form.url, form.also_as or ()
    )


def _extraction(form: StudyForm) -> Extraction:
    extraction = form.extraction
    kind = ExtractionKind(extraction.kind)
    return Extraction(kind, extraction.source, extraction.url, extraction.by, extraction.note)


def _quality(form: QualityForm, node: Node, usual: UnansweredRule) -> Quality:
    own = form.unanswered_questions
    return Quality(
        answers=tuple((item, Answer(answer)) for item, answer in (form.answers or {}).items()),
        unanswered=UnansweredRule(own) if own else usual,
        unanswered_because=form.because if own else None,
        given=form.given,
        given_because=form.because if form.given is not None else None,
        place=node.key_place,
    )


def _model(study: StudyForm, slug: str, form: EvidenceModelForm, node: Node, rules: MethodRules) -> EvidenceModel:
    context = {**(study.context or {}), **(form.context or {})}
    effects = node.get("effects")
    return EvidenceModel(
        id=f"{study.id}/{slug}",
        study=study.id,
        slug=slug,
        technique=context[TECHNIQUE][0],
        aspects=tuple((aspect.id, context[aspect.id]) for aspect in rules.aspects if aspect.id in context),
        effects=tuple(_effect(name, each, effects.get(name), rules) for name, each in form.effects.items()),
        where=form.where,
        note=form.note,
        place=node.key_place,
    )


def _effect(effect: str, form: EffectForm, node: Node, rules: MethodRules) -> EffectRecord:
    metric = form.metric or rules.effect(effect).metrics[0]
    return EffectRecord(effect, metric, _measurement(form, node), form.where, form.note, node.key_place)


def _measurement(form: EffectForm, node: Node) -> Measurement:
    if form.pairs is not None:
        return _pairs(form.pairs, node.get("pairs", "values"))
    if form.reported is not None:
        said = form.reported
        return Reported(said.mean, said.std, said.iqr, said.n, said.clusters)
    if form.stated is not None:
        return Stated(range_of(form.stated.range), form.stated.because)
    raise AssertionError("the checks let no effect pass without a measurement")


def _pairs(form: PairsForm, values: Node) -> Pairs:
    placed = zip(form.values, values.items, strict=True)
    return Pairs(form.unit, tuple(_pair(pair, node) for pair, node in placed), form.clusters, form.stated_mean)


def _pair(form: PairForm, node: Node) -> Pair:
    return Pair(form.baseline, form.treated, form.runs, form.subject, form.where, node.place)
