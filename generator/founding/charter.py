"""What a team says about the review it starts."""

from __future__ import annotations

from dataclasses import dataclass

from generator.intake.schema.values import LONGEST_LABEL
from generator.submission.plain_text import slug

FEWEST_EFFECTS, MOST_EFFECTS = 2, 30
"""The home page draws one effect against others."""
APACHE = "Apache-2.0"


class FoundingError(ValueError):
    """What was said cannot become a review; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An effect to begin with: ``id``, the title people read, which way is better, and the unit of its values."""

    id: str
    title: str
    higher_is_better: bool
    unit: str

    @property
    def unit_id(self) -> str:
        """The unit as a key."""
        named = {"": "one", "%": "percent"}.get(self.unit)
        return named or slug(self.unit).replace("-", "_") or "unit"

    @property
    def symbol(self) -> str:
        """The unit as it stands behind a number."""
        return self.unit[:LONGEST_LABEL]


@dataclass(frozen=True, slots=True)
class Charter:
    """``contact`` and ``repository`` are https addresses, ``owners`` accounts or teams of a forge with their @; all of
    them may be empty. There are at least ``FEWEST_EFFECTS`` outcomes, the first is what the others are weighed against.
    """

    id: str
    title: str
    subject: str
    question: str
    technique: str
    outcomes: tuple[Outcome, ...]
    people: tuple[str, ...]
    contact: str = ""
    owners: tuple[str, ...] = ()
    repository: str = ""
    licence: str = APACHE
