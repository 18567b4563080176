"""The form of each kind of evidence file: which keys it has, and what kind of value belongs to each.

What must hold between values, or between files, is said in ``generator.intake.checks``.
"""

from __future__ import annotations

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

REVIEW_FORMS: dict[str, type[Form]] = {
    "aspects": AspectsForm,
    "belief_rules": BeliefRulesForm,
    "doubts": DoubtsForm,
    "effects": EffectsForm,
    "intensity_rules": IntensityRulesForm,
    "living": LivingForm,
    "metrics": MetricsForm,
    "question": QuestionForm,
    "search": SearchForm,
    "sensitivity": SensitivityForm,
    "techniques": TechniquesForm,
}
"""The files of ``review/`` by stem. All of them must be there."""


def form_of(path: str) -> type[Form]:
    """The form of the evidence file at this path."""
    folder, _, name = path.partition("/")
    if folder == "review":
        return REVIEW_FORMS[name.removesuffix(".yaml")]
    return SynthesisForm if folder == "syntheses" else StudyForm
