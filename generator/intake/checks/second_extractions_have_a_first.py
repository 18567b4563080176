"""A second extraction stands beside the study it reads again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.draft import SECOND, STUDIES, Draft, stem
from generator.intake.wording import suggestion
from generator.model.problem import Place, Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Every file of ``second_extractions/`` has the name of a file of ``studies/``, readable or not."""
    studies = [stem(path) for path in draft.seen if path.startswith(STUDIES)]
    for path in draft.seen:
        if path.startswith(SECOND) and stem(path) not in studies:
            expected = f"a study {STUDIES}{stem(path)}.yaml that is read a second time"
            hint = suggestion(stem(path), studies)
            yield Problem(Place(path, 1, 1), "second-without-first", "(file)", "no such study", expected, hint)
