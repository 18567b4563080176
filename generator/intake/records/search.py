"""The records of the search, and of how the review is kept alive."""

from __future__ import annotations

from generator.intake.schema.living import LivingForm
from generator.intake.schema.search import CountForm, FlowStepForm, SearchForm, WithdrawnForm
from generator.intake.schema.values import UNKNOWN
from generator.model.search import Count, FlowStep, Living, Person, Search, WithdrawnStudy


def search_record(form: SearchForm) -> Search:
    """How the studies were found."""
    return Search(
        form.sources,
        form.last_search,
        form.next_promised,
        None if form.period == UNKNOWN else form.period,
        form.inclusion,
        form.exclusion,
        tuple(_step(each) for each in form.flow or ()),
        tuple(_withdrawn(each) for each in form.withdrawn or ()),
        form.note,
    )


def living_record(form: LivingForm) -> Living:
    """How the review is kept alive."""
    return Living(
        form.status,
        form.mode,
        form.why,
        form.schedule,
        form.update_rule,
        form.retirement_rule,
        tuple(Person(each.name, each.roles, each.affiliation, each.orcid) for each in form.people),
        form.contact,
        form.protocol,
        form.funding,
        form.interests,
    )


def _step(form: FlowStepForm) -> FlowStep:
    parts, joined, left = (_counts(each) for each in (form.parts, form.joined, form.left))
    return FlowStep(form.title, form.phase, form.unit, form.number, parts, joined, left, form.note)


def _counts(forms: tuple[CountForm, ...] | None) -> tuple[Count, ...]:
    return tuple(Count(each.what, each.number, each.why) for each in forms or ())


def _withdrawn(form: WithdrawnForm) -> WithdrawnStudy:
    return WithdrawnStudy(form.study, form.label, form.title, form.doi, form.arxiv, form.since, form.because)
