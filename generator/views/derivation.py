"""The whole derivation of one number, step by step, with the actual numbers put in.

Used by the command ``explain`` and by the pages; equation numbers are those of the method page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model.evidence import EffectEvidence, Improvement
from generator.model.review import Review
from generator.model.rules import Direction, Family, IntensityBand, UnansweredRule
from generator.model.study import Measurement, Pairs, Reported, Stated
from generator.model.synthesis import EffectSynthesis, Rest, Synthesis
from generator.views.derivation_discount import discount_formulas
from generator.views.rounding import (
    belief_text_long,
    count_text,
    exact_text,
    number_text,
    percent_text,
    points_text,
    rounded,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done and why, the formulas with the numbers put in, and what comes out.

    All text; ``formulas`` may be empty.
    """

    title: str
    explanation: str
    formulas: tuple[str, ...]
    result: str


def steps(
    review: Review,
    piece: EffectEvidence,
    synthesis: EffectSynthesis | None = None,
    without: Rest | None = None,
) -> tuple[Step, ...]:
    """From the entry of the evidence file to the belief value, and to its influence on a synthesis if one is given.

    ``synthesis`` is the conclusion about the effect that ``piece`` takes part in, ``without`` the same without
    it; None if nothing else reports the effect.
    """
    return tuple(_steps(review, piece, synthesis, without))


def whole_derivation(
    review: Review,
    piece: EffectEvidence,
    syntheses: Iterable[Synthesis],
    without: Mapping[tuple[str, str, str], Rest],
) -> Iterator[Step]:
    """Every step to the belief value, then the influence on each synthesis that ``piece`` takes part in.

    ``without`` has the conclusions without single evidence models, by (synthesis, effect, evidence model). Where a
    synthesis discounts by another policy than ``piece``, its own discount and mass come before the influence.
    """
    yield from steps(review, piece)
    for synthesis in syntheses:
        if (conclusion := synthesis.about(piece)) is not None:
            rest = without.get((synthesis.id, piece.effect, piece.evidence_model))
            for step in _in_synthesis(review, piece, conclusion, rest):
                yield replace(step, explanation=f"In “{synthesis.title}”. {step.explanation}")


def _in_synthesis(
    review: Review, piece: EffectEvidence, conclusion: EffectSynthesis, without: Rest | None
) -> Iterator[Step]:
    combined = conclusion.piece(piece.evidence_model)
    if combined.discount != piece.discount:
        yield _discount(review, combined)
        yield _mass(combined)
    yield _influence(combined, conclusion, without)


def _steps(
    review: Review, piece: EffectEvidence, synthesis: EffectSynthesis | None, without: Rest | None
) -> Iterator[Step]:
    yield _input(review, piece)
    if piece.improvement is not None:
        yield _mean(piece.improvement)
    yield _range(review, piece)
    yield _study_belief(review, piece)
    yield _discount(review, piece)
    yield _mass(piece)
    if synthesis is not None:
        yield _influence(piece, synthesis, without)


def _input(review: Review, piece: EffectEvidence) -> Step:
    record = piece.record
    metric = review.rules.metric(record.metric)
    better = "higher" if metric.direction is Direction.HIGHER else "lower"
    place = f"{piece.place.path}, line {piece.place.line}"
    where = f" In the source: {record.where}." if record.where else ""
    if isinstance(record.measurement, Stated):
        explanation = f"The study states a range in words ({place}).{where}"
    else:
        explanation = f"{metric.title} as the evidence file has it ({place}); {better} is better.{where}"
    return Step("Input", explanation, *_as_entered(review, record.measurement, piece.improvement))


def _as_entered(review: Review, entered: Measurement, found: Improvement | None) -> tuple[tuple[str, ...], str]:
    if isinstance(entered, Pairs):
        return _pairs(review, entered, found), count_text(len(entered.values), "paired observation")
    if isinstance(entered, Reported):
        return _reported(entered), _behind(entered)
    return (f"because: {entered.because}",), f"stated range {entered.range}"


