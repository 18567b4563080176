"""What to write instead of something that is no number, or not the number that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.intake.node import Node, Scalar
from generator.intake.scalars import looks_like_number
from generator.intake.wording import number

LEAVE_OUT = "if the source does not give it, leave the key out"
NEEDED = "nothing can be combined without it: if the source does not give it, leave out the whole pair or effect"
SAYS_NOTHING = frozenset({"n/a", "na", "n.a.", "nan", "none", "nil", "unknown", "not reported", "-", "–", "—", "?"})
"""What people write where a source is silent."""
_NUMBER = r"[-+]?[0-9]+(?:\.[0-9]+)?"
_SEPARATOR = "[,.' _\u00a0\u2009\u202f]"
_GROUPED = re.compile(rf"([-+]?[0-9]{{1,3}})((?:{_SEPARATOR}[0-9]{{3}})+)(\.[0-9]+)?")
_WITH_UNIT = re.compile(rf"({_NUMBER}) ?[A-Za-zµ/²]+")
_RANGE = re.compile(rf"{_NUMBER} ?(?:-|–|to|\.\.) ?{_NUMBER}")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def hint_for_number(node: Node, kind: str, expected: str, needed: bool) -> str:
    """What to do about the value of a field for numbers, without which nothing can be said if it is ``needed``."""
    if node.items:
        return _of_list(node)
    if not isinstance(node, Scalar):
        return ""
    bare = node.raw.strip()
    if expected == "a number from 0 to 1":
        return _as_share(bare)
    if not isinstance(node.value, str):
        return _as_whole(node) if kind == "not-a-count" else ""
    if kind == "not-a-year" and bare != (year := _year(bare)):
        return year and f"write {year}"
    hint = nearly_number(bare)
    return NEEDED if needed and hint == LEAVE_OUT else hint


def nearly_number(bare: str) -> str:
    """How a text becomes the number that is meant; empty if it is none."""
    return next(filter(None, (rule(bare) for rule in _RULES)), "")


def _of_list(node: Node) -> str:
    """An interquartile range is often given by its two ends."""
    ends = [item.number for item in node.items]
    low, high = ends if len(ends) == 2 else (None, None)
    if low is None or high is None:
        return "write one number"
    spread = node.field.rpartition(".")[2] == "iqr"
    return f"write the upper quartile minus the lower: {number(abs(high - low))}" if spread else "write one number"


def _as_share(bare: str) -> str:
    percent = bare.rstrip("%").rstrip()
    if looks_like_number(percent) and 1 < float(percent) <= 100:
        return f"if {percent} % is meant, write {number(float(percent) / 100)}"
    return ""


def _as_whole(node: Scalar) -> str:
    value = node.number
    return f"write {value:.0f}" if value is not None and value == int(value) and value > 0 and "." in node.raw else ""


def _year(bare: str) -> str:
    found = _YEAR.search(bare)
    return found[0] if found else ""


def _quotes(bare: str) -> str:
    return "remove the quotes" if looks_like_number(bare) else ""


def _silent(bare: str) -> str:
    return LEAVE_OUT if bare.casefold() in SAYS_NOTHING else ""


def _thousands(bare: str) -> str:
    found = _GROUPED.fullmatch(bare)
    if not found:
        return ""
    digits = re.sub(_SEPARATOR, "", found[2])
    whole = f"{found[1]}{digits}{found[3] or ''}"
    if found[2].count(",") == 1 and len(found[2]) == 4 and not found[3]:
        return f"write {whole} if the comma separates thousands, or {found[1]}.{digits} if it is a decimal comma"
    return f"write {whole}, with nothing between the thousands"


def _comma(bare: str) -> str:
    return "write a decimal point instead of the comma" if looks_like_number(bare.replace(",", ".")) else ""


def _percent(bare: str) -> str:
    plain = bare.rstrip("%").rstrip()
    if plain != bare and looks_like_number(plain.replace(",", ".")):
        return "leave out the percent sign" if "," not in plain else f"write {plain.replace(',', '.')}"
    return ""


def _minus(bare: str) -> str:
    plain = re.sub("^[−–—] ?", "-", bare)
    return f"write {plain}, with the minus sign of the keyboard" if plain != bare and looks_like_number(plain) else ""


def _spread(bare: str) -> str:
    return "write the mean alone; what follows ± belongs in std, if it is the standard deviation" if "±" in bare else ""


def _approximate(bare: str) -> str:
    plain = re.sub(r"^(?:[~≈<>≤≥]|about|approx\.?|ca\.?) ?", "", bare)
    known = plain != bare and looks_like_number(plain)
    return f"write {plain}, and say in note that it is not exact" if known else ""


def _zeros(bare: str) -> str:
    plain = re.sub(r"^([-+]?)0+(?=[1-9])", r"\1", bare)
    return f"write {plain}, without a zero in front" if plain != bare and looks_like_number(plain) else ""


def _unit(bare: str) -> str:
    found = _WITH_UNIT.fullmatch(bare)
    return f"write {found[1]} alone: the unit has a key of its own" if found else ""


def _range(bare: str) -> str:
    return "write one number; of an interquartile range, the difference" if _RANGE.fullmatch(bare) else ""


def _digits(bare: str) -> str:
    some = any(character.isdigit() for character in bare)
    return "write it with the digits 0 to 9, a decimal point and a minus sign only" if some else ""


_RULES: tuple[Callable[[str], str], ...] = (
    _quotes, _silent, _thousands, _comma, _percent, _minus, _spread, _approximate, _zeros, _unit, _range, _digits,
)  # fmt: skip
