"""The Method page: how evidence becomes a conclusion, and how each rule is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.review import Publication, Review
from generator.model.rules import Family, MethodRules, Policy, Source, SourceStatus
from generator.model.scale import LEVELS, IntensityRange
from generator.model.second_extraction import FEWEST_FOR_KAPPA
from generator.pages import worked_example
from generator.pages.content import Content
from generator.pages.method_sources import OWN_RULES, STATUS_WORDS
from generator.pages.outward import arxiv, doi
from generator.pages.page import Page
from generator.views import addresses
from generator.views.robustness.asked import asked
from generator.views.rounding import belief_text, exact_text
from generator.views.table import Cell, Column, Link, Table


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy with its parameters and how it is known."""

    policy: Policy
    parameters: tuple[tuple[str, str], ...]
    known: str
    used_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicationView:
    """A publication of the review and where it can be read, if anywhere."""

    publication: Publication
    address: str | None


def pages(content: Content) -> Iterable[Page]:
    """One page."""
    review = content.review
    yield Page(
        path="method",
        kind="method",
        title="Method",
        description=f"How this review turns evidence about {review.question.subject} into conclusions.",
        values=_values(review),
        section="Method",
    )


def _values(review: Review) -> dict[str, object]:
    rules = review.rules
    return {
        "fewest_for_kappa": FEWEST_FOR_KAPPA,
        "archetypes": review.question.archetypes,
        "scale": _scale(),
        "bounds": tuple(_bounds(rules, family) for family in rules.families),
        "bounds_known": _known(rules.intensity_source),
        "types": _types(rules),
        "band_width": exact_text(rules.band_width),
        "checklist_known": _known(rules.checklist_source),
        "questions": len(rules.checklist),
        "unanswered_known": _known(rules.unanswered_source),
        "discounts": tuple(_policy(review, policy) for policy in rules.discount_policies),
        "readings": tuple(_policy(review, policy) for policy in rules.reading_policies),
        "syntheses": tuple((plan.title, addresses.synthesis(plan.id)) for plan in review.plans),
        "orders": tuple((plan.title, plan.order_note) for plan in review.plans if plan.order_note),
        "asked": asked(review.sensitivity),
        "example": worked_example.TABLES,
        "knowledge": _knowledge(review),
        "publications": tuple(map(_publication, review.question.publications)),
        "rule_files": tuple((name, Link(addresses.source_page(f"review/{name}.yaml"))) for name in _rule_files(review)),
    }


def _scale() -> Table:
    columns = (Column("Level"), Column("In words"))
    rows = tuple((Cell("", range=IntensityRange.of(level)), Cell(level.words)) for level in LEVELS)
    return Table("The seven levels, from negative to positive", columns, rows)


def _bounds(rules: MethodRules, family: Family) -> Table:
    columns = (Column("Size of the mean improvement"), Column("If it is positive"), Column("If it is negative"))
    below, rows = "", []
    for band in rules.bands(family.id):
        upper = None if band.up_to is None else f"{exact_text(band.up_to)} %"
        words = f"over {below}" if upper is None else f"over {below}, up to {upper}" if below else f"up to {upper}"
        rows.append((Cell(words), Cell("", range=band.range), Cell("", range=_mirrored(band.range))))
        below = upper or below
    effects = ", ".join(effect.title for effect in rules.effects if effect.family == family.id)
    return Table(f"{family.title}: {effects}", columns, tuple(rows))


def _mirrored(found: IntensityRange) -> IntensityRange:
    return IntensityRange(LEVELS[-1 - found.high], LEVELS[-1 - found.low])


def _types(rules: MethodRules) -> Table:
    columns = (Column("Type of study"), Column("Study belief"), Column("Meaning"), Column("How we know the band"))
    rows = tuple(
        (
            Cell(kind.title),
            Cell(f"{belief_text(kind.lower)} to {belief_text(kind.lower + rules.band_width)}"),
            Cell(kind.meaning),
            Cell(_known(kind.source)),
        )
        for kind in rules.study_types
    )
    return Table("Bands of study beliefs", columns, rows)


def _policy(review: Review, policy: Policy) -> PolicyView:
    used = (plan.title for plan in review.plans if policy.id in (plan.discount, plan.reading))
    parameters = tuple((name.replace("_", " "), exact_text(value)) for name, value in policy.parameters)
    return PolicyView(policy, parameters, _known(policy.source), tuple(used))


def _known(source: Source) -> str:
    return f"{STATUS_WORDS[source.status].capitalize()}. {source.text}"


def _status(source: Source) -> str:
    """The status without its explanation, which stands above the table."""
    return STATUS_WORDS[source.status].partition(":")[0]


def _knowledge(review: Review) -> Table:
    columns = (Column("Rule"), Column("How we know it"), Column("Where from"))
    rows = sorted((*_sourced(review.rules), *OWN_RULES), key=lambda row: _ORDER.index(row[1].status))
    shown = tuple((Cell(rule), Cell(_status(source)), Cell(source.text)) for rule, source in rows)
    return Table("Every rule, and how we know it", columns, shown)


_ORDER = (SourceStatus.SEEN, SourceStatus.SECOND_HAND, SourceStatus.INFERRED, SourceStatus.OURS)


def _sourced(rules: MethodRules) -> Iterator[tuple[str, Source]]:
    yield "Bounds between the levels", rules.intensity_source
    for kind in rules.study_types:
        yield f"Band of study beliefs: {kind.title.lower()}", kind.source
    yield "Questions of the quality questionnaire", rules.checklist_source
    yield "Questions answered only with n/a", rules.unanswered_source
    for policy in rules.discount_policies:
        yield f"Discount policy: {policy.title}", policy.source
    for policy in rules.reading_policies:
        yield f"Reading policy: {policy.title}", policy.source


def _publication(publication: Publication) -> PublicationView:
    return PublicationView(publication, doi(publication.doi) or arxiv(publication.arxiv))


def _rule_files(review: Review) -> Iterator[str]:
    for file in review.files:
        folder, _, name = file.path.partition("/")
        if folder == "review":
            yield name.removesuffix(".yaml")
