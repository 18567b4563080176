"""The newest version in short, for programs that ask whether what they know is still so: ``latest.json``."""

from __future__ import annotations

from typing import Any

from generator.model.release import Release, ReleasedConclusion, ReleasedSynthesis
from generator.views.addresses import finding
from generator.views.aggregation_document import level_names

FORMAT = 1
"""Version of the document's shape; a change that breaks readers raises it."""


def latest_document(newest: Release, site: str) -> dict[str, Any]:
    """Plain dicts and lists, unrounded numbers, fixed order of keys.

    ``site`` is the address of the folder that holds all versions, with a slash at its end; empty if it is not known,
    and addresses are then relative to it.
    """
    address = f"{site}{newest.version}/"
    return {
        "format": FORMAT,
        "version": newest.version,
        "released": newest.released.isoformat(),
        "search_date": None if newest.search_date is None else newest.search_date.isoformat(),
        "digest": newest.digest,
        "address": address,
        "syntheses": [
            {"id": one.id, "title": one.title, "effects": [_effect(address, one, each) for each in one.conclusions]}
            for one in newest.syntheses
        ],
    }


def _effect(address: str, synthesis: ReleasedSynthesis, one: ReleasedConclusion) -> dict[str, Any]:
    return {
        "effect": one.effect,
        "title": one.title,
        "studies": one.studies,
        "evidence_models": one.reports,
        "range": level_names(one.range),
        "belief": one.belief,
        "address": f"{address}{finding(synthesis.id, one.effect).page}.html",
    }
