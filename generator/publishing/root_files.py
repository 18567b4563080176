"""What stands beside the versions: feed, newest version in short, schemas, page for missing addresses."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.model.release import Release
from generator.model.review import Question
from generator.pages.missing import missing_page
from generator.views.feed import feed
from generator.views.latest_document import latest_document

REDIRECT = Path("root", "index.html")
"""Under the templates: the page at the root, in the language of mike, which fills it in."""


def root_files(
    question: Question,
    releases: Sequence[Release],
    published: Sequence[str],
    site: str,
    schemas: Mapping[str, str],
    templates: Path,
) -> dict[str, str]:
    """Their texts by path, when the versions ``published`` of ``releases`` (both oldest first) stand on the branch.

    ``site`` is the address of the folder that holds them, with a slash at its end; empty if it is not known.
    ``schemas`` are the JSON Schemas of evidence files, by file name.
    """
    shown = [each for each in releases if each.version in published]
    document = json.dumps(latest_document(shown[-1], site), ensure_ascii=False, indent=1, allow_nan=False)
    return {
        "404.html": missing_page(question.title, shown, site, templates),
        "feed.xml": feed(question, releases, published, site),
        "latest.json": f"{document}\n",
        **{f"schemas/{name}": text for name, text in schemas.items()},
    }
