"""What a release consists of: its record and a copy of the evidence."""

from __future__ import annotations

import json
from datetime import date

from generator.conclude import conclude
from generator.intake.releases import EVIDENCE, RECORD
from generator.model.review import Review
from generator.views.release_document import release_document


def release_texts(review: Review, version: str, released: date) -> dict[str, str]:
    """The files of release ``version`` of ``review``, by path within the folder of the release."""
    document = release_document(review, conclude(review).syntheses, version, released)
    record = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return {RECORD: f"{record}\n", **{f"{EVIDENCE}/{file.path}": file.text for file in review.files}}
