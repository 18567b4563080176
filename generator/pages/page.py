"""A page before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.views.figure import Figure


@dataclass(frozen=True, slots=True)
class Page:
    """``path`` is relative to the docs folder, without ending (``findings/full/comfort``).

    ``kind`` is the stem of its template; ``values`` is what the template is given besides ``page`` and
    ``site``; ``figures`` are drawn beside it. ``section`` is the tab it stands under, empty for a page of
    its own, and ``order`` its place there; pages of one ``group`` stand below its name. A ``hidden`` page is reached
    by links only.
    """

    path: str
    kind: str
    title: str
    description: str
    values: Mapping[str, Any]
    figures: tuple[Figure, ...] = ()
    section: str = ""
    group: str = ""
    order: int = 0
    hidden: bool = False
    search: bool = True
    hide: tuple[str, ...] = field(default=())
