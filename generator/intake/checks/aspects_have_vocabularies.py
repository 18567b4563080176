"""An aspect that is limited to terms names a vocabulary that exists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import TECHNIQUE, Draft
from generator.intake.wording import suggestion
from generator.model.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Vocabularies of aspects are in the same file, and no aspect takes the name of the technique."""
    file = draft.rules("aspects")
    known = file.get("vocabularies").keys
    for name, aspect in file.get("aspects").entries():
        vocabulary = aspect.get("vocabulary")
        if vocabulary.text is not None and vocabulary.text not in known:
            hint = suggestion(vocabulary.text, known)
            yield vocabulary.problem("unknown-vocabulary", "a vocabulary of this file", hint)
        if name == TECHNIQUE:
            yield aspect.key_problem("reserved-name", f"another name than {TECHNIQUE}", found="the key technique")
