"""Copies of the tiny review, edited as a curator would edit them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.model.change import CauseKind, Edit
from generator.model.review import Review
from tests.conftest import ROOT, read

TINY = ROOT / "tests/reviews/tiny/evidence"
THIRD = """\
id: poe-2022
label: S3
title: Review in a third team
authors: [P. Poe]
year: 2022
arxiv: "2201.00001"
design:
  type: experiment
  because: Changes were assigned.
extraction:
  kind: paper
  source: The paper itself.
quality:
  answers: {1.1: yes, 1.2: no, 2.1: n/a}
context:
  technique: meeting
  baseline: tests-only
  reviewers: two
evidence_models:
  all:
    where: Table 1
    effects:
      escaped_defects: {reported: {mean: 3.0, std: 2.0, iqr: 1.5, n: 12}}
      lead_time: {reported: {mean: 45.0, std: 2.0, iqr: 9.5, n: 12}}
"""


@dataclass(frozen=True)
class Step:
    """An edit of files: ``texts`` are replaced in them (path, old, new), ``files`` written, or deleted if None."""

    edit: Edit
    texts: tuple[tuple[str, str, str], ...] = ()
    files: tuple[tuple[str, str | None], ...] = ()


def study(kind: CauseKind, name: str) -> Edit:
    return Edit(kind, name)


def rule(name: str) -> Edit:
    return Edit(CauseKind.RULE, name)


ADD = Step(
    study(CauseKind.ADDED, "poe-2022"),
    (("syntheses/full.yaml", "concepts:", "  - poe-2022/all\nconcepts:"),),
    (("studies/poe-2022.yaml", THIRD),),
)
REMOVE = Step(
    study(CauseKind.REMOVED, "roe-2021"),
    (("syntheses/full.yaml", "  - roe-2021/all\n", ""),),
    (("studies/roe-2021.yaml", None),),
)
CORRECT = Step(study(CauseKind.CORRECTED, "doe-2020"), (("studies/doe-2020.yaml", "mean: -12.0", "mean: 42.0"),))
COMMENT = Step(study(CauseKind.CORRECTED, "doe-2020"), (("studies/doe-2020.yaml", "  - Invented.", "  - Made up."),))
EXCLUDE = Step(Edit(CauseKind.EXCLUDED, "doe-2020", "full"), (("syntheses/full.yaml", "  - doe-2020/one\n", ""),))


def of_rule(name: str, path: str, old: str, new: str) -> Step:
    return Step(rule(name), ((path, old, new),))


PLAN, BELIEFS = "syntheses/full.yaml", "review/belief_rules.yaml"
DISCOUNT = of_rule("discount", PLAN, "discount: iqr", "discount: sample-and-variation")
RATE = of_rule("discount", BELIEFS, "{rate: 0.1, decimals: 3}", "{rate: 0.4, decimals: 3}")
READING = of_rule("reading", PLAN, "reading: evidence_factory", "reading: santos_2015")
BOUNDS = of_rule("intensity", "review/intensity_rules.yaml", "range: IF-WP, up_to: 10", "range: IF-WP, up_to: 15")
BAND = of_rule("study_belief", BELIEFS, "band_width: 0.25", "band_width: 0.1")
UNANSWERED = of_rule("unanswered", BELIEFS, "rule: dropped", "rule: count_as_zero")
DIRECTION = of_rule("metrics", "review/metrics.yaml", "direction: lower_is_better", "direction: higher_is_better")
CERTAIN = Step(
    study(CauseKind.CORRECTED, "doe-2020"),
    (
        ("studies/doe-2020.yaml", "quality:\n  answers:\n    1.1: yes\n    1.2: no\n    2.1: yes\n",
         "quality: {given: 1, because: It is certain.}\n"),
        ("studies/doe-2020.yaml", "mean: 27.5, std: 4.2, iqr: 5.0, n: 3", "mean: 27.5, n: 1"),
    ),
)  # fmt: skip
"""Its second evidence model is believed completely; so is the third study's, of something else."""
CONTRADICTION = Step(
    study(CauseKind.ADDED, "poe-2022"),
    ADD.texts,
    (("studies/poe-2022.yaml", THIRD.replace("answers: {1.1: yes, 1.2: no, 2.1: n/a}", "{given: 1, because: Sure.}")
      .replace("quality:\n  {", "quality: {").replace("mean: 3.0, std: 2.0, iqr: 1.5, n: 12", "mean: -70, n: 1")),),
)  # fmt: skip


def edited(folder: Path, steps: Iterable[Step] = (), base: Path = TINY) -> Path:
    """A copy of ``base`` at ``folder`` with some steps made."""
    shutil.copytree(base, folder, ignore=shutil.ignore_patterns("releases"))
    for step in steps:
        for path, old, new in step.texts:
            text = (folder / path).read_text(encoding="utf-8")
            assert old in text, (path, old)
            (folder / path).write_text(text.replace(old, new), encoding="utf-8")
        for path, content in step.files:
            (folder / path).unlink() if content is None else (folder / path).write_text(content, encoding="utf-8")
    return folder


def reviewed(folder: Path, steps: Iterable[Step] = (), base: Path = TINY) -> Review:
    """The review in such a copy."""
    return read(edited(folder, steps, base))
