"""From evidence to a website, stage by stage, as the method section of a paper would tell it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.conclude import conclude
from generator.model.benchmark import BenchmarkRun, run_from
from generator.model.review import Review
from generator.pages.collect import pages
from generator.publishing.site import build_site
from generator.publishing.write import write_docs


def build(review: Review, output: Path, root: Path, note: Callable[[str], None]) -> None:
    """Build the website of ``review`` at ``output``; whatever fails, the last good one stays as it was.

    ``root`` is the folder of the project (templates, site configuration, ``build/``); ``note`` takes progress.
    Raises ``generator.publishing.site.SiteError`` if the site builder refuses.
    """
    note("aggregating the evidence")
    content = replace(conclude(review), benchmarks=last_benchmarks(root))
    note("making pages and charts")
    everything = tuple(pages(content))
    docs = write_docs(content, everything, root)
    note(f"building the site of {len(everything)} pages")
    build_site(docs, output, root)


def last_benchmarks(root: Path) -> BenchmarkRun | None:
    """The results that ``make bench`` left, if any."""
    results = root / "benchmarks/results/latest.json"
    return run_from(json.loads(results.read_text(encoding="utf-8"))) if results.exists() else None
