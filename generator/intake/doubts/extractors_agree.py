"""Two extractors of one study who read something differently, or who are one person."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.wording import quoted
from generator.model.problem import Problem, Severity
from generator.model.review import Review
from generator.model.second_extraction import FieldPair, SecondExtraction


def check(review: Review) -> Iterator[Problem]:
    """Both say the same in every field that can be compared, and have different names if they have any."""
    for second in review.second_extractions:
        yield from (_differs(second, pair) for pair in second.fields if not pair.same)
        first = review.study(second.study.id).extraction.by
        if first is not None and first == second.study.extraction.by:
            yield _one_person(second, first)


def _differs(second: SecondExtraction, pair: FieldPair) -> Problem:
    return Problem(
        pair.second.place,
        "extractors-differ",
        pair.field,
        _said(pair.second.text),
        f"{_said(pair.first.text)} as the first extractor has it ({pair.first.place})",
        "read the place in the source together, and correct the file that is wrong",
        Severity.WARNING,
        _about(second, pair.field),
    )


def _one_person(second: SecondExtraction, name: str) -> Problem:
    return Problem(
        second.study.place,
        "one-extractor",
        "extraction.by",
        f"{quoted(name)}, who extracted the first file too",
        "another person",
        "agreement with oneself is not an independent check",
        Severity.WARNING,
        (second.study.id,),
    )


def _said(text: str | None) -> str:
    return "nothing" if text is None else quoted(text)


def _about(second: SecondExtraction, field: str) -> tuple[str, ...]:
    """The study, and the evidence model and effect that a field below them belongs to."""
    for model in second.study.evidence_models:
        start = f"evidence_models.{model.slug}"
        if field == start or field.startswith(f"{start}."):
            effects = (record.effect for record in model.effects)
            known = (name for name in effects if f"{field}.".startswith(f"{start}.effects.{name}."))
            return (second.study.id, model.id, *known)
    return (second.study.id,)
