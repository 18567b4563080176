"""Nothing is left as a new study file has it before somebody fills it in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.draft import TECHNIQUE, Draft
from generator.intake.node import Node, Scalar
from generator.intake.schema.refusing import Form
from generator.intake.schema.study import StudyForm
from generator.intake.validate import validate
from generator.model.problem import Problem

PLACEHOLDER = "todo"
_LEFT = re.compile(r"(?i:todo|tbd|tba|fixme|xxx+|\?\?+|\.\.\.|…)|(TODO|TBD|FIXME)\b.*", re.DOTALL)
"""What people leave for later; todo in small letters begins many Spanish titles."""
_HINT = "if the paper does not say it, leave the key out, or say so in words"


def check(draft: Draft) -> Iterator[Problem]:
    """No text or key is the word that new study files have where something belongs."""
    vocabularies = {name for name, rule in draft.rules("aspects").get("aspects").entries() if "vocabulary" in rule.keys}
    for _, study in draft.studies:
        left = [node for node in _nodes(study) if _is_left(node)]
        refused = _refused(study) if left else set()
        for node in left:
            if node.field not in refused and not _is_judged(node, vocabularies):
                yield node.problem("not-filled-in", "what the paper says", _HINT)
        yield from _models(study)


def _models(study: Node) -> Iterator[Problem]:
    for slug, model in study.get("evidence_models").entries():
        if slug.lower() == PLACEHOLDER:
            expected = "a name that tells what is special about this evidence model"
            yield model.key_problem("not-filled-in", expected, found=f'the key "{slug}"')


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for below in (*node.items, *(value for _, value in node.entries())):
        yield from _nodes(below)


def _is_left(node: Node) -> bool:
    return isinstance(node, Scalar) and _LEFT.fullmatch((node.text or "").strip()) is not None


def _refused(study: Node) -> set[str]:
    """The fields whose form is wrong anyway: that problem says what belongs there."""
    outcome = validate(StudyForm, study)
    return set() if isinstance(outcome, Form) else {problem.field for problem in outcome}


def _is_judged(node: Node, vocabularies: set[str]) -> bool:
    """Whether another check names the words that may stand there."""
    group, _, key = node.field.rpartition(".")
    key = key.partition("[")[0]
    if group.rpartition(".")[2] == "context" or group == "context":
        return key in vocabularies | {TECHNIQUE}
    return key in ("unit", "metric") or node.field == "design.type"
