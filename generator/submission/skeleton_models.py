"""The part of a new study file that holds evidence: contexts, evidence models, effects with their measurements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.intake.checks.nothing_is_left_to_do import PLACEHOLDER as TODO
from generator.intake.draft import TECHNIQUE
from generator.model.rules import Aspect, Effect
from generator.submission.known import Known
from generator.submission.record import Result, Submission
from generator.submission.terms import listed, terms
from generator.submission.yaml_text import comment, value


def context(told: Submission, known: Known) -> Iterator[str]:
    """What holds for the whole study: technique, and aspects with the words each may have."""
    yield from comment(
        "What holds for every evidence model below; a context of their own may say otherwise. "
        f"Where several values may stand, write them in square brackets. The words for {TECHNIQUE}:"
    )
    yield from terms((one.id, one.title) for one in known.rules.techniques)
    for vocabulary in sorted(_repeated(known)):
        words = listed(term.id for term in known.rules.terms(vocabulary))
        yield from comment(f"The {vocabulary}, which several keys take: {words}.")
    yield "context:"
    yield f"  {TECHNIQUE}: {told.technique or TODO}"
    said = dict(told.context)
    for aspect in known.shared_aspects:
        yield from _aspect(known, aspect, said.get(aspect.id, ""), 2, required=True)
    for aspect in known.optional_aspects:
        yield from _aspect(known, aspect, said.get(aspect.id, ""), 2, required=False)


def _aspect(known: Known, aspect: Aspect, said: str, indent: int, required: bool) -> Iterator[str]:
    yield from comment(f"{aspect.meaning}{_words(known, aspect)}", indent)
    mark = "" if required or said else "#"
    yield f"{' ' * indent}{mark}{aspect.id}: {value(said or TODO)}"


def _words(known: Known, aspect: Aspect) -> str:
    several = " Several may stand in square brackets." if aspect.many else ""
    if aspect.vocabulary is None:
        return several
    if aspect.vocabulary in _repeated(known):
        return f" One of the {aspect.vocabulary} above.{several}"
    return f" One of {listed([term.id for term in known.rules.terms(aspect.vocabulary)])}.{several}"


def _repeated(known: Known) -> set[str]:
    """The vocabularies of more than one aspect."""
    used = Counter(aspect.vocabulary for aspect in known.rules.aspects if aspect.vocabulary)
    return {vocabulary for vocabulary, times in used.items() if times > 1}


def evidence_models(told: Submission, known: Known) -> Iterator[str]:
    """One evidence model for each configuration told of, or one to fill in."""
    yield from comment(
        "One evidence model for each configuration that the study compares with its baseline. Choose its name, in "
        "small letters, digits, dots, hyphens and underscores, so that it tells what is special about it. Copy the "
        "block for further ones."
    )
    yield "#"
    yield from _kinds()
    yield "#"
    yield "# The effects of this review, with the units of their values:"
    yield from terms((one.id, f"{one.title} ({_units(known, one)})") for one in known.rules.effects)
    yield "evidence_models:"
    for name in told.models or (TODO,):
        yield ""
        yield from _model(name, told, known)


def _kinds() -> Iterator[str]:
    yield from comment("Each effect has exactly one of these:")
    yield from terms(
        (
            ("pairs", "measured values, without (baseline) and with the technology (treated); the best"),
            ("reported", "{mean: 31.4, std: 4.2, iqr: 5.5, n: 20}: the relative improvement in percent of the "
             "baseline, positive where it is better for the user; std and iqr where known, n or clusters"),
            ("stated", "{range: WP, because: “…”}: for what a study says only in words; one of SN NE WN IF WP PO SP "
             "(strongly negative to strongly positive) or two neighbours such as WN-IF"),
        )
    )  # fmt: skip


def _units(known: Known, effect: Effect) -> str:
    units = dict.fromkeys(unit for metric in effect.metrics for unit in known.rules.metric(metric).units)
    return ", ".join(units)


def _model(name: str, told: Submission, known: Known) -> Iterator[str]:
    yield f"  {name}:"
    said = dict(told.context)
    if known.own_aspects:
        yield "    context:"
        for aspect in known.own_aspects:
            yield from _aspect(known, aspect, said.get(aspect.id, ""), 6, required=True)
    yield f"    #note: {TODO}   # What a reader of this evidence model should know."
    yield "    effects:"
    results = [result for result in told.results if result.model == name]
    elsewhere = {result.effect for result in told.results}
    measured = dict.fromkeys(result.effect for result in results)
    for effect in (*measured, *(one for one in told.effects if one not in elsewhere)) or ("",):
        yield ""
        yield from _effect(effect, [result for result in results if result.effect == effect], known)


def _effect(effect: str, results: list[Result], known: Known) -> Iterator[str]:
    yield f"      {effect or TODO}:"
    own_places = bool(results) and all(result.where for result in results)
    unit = next((result.unit for result in results if result.unit), "")
    if not own_places:
        yield f"        where: {TODO}   # Where the values stand in the paper, for example: Table 3, p. 7"
    yield from _metric(effect, unit, known)
    yield "        pairs:"
    yield from _unit(effect, unit, known)
    yield f"          #clusters: {TODO}   # How many independent groups the pairs form."
    yield "          values:"
    yield "            # Each may also have runs (how many each value averages), subject and where."
    for result in results or [Result("", effect)]:
        yield f"            - {_pair(result)}"


def _metric(effect: str, unit: str, known: Known) -> Iterator[str]:
    """The metric, where it is not the only one of the effect."""
    rules = known.rules
    metrics = rules.effect(effect).metrics if effect else ()
    measured = next((metric for metric in metrics if unit in rules.metric(metric).units), "")
    if measured and measured != metrics[0]:
        yield f"        metric: {measured}"
    elif len(metrics) != 1:
        about = f"One of {listed(metrics)}; the first" if metrics else "A metric of review/metrics.yaml; the usual one"
        yield f"        #metric: {TODO}   # {about} if left out."


def _unit(effect: str, told: str, known: Known) -> Iterator[str]:
    rules = known.rules
    units = [unit for metric in rules.effect(effect).metrics for unit in rules.metric(metric).units] if effect else []
    only = units[0] if len(units) == 1 else ""
    about = f"One of {listed(dict.fromkeys(units))}." if units else "A unit of the effect, from the list above."
    yield f"          unit: {told or only or TODO}" + ("" if told or only else f"   # {about}")


def _pair(result: Result) -> str:
    where = f", where: {value(result.where)}" if result.where else ""
    return f"{{baseline: {result.baseline or TODO}, treated: {result.treated or TODO}{where}}}"
