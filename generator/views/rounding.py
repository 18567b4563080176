"""How numbers are shown: the only place where anything is rounded for display.

Every value is first rounded to nine decimals, so that a double a hair below a half still counts as the half it
stands for, and then half away from zero: 0.705 reads 0.71.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

MINUS = "−"
NO_VALUE = "–"
"""Stands where there is no number to show."""

_WIDE = Context(prec=400)
_EXACT_DECIMALS = 9
_SCIENTIFIC_FROM = 1e9


def rounded(value: float, decimals: int) -> Decimal:
    """``value`` to nine decimals, then half away from zero to ``decimals``. Raises ``ValueError`` unless finite."""
    if not math.isfinite(value):
        raise ValueError(f"only a finite number can be shown, not {value}")
    fine = Decimal(value).quantize(Decimal(1).scaleb(-_EXACT_DECIMALS), ROUND_HALF_EVEN, _WIDE)
    return fine.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)


@lru_cache(maxsize=4096)
def number_text(value: float, decimals: int = 2) -> str:
    """A plain number with a real minus sign, never a negative zero; powers of ten from 1e9."""
    if abs(value) >= _SCIENTIFIC_FROM:
        mantissa, exponent = f"{abs(value):.2e}".split("e")
        text = f"{mantissa} × 10^{int(exponent)}"
        return (MINUS if value < 0 else "") + text
    shown = rounded(value, decimals)
    return (MINUS if shown < 0 else "") + f"{abs(shown):f}"


def signed_text(value: float, decimals: int = 1) -> str:
    """A number with its sign, ``+94.7`` or ``−8.5``; zero has none."""
    text = number_text(value, decimals)
    return text if text.startswith(MINUS) or not text.strip("0.") else f"+{text}"


def exact_text(value: float) -> str:
    """A number with all the digits it was written with: ``−8.461``, ``75``."""
    text = repr(abs(value)).removesuffix(".0") if value else "0"
    return (MINUS if value < 0 else "") + text


def belief_text(value: float | None) -> str:
    """A belief, plausibility or study belief, 0–1, with two decimals as published: ``0.89``.

    A belief just below 1 reads ``1.00``, as publications print it.
    """
    return NO_VALUE if value is None else number_text(value, 2)


def belief_text_long(value: float | None) -> str:
    """The same with four decimals, for derivations: ``0.8858``."""
    return NO_VALUE if value is None else number_text(value, 4)


def probability_text(value: float | None, decimals: int = 2) -> str:
    """A mass, conflict or probability, 0–1, that must not read 0 or 1 unless it is: ``0.41``, ``<0.01``, ``>0.99``."""
    if value is None:
        return NO_VALUE
    least = Decimal(1).scaleb(-decimals)
    return _within(f"{least:f}", f"{1 - least:f}", number_text(value, decimals), value)


def share_text(value: float) -> str:
    """A share, 0–1, in whole percent: ``41 %``, ``under 1 %``, ``over 99 %``."""
    shown = number_text(100 * value, 0)
    if shown == "0" and value > 0:
        return "under 1 %"
    return "over 99 %" if shown == "100" and value < 1 else f"{shown} %"


def percent_text(value: float, digits: int = 1) -> str:
    """An improvement in percent with its sign: ``+94.7 %``, ``−8.5 %``, ``0.0 %``."""
    return f"{signed_text(value, digits)} %"


def points_text(points: int | None) -> str:
    """A difference in whole percentage points: ``+22 points``, ``−1 point``, ``0 points``."""
    if points is None:
        return NO_VALUE
    return f"{signed_text(points, 0)} {'point' if abs(points) == 1 else 'points'}"


def weight_text(weight: float | None) -> str:
    """A weight of conflict with two decimals; ``total`` where there is no finite one."""
    return "total" if weight is None or math.isinf(weight) else number_text(weight, 2)


def count_text(count: int, one: str, many: str | None = None) -> str:
    """``1 study``, ``5 studies``, ``1,204 rows``: a count with its noun; the plural adds an s unless given."""
    noun = one if count == 1 else many or f"{one}s"
    return f"{count:,} {noun}"


def _within(least: str, most: str, shown: str, value: float) -> str:
    if value > 0 and Decimal(shown) == 0:
        return f"<{least}"
    return f">{most}" if value < 1 and Decimal(shown) == 1 else shown
