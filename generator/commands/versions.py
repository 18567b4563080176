"""``versions``: list the releases."""

from __future__ import annotations

import argparse
import json

from generator.command_line import BAD_EVIDENCE, DONE, answer, evidence_folder, evidence_option, note, project_folder
from generator.intake.releases import read_releases
from generator.problem_text import as_line
from generator.publishing.branch import LIST, digests_in
from generator.publishing.git import PublishError, ask

HELP = "list the versions that were released, and whether they are published"


def add(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    evidence_option(parser)
    parser.add_argument(
        "--branch", default="gh-pages", metavar="NAME", help="where published versions stand; default: gh-pages"
    )
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(given: argparse.Namespace) -> int:
    """Print the releases, newest first."""
    folder = evidence_folder(given.evidence)
    found = read_releases(folder)
    for problem in found.problems:
        note(as_line(folder, problem))
    published = _published(given.branch)
    rows = [
        {
            "version": each.version,
            "released": each.released.isoformat(),
            "studies": len(each.studies),
            "conclusions": {synthesis.id: len(synthesis.conclusions) for synthesis in each.syntheses},
            "search_date": None if each.search_date is None else each.search_date.isoformat(),
            "digest": each.digest,
            "published": published.get(each.version) == each.digest,
        }
        for each in reversed(found.releases)
    ]
    if given.format == "json":
        answer(json.dumps(rows, ensure_ascii=False, indent=1))
    elif not rows:
        note("nothing was released yet: living-review release VERSION freezes the conclusions")
    else:
        for row in rows:
            about = f"{row['studies']} studies  evidence {str(row['digest'])[:12]}"
            answer(f"{row['version']:8} {row['released']}  {about}  {'' if row['published'] else 'not '}published")
    return BAD_EVIDENCE if found.problems else DONE


def _published(branch: str) -> dict[str, str]:
    """The versions on a branch of the project, with the digests of their evidence; none if that cannot be known."""
    try:
        found = (
            ask(project_folder(), "show", f"{ref}/{branch}:{LIST}") for ref in ("refs/heads", "refs/remotes/origin")
        )
        return digests_in(next((listed for listed in found if listed is not None), "[]"))
    except PublishError:
        return {}
