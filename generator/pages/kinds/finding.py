"""A page per finding: one effect in one synthesis, with all that speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.synthesis import EffectSynthesis, Synthesis
from generator.pages.content import Content
from generator.pages.kinds import gaps
from generator.pages.page import Page
from generator.pages.permanent import permanent
from generator.pages.turns import first_turn
from generator.views import addresses, words
from generator.views.charts import conflict_pairs, effect_evidence, mass_left, tornado
from generator.views.doubts import DoubtGroup, concerns, doubt_groups
from generator.views.finding_tables import (
    against_sentence,
    against_table,
    changing_table,
    evidence_table,
    levels_table,
    measures_table,
)
from generator.views.names import study_name
from generator.views.overview import finding
from generator.views.robustness.firmness import firmness
from generator.views.rounding import belief_text, count_text, weight_text
from generator.views.table import Link, Table


@dataclass(frozen=True, slots=True)
class Caution:
    """What to keep in mind with a conclusion: ``text``, then a link in ``words`` to where more is said."""

    text: str
    words: str
    link: Link


def pages(content: Content) -> Iterator[Page]:
    """A page for every effect of every synthesis."""
    for synthesis in content.syntheses:
        turn = first_turn(content.syntheses, synthesis)
        for place, effect in enumerate(synthesis.effects, start=1):
            yield _page(content, synthesis, effect, turn + place)


def _page(content: Content, synthesis: Synthesis, one: EffectSynthesis, turn: int) -> Page:
    review, about = content.review, finding(content.review, one)
    figures = [effect_evidence.figure(review, synthesis, one), mass_left.figure(review, synthesis, one)]
    if one.study_conflicts:
        figures.append(conflict_pairs.figure(review, synthesis, one))
    asked = content.sensitivity.get(synthesis.id)
    moved = None if asked is None else tornado.figure(review, asked, one, synthesis.id)
    against, changing = against_table(one), changing_table(synthesis, one, content.without)
    doubts = doubt_groups(
        review, synthesis, (problem for problem in content.warnings if concerns(review, synthesis, one, problem))
    )
    return Page(
        path=addresses.finding(synthesis.id, one.effect).page,
        kind="finding",
        title=about.effect.title,
        description=words.conclusion(about.effect, one, review.question.subject),
        values={
            "finding": about,
            "synthesis": synthesis,
            "combined": addresses.synthesis(synthesis.id),
            "family": review.rules.family(about.effect.family).title,
            "sentence": words.plain_conclusion(about.effect, one, review.question.subject),
            "facts": _facts(one),
            "cautions": tuple(_cautions(content, synthesis, one, against, changing, doubts)),
            "remarks": _remarks(one),
            "against": against,
            "against_sentence": against_sentence(review, one),
            "changing": changing,
            "measured": gaps.map_of(content, synthesis),
            "robust": words.leave_out_sentence(one, len(changing.rows)),
            "evidence": evidence_table(review, synthesis, one, content.without),
            "measures": measures_table(one),
            "levels": levels_table(one),
            "evidence_chart": figures[0],
            "mass_chart": figures[1],
            "conflict_chart": figures[2] if len(figures) > 2 else None,
            "conflict_sentence": words.conflict_sentence(one),
            "doubts": doubts,
            "permanent": permanent(content, synthesis, one),
            "tornado": moved,
            "firm": None if asked is None else firmness(review, asked, one),
        },
        figures=(*figures, *((moved,) if moved else ())),
        section="Findings",
        group=synthesis.title if len(content.syntheses) > 1 else "",
        order=turn,
    )


def _remarks(one: EffectSynthesis) -> tuple[str, ...]:
    sentences = (words.change_sentence(one), words.ignorance_sentence(one), words.tie_sentence(one))
    return tuple(sentence for sentence in sentences if sentence)


def _facts(one: EffectSynthesis) -> tuple[tuple[str, str, str, str], ...]:
    """(what, term of the glossary, number, in words) of the conclusion."""
    models = count_text(len(one.evidence), "evidence model")
    return (
        ("Belief", "belief", belief_text(one.belief), words.sureness(one)),
        (
            "Weight of conflict",
            "weight-of-conflict",
            weight_text(one.conflict.weight),
            words.how_contested(one.conflict),
        ),
        ("Evidence", "evidence-model", count_text(len(one.studies), "study", "studies"), models),
    )


def _cautions(
    content: Content,
    synthesis: Synthesis,
    one: EffectSynthesis,
    against: Table,
    changing: Table,
    doubts: tuple[DoubtGroup, ...],
) -> Iterator[Caution]:
    """Why not to take the conclusion for more than it is, each with the place that tells more."""
    here, models = addresses.finding(synthesis.id, one.effect).page, len(one.evidence)
    if models == 1:
        yield Caution("A single evidence model says so; nothing confirms it.", "Its evidence", Link(here, "evidence"))
        return
    if against.rows:
        text = f"{len(against.rows)} of {models} evidence models share no level with this range."
        yield Caution(text, "Evidence against", Link(here, "against"))
    if changing.rows:
        yield Caution(words.leave_out_sentence(one, len(changing.rows)), "Which, and what then", Link(here, "changing"))
    largest = max(one.models_by_study, key=one.models_by_study.__getitem__)
    supplied = one.models_by_study[largest]
    name = study_name(content.review.study(largest))
    if len(one.studies) == 1:
        yield Caution("All the evidence comes from one study.", name, addresses.study(largest))
    elif supplied / models > content.review.rules.doubts.study_share:
        yield Caution(f"{supplied} of {models} evidence models come from one study.", name, addresses.study(largest))
    if count := sum(len(group.doubts) for group in doubts):
        yield Caution(f"The checks raise {count_text(count, 'doubt')}.", "Doubts", Link(here, "doubts"))
