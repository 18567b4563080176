"""``versions``: list the releases."""

from __future__ import annotations

import argparse
import json

from generator.command_line import BAD_EVIDENCE, DONE, answer, evidence_folder, evidence_option, note
from generator.intake.releases import read_releases
from generator.problem_text import as_line

HELP = "list the versions that were released"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    evidence_option(parser)
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(given: argparse.Namespace) -> int:
    """Print the releases, newest first."""
    folder = evidence_folder(given.evidence)
    found = read_releases(folder)
    for problem in found.problems:
        note(as_line(folder, problem))
    rows = [
        {
            "version": each.version,
            "released": each.released.isoformat(),
            "studies": len(each.studies),
            "conclusions": {synthesis.id: len(synthesis.conclusions) for synthesis in each.syntheses},
            "search_date": None if each.search_date is None else each.search_date.isoformat(),
            "digest": each.digest,
        }
        for each in reversed(found.releases)
    ]
    if given.format == "json":
        answer(json.dumps(rows, ensure_ascii=False, indent=1))
    elif not rows:
        note("nothing was released yet: living-review release VERSION freezes the conclusions")
    else:
        for row in rows:
            answer(
                f"{row['version']:8} {row['released']}  {row['studies']} studies  evidence {str(row['digest'])[:12]}"
            )
    return BAD_EVIDENCE if found.problems else DONE
