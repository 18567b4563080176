"""From evidence to a website, stage by stage, as the method section of a paper would tell it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.changes import compare
from generator.conclude import conclude
from generator.intake.releases import history, read_releases
from generator.model.benchmark import BenchmarkRun, run_from
from generator.model.change import WORKING_STATE, Comparison
from generator.model.impact import Impact
from generator.model.release import History
from generator.model.review import Review
from generator.pages.collect import pages
from generator.pages.content import Content
from generator.publishing.builders import MATERIAL, Builder
from generator.publishing.lock import build_lock
from generator.publishing.site import build_site, check_output
from generator.publishing.write import write_docs
from generator.sensitivity import run
from generator.sensitivity.coverage import coverage, crossed


def history_of(folder: Path, review: Review) -> History:
    """Where the evidence stands among its releases. Raises ``ValueError`` if these cannot be read."""
    found = read_releases(folder)
    if found.problems:
        raise ValueError(str(found.problems[0]))
    return history(folder, review, found.releases)


def build(
    review: Review,
    past: History,
    output: Path,
    root: Path,
    note: Callable[[str], None],
    impact: Impact | None = None,
    builder: Builder = MATERIAL,
) -> None:
    """Build the website of ``review`` at ``output``; whatever fails, the last good one stays as it was.

    ``past`` is its place among the releases; ``root`` is the folder of the project (site configuration,
    ``build/``); ``note`` takes progress; ``impact`` makes it a preview, with a page of what the evidence changes;
    ``builder`` makes the site of them. Raises ``generator.publishing.site.SiteError`` if another build is running, a
    folder cannot be written to, or the site builder refuses, and ``OutputRefused`` if ``output`` is not ours to
    replace.
    """
    check_output(output, root)
    with build_lock(root / "build"):
        content = replace(content_of(review, past, root, note), impact=impact)
        _build(content, past, output, root, note, builder)


def _build(
    content: Content, past: History, output: Path, root: Path, note: Callable[[str], None], builder: Builder
) -> None:
    note("making pages and charts")
    everything = tuple(pages(content))
    docs = write_docs(content, everything, root, builder=builder)
    note(f"building the site of {len(everything)} pages")
    build_site(docs, output, root, past.version, past.digest, builder)


def content_of(review: Review, past: History, root: Path, note: Callable[[str], None]) -> Content:
    """Everything the pages about ``review`` may speak of; parameters as in ``build``."""
    note("aggregating the evidence")
    content = conclude(review)
    note("questioning the conclusions")
    asked = {one.synthesis.id: one for one in run(review).syntheses}
    note("comparing with the version before")
    changed = comparison_of(review, past)
    return replace(
        content,
        benchmarks=last_benchmarks(root),
        sensitivity=asked,
        coverage={one.id: coverage(review, one) for one in content.syntheses},
        crossed={one.id: crossed(review, one) for one in content.syntheses[:1]},
        history=past,
        comparison=changed,
        example=annotated_example(root),
    )


def comparison_of(review: Review, past: History) -> Comparison | None:
    """What changed since the release before; None if there was none."""
    if past.before is None or past.before_version is None:
        return None
    return compare(past.before, review, past.before_version, past.version or WORKING_STATE)


def annotated_example(root: Path) -> str:
    """The study file that explains every key, if the project has one."""
    example = root / "evidence/annotated-example.yaml"
    return example.read_text(encoding="utf-8") if example.exists() else ""


def last_benchmarks(root: Path) -> BenchmarkRun | None:
    """The results that ``make bench`` left, if any."""
    results = root / "benchmarks/results/latest.json"
    return run_from(json.loads(results.read_text(encoding="utf-8"))) if results.exists() else None
