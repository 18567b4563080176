"""A page per claim: one effect in one synthesis, with all that speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.problem import Problem
from generator.model.scale import IntensityRange
from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.pages.content import Content
from generator.pages.page import Page
from generator.views import addresses, words
from generator.views.charts import conflict_pairs, effect_evidence, mass_left
from generator.views.finding_tables import evidence_table, levels_table, measures_table
from generator.views.overview import finding
from generator.views.rounding import belief_text, count_text
from generator.views.table import Link


@dataclass(frozen=True, slots=True)
class Against:
    """An evidence model whose range lies on the other side of the conclusion."""

    model: str
    link: Link
    range: IntensityRange
    belief_value: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning with the line of the evidence file it is about."""

    text: str
    why: str
    link: Link


def pages(content: Content) -> Iterator[Page]:
    """A page for every effect of every synthesis."""
    for synthesis in content.syntheses:
        for place, effect in enumerate(synthesis.effects):
            yield _page(content, synthesis, effect, place)


def _page(content: Content, synthesis: Synthesis, one: EffectSynthesis, place: int) -> Page:
    review, about = content.review, finding(content.review, one)
    figures = [effect_evidence.figure(review, synthesis, one), mass_left.figure(review, synthesis, one)]
    if one.study_conflicts:
        figures.append(conflict_pairs.figure(review, synthesis, one))
    return Page(
        path=addresses.finding(synthesis.id, one.effect).page,
        kind="finding",
        title=about.effect.title,
        description=words.conclusion(about.effect, one, review.question.subject),
        values={
            "finding": about,
            "synthesis": synthesis,
            "family": review.rules.family(about.effect.family).title,
            "sentence": words.conclusion(about.effect, one, review.question.subject),
            "base": words.evidence_base(one),
            "remarks": _remarks(one),
            "leave_out": _leave_out(content, synthesis, one),
            "against": tuple(_against(one)),
            "evidence": evidence_table(review, synthesis, one, content.without),
            "measures": measures_table(one),
            "levels": levels_table(one),
            "evidence_chart": figures[0],
            "mass_chart": figures[1],
            "conflict_chart": figures[2] if len(figures) > 2 else None,
            "conflict_sentence": words.conflict_sentence(one),
            "doubts": tuple(doubt(problem) for problem in content.warnings if _concerns(problem, one)),
        },
        figures=tuple(figures),
        section="Findings",
        order=place + 1,
    )


def _remarks(one: EffectSynthesis) -> tuple[str, ...]:
    sentences = (words.change_sentence(one), words.ignorance_sentence(one), words.tie_sentence(one))
    return tuple(sentence for sentence in sentences if sentence)


def _against(one: EffectSynthesis) -> Iterator[Against]:
    """Evidence that shares no level with the conclusion, the most believed first."""
    if one.range is None:
        return
    apart = [piece for piece in one.evidence if not piece.range.mask & one.range.mask]
    for piece in sorted(apart, key=lambda piece: -piece.belief_value):
        link = addresses.derivation(piece.evidence_model, piece.effect)
        yield Against(piece.evidence_model, link, piece.range, belief_text(piece.belief_value))


def _leave_out(content: Content, synthesis: Synthesis, one: EffectSynthesis) -> str:
    """Whether the conclusion hangs on a single evidence model."""
    if len(one.evidence) == 1:
        return "The conclusion is that of its only evidence model."
    without = {
        piece.evidence_model: content.without[synthesis.id, one.effect, piece.evidence_model] for piece in one.evidence
    }
    changing = [model for model, rest in without.items() if rest.range != one.range]
    if not changing:
        return "Leaving out any single evidence model leaves the reported range as it is."
    each = "; ".join(f"{model} gives {without[model].range or 'no range'}" for model in changing)
    return f"The reported range changes if one of {count_text(len(changing), 'evidence model')} is left out: {each}."


def _concerns(problem: Problem, one: EffectSynthesis) -> bool:
    """A warning about this effect in one of its evidence models."""
    return one.effect in problem.about and any(piece.evidence_model in problem.about for piece in one.evidence)


def doubt(problem: Problem) -> Doubt:
    """A warning as pages show it."""
    return Doubt(f"{problem.found}; expected {problem.expected}", problem.hint, addresses.source(problem.place))
