"""The record of a whole review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.intake.draft import SECOND, STUDIES, Draft, stem
from generator.intake.records.question import question_record
from generator.intake.records.rules import RuleForms, rules_record
from generator.intake.records.search import living_record, search_record
from generator.intake.records.sensitivity import sensitivity_record
from generator.intake.records.study import study_record
from generator.intake.records.synthesis import synthesis_record
from generator.intake.schema.aspects import AspectsForm
from generator.intake.schema.belief_rules import BeliefRulesForm
from generator.intake.schema.doubts import DoubtsForm
from generator.intake.schema.effects import EffectsForm
from generator.intake.schema.intensity_rules import IntensityRulesForm
from generator.intake.schema.living import LivingForm
from generator.intake.schema.metrics import MetricsForm
from generator.intake.schema.question import QuestionForm
from generator.intake.schema.refusing import Form
from generator.intake.schema.search import SearchForm
from generator.intake.schema.sensitivity import SensitivityForm
from generator.intake.schema.study import StudyForm
from generator.intake.schema.synthesis import SynthesisForm
from generator.intake.schema.techniques import TechniquesForm
from generator.intake.second_reading import field_pairs
from generator.model.review import Review, SourceFile
from generator.model.rules import MethodRules
from generator.model.second_extraction import SecondExtraction

_F = TypeVar("_F", bound=Form)


def review_record(draft: Draft, forms: dict[str, Form], texts: dict[str, str]) -> Review:
    """The review of files that passed every check; it has no warnings yet."""

    def form(name: str, kind: type[_F]) -> _F:
        found = forms[f"review/{name}.yaml"]
        assert isinstance(found, kind)
        return found

    rules = rules_record(
        RuleForms(
            form("effects", EffectsForm),
            form("metrics", MetricsForm),
            form("techniques", TechniquesForm),
            form("aspects", AspectsForm),
            form("intensity_rules", IntensityRulesForm),
            form("belief_rules", BeliefRulesForm),
            form("doubts", DoubtsForm),
        )
    )
    pairs = [(forms[path], tree) for path, tree in sorted(draft.trees.items()) if not path.startswith(SECOND)]
    return Review(
        question=question_record(form("question", QuestionForm)),
        search=search_record(form("search", SearchForm)),
        living=living_record(form("living", LivingForm)),
        rules=rules,
        sensitivity=sensitivity_record(form("sensitivity", SensitivityForm)),
        studies=tuple(study_record(each, tree, rules) for each, tree in pairs if isinstance(each, StudyForm)),
        plans=tuple(synthesis_record(each, tree) for each, tree in pairs if isinstance(each, SynthesisForm)),
        files=tuple(SourceFile(path, text) for path, text in sorted(texts.items())),
        warnings=(),
        second_extractions=tuple(_second(draft, forms, rules)),
    )


def _second(draft: Draft, forms: dict[str, Form], rules: MethodRules) -> Iterator[SecondExtraction]:
    for path, tree in draft.of_second().studies:
        form, first = forms[path], draft.trees[f"{STUDIES}{stem(path)}.yaml"]
        assert isinstance(form, StudyForm)
        yield SecondExtraction(study_record(form, tree, rules), field_pairs(first, tree, rules))