def _pairs(review: Review, entered: Pairs, found: Improvement | None) -> tuple[str, ...]:
    symbol = review.rules.unit(entered.unit).symbol
    unit = f" {symbol}" if symbol else ""
    each = found.each if found is not None else ()
    return tuple(
        f"{pair.subject or f'observation {number}'}: {exact_text(pair.baseline)}{unit} → "
        f"{exact_text(pair.treated)}{unit}: {percent_text(gain, 3)}"
        for number, (pair, gain) in enumerate(zip(entered.values, each, strict=True), start=1)
    )


def _reported(entered: Reported) -> tuple[str, ...]:
    statistics = (("mean", entered.mean), ("standard deviation", entered.std), ("interquartile range", entered.iqr))
    lines = [f"{name} = {exact_text(value)}" for name, value in statistics if value is not None]
    counts = (("n", entered.count), ("independent clusters", entered.clusters))
    return (*lines, *(f"{name} = {count}" for name, count in counts if count is not None))


def _behind(entered: Reported) -> str:
    if entered.count is None:
        return f"statistics over {count_text(entered.clusters or 0, 'independent cluster')}"
    return f"statistics over {count_text(entered.count, 'paired observation')}"


def _mean(found: Improvement) -> Step:
    spread = [] if found.std is None else [f"standard deviation (n − 1) = {number_text(found.std, 3)}"]
    if found.iqr is not None and (found.count or found.clusters) > 1:
        spread.append(f"interquartile range (nearest rank) = {number_text(found.iqr, 3)}")
    explanation = (
        "The mean relative improvement over the paired observations, in percent of the baseline; positive is better."
        if found.each
        else "The mean relative improvement as reported, in percent of the baseline; positive is better."
    )
    formulas = (_sum(found), *spread) if len(found.each) > 1 else tuple(spread)
    return Step("Mean improvement", explanation, formulas, percent_text(found.mean, 3))


def _sum(found: Improvement, shown: int = 6) -> str:
    terms = [number_text(value, 3) for value in found.each]
    listed = terms if len(terms) <= shown else [*terms[: shown - 1], "…", terms[-1]]
    inside = " + ".join(f"({term})" if term.startswith("−") else term for term in listed)
    return f"({inside}) / {len(terms)} = {number_text(found.mean, 3)}"


def _range(review: Review, piece: EffectEvidence) -> Step:
    title = "Range on the seven-level scale"
    if piece.improvement is None:
        return Step(title, "The stated range is taken as it is.", (), f"{piece.range} ({piece.range.words})")
    family = review.rules.family(review.rules.effect(piece.effect).family)
    size = abs(piece.improvement.mean)
    formula = _bound(review.rules.bands(family.id), size)
    mirrored = ", mirrored because the mean is negative" if piece.improvement.mean < 0 else ""
    return Step(title, _range_words(family, mirrored), (formula,), f"{piece.range} ({piece.range.words})")


def _range_words(family: Family, mirrored: str) -> str:
    return (
        f"The size of the mean is looked up in the bounds for {family.title.lower()}; upper bounds are "
        f"inclusive{mirrored}."
    )


def _bound(bands: tuple[IntensityBand, ...], size: float) -> str:
    """The band of ``size`` percent with its bounds: ``5 % < |mean| = 8.461 % ≤ 10 %``."""
    below: float | None = None
    for band in bands:
        if band.up_to is None or size <= band.up_to:
            break
        below = band.up_to
    lower = "" if below is None else f"{exact_text(below)} % < "
    upper = "" if band.up_to is None else f" ≤ {exact_text(band.up_to)} %"
    return f"{lower}|mean| = {number_text(size, 3)} %{upper}"


def _study_belief(review: Review, piece: EffectEvidence) -> Step:
    belief, study = piece.study_belief, review.study(piece.study)
    kind = review.rules.study_type(study.design.type)
    upper = exact_text(belief.lower + review.rules.band_width)
    band = f"{kind.title}: study beliefs from {exact_text(belief.lower)} to {upper}."
    if belief.quality is None:
        because = study.quality.given_because or "a publication gives it without the answers behind it"
        return Step("Study belief", f"{band} The value is taken as given: {because}", (), _b(belief.value))
    rule = _unanswered(piece)
    scores = ", ".join(_score(score.question, score.score) for score in belief.scores)
    formulas = (
        f"question scores yes / (yes + no): {scores}",
        f"quality = mean of {_counted(piece)} = {belief_text_long(belief.quality)}",
        f"B = {exact_text(belief.lower)} + {exact_text(review.rules.band_width)} × {belief_text_long(belief.quality)}",
    )
    return Step(
        "Study belief", f"{band} Where it lies there is the quality of the study.{rule}", formulas, _b(belief.value)
    )


def _b(value: float) -> str:
    return f"B = {belief_text_long(value)}"


def _score(question: str, score: float | None) -> str:
    return f"{question}: {'n/a' if score is None else number_text(score, 3)}"


def _counted(piece: EffectEvidence) -> str:
    scores = piece.study_belief.scores
    zero = piece.study_belief.unanswered is UnansweredRule.ZERO
    return count_text(sum(zero or score.score is not None for score in scores), "question")


def _unanswered(piece: EffectEvidence) -> str:
    if all(score.score is not None for score in piece.study_belief.scores):
        return ""
    if piece.study_belief.unanswered is UnansweredRule.ZERO:
        return " A question answered only with n/a counts as zero here."
    return " A question answered only with n/a is left out."


def _discount(review: Review, piece: EffectEvidence) -> Step:
    policy = review.rules.discount_policy(piece.discount.policy)
    if piece.improvement is None:
        explanation = f"{policy.title}: a stated range has no spread to discount."
    elif piece.improvement.count == 1 and dict(piece.discount.factors).get("d") == 0:
        explanation = f"{policy.title}: a single observation shows no spread and is not discounted."
    else:
        explanation = f"{policy.title}: what spread or sample take away from the study belief."
    formulas = discount_formulas(piece, policy)
    return Step("Discount", explanation, formulas, f"belief value m = {exact_text(piece.belief_value)}")


def _mass(piece: EffectEvidence) -> Step:
    formulas = (
        f"m({{{piece.range}}}) = {exact_text(piece.belief_value)}",
        f"m(Θ) = 1 − {exact_text(piece.belief_value)} = {number_text(1 - piece.belief_value, 3)}",
    )
    explanation = "The belief value supports the range; the rest stays on the whole scale Θ and favours no level."
    return Step("Mass", explanation, formulas, f"{exact_text(piece.belief_value)} on {piece.range}")


def _influence(piece: EffectEvidence, synthesis: EffectSynthesis, without: Rest | None) -> Step:
    others = len(synthesis.evidence) - 1
    title = "Influence on the synthesis"
    if others == 0:
        explanation = "No other evidence model in the synthesis reports this effect: it is the conclusion."
        return Step(title, explanation, (), f"with it: {_outcome(synthesis)}")
    explanation = f"Combined with {count_text(others, 'other evidence model')} by Dempster's rule."
    formulas = [f"with it: {_outcome(synthesis)}"]
    if without is not None:
        formulas.append(f"without it: {_outcome(without)}")
    return Step(title, explanation, tuple(formulas), _difference(synthesis, without))


def _outcome(conclusion: EffectSynthesis | Rest) -> str:
    if conclusion.is_total_conflict:
        return "total conflict, no result"
    if conclusion.range is None:
        return "no range"
    return f"{conclusion.range}, belief {belief_text_long(conclusion.belief)}"


def _difference(synthesis: EffectSynthesis, without: Rest | None) -> str:
    if without is None:
        return _outcome(synthesis)
    if synthesis.range != without.range:
        return f"it changes the reported range from {without.range or 'none'} to {synthesis.range or 'none'}"
    if synthesis.belief is None or without.belief is None:
        return "it changes nothing: there is no result with or without it"
    points = points_text(int(rounded(100 * (synthesis.belief - without.belief), 0)))
    return f"the range stays {synthesis.range}; its belief moves by {points}"
