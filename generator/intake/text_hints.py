"""What to write instead of a text, a name or a list that is not in its form."""

from __future__ import annotations

import re
import unicodedata

from generator.intake.node import Mapping, Node, Scalar, Sequence
from generator.intake.number_hints import LEAVE_OUT, SAYS_NOTHING
from generator.intake.schema.common import range_code
from generator.intake.schema.refusing import LONGEST_ID, is_id, is_url
from generator.intake.schema.values import ARXIV_PATTERN, DOI_PATTERN, is_doi
from generator.intake.wording import quoted, suggestion

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TEXTUAL = ("not-text", "wrong-id", "wrong-doi", "wrong-arxiv", "wrong-url", "wrong-date")
LEVELS = (
    "SN, NE and WN are strongly, plainly and weakly negative, IF is indifferent, and WP, PO and SP are weakly, plainly "
    "and strongly positive"
)


def hint_for_range(node: Node) -> str:
    """The range that was meant, or what the codes mean."""
    code = range_code(" ".join(node.names()))
    return f"write {code}" if code else LEVELS


def hint_for_list(node: Node) -> str:
    """How to make a list of what is none."""
    if isinstance(node, Mapping):
        return "begin each item with a hyphen and a space"
    if not isinstance(node, Scalar):
        return ""
    if node.plain and node.raw.startswith("-"):
        return f"put a space after the hyphen: {quoted(f'- {node.raw[1:].lstrip()}')[1:-1]}"
    names = [name.strip() for name in re.split(r";| and ", node.raw) if name.strip()]
    if len(names) > 1:
        return f"put each in quotes, and all in square brackets: [{', '.join(map(quoted, names[:3]))}{_more(names)}]"
    return f"put it in square brackets: [{quoted(node.raw)[1:-1]}]"


def hint_for_keys(node: Node, required: tuple[str, ...], known: tuple[str, ...]) -> str:
    """What stands where keys with values are expected; both empty if the file chooses the keys itself."""
    if required:
        return f"for example {{{', '.join(f'{name}: …' for name in required)}}}"
    if known:
        return suggestion("", known)
    if isinstance(node, Sequence):
        return "write each as a key, a colon and its value, without a hyphen or brackets"
    return ""


def hint_for_text(node: Scalar, kind: str, expected: str) -> str:
    """What to write instead of a single value."""
    if not isinstance(node.value, str):
        if kind in _TEXTUAL:
            return f"put it in quotes: {quoted(node.raw)}"
        return "write yes or no" if isinstance(node.value, bool) and kind == "wrong-word" else ""
    if kind == "wrong-word":
        return _near_word(node.raw, expected)
    if kind == "wrong-id" and expected.startswith("an evidence model"):
        return _of_model(node.raw)
    rule = _RULES.get(kind)
    return rule(node.raw) if rule else ""


def hint_for_id(raw: str) -> str:
    """The id that a name comes nearest to."""
    near = near_id(raw)
    if is_id(raw) or is_id(near):
        return "" if is_id(raw) else f"write {near}"
    return f"{quoted(raw)} is reserved for the site itself: choose another word" if near == raw else ""


def near_id(raw: str) -> str:
    """The name in small letters, with hyphens for what an id cannot hold; it may be no id all the same."""
    letters = unicodedata.normalize("NFKD", raw.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9._-]+", "-", letters).strip("-._")[:LONGEST_ID].rstrip(".")


def _near_word(raw: str, expected: str) -> str:
    near = suggestion(raw, expected.replace(" or ", ", ").split(", "))
    return near if near.startswith("did") else ""


def _of_model(raw: str) -> str:
    return f"write {quoted(f'{raw}/…')}, with the name of the evidence model after the slash" if is_id(raw) else ""


def _doi(raw: str) -> str:
    if raw.strip().casefold() in SAYS_NOTHING:
        return LEAVE_OUT
    found = re.search(DOI_PATTERN, re.sub(r"\s+", "", raw), re.ASCII)
    bare = found[0].rstrip(".,;)") if found else ""
    return f"write {quoted(bare)}" if is_doi(bare) else ""


def _arxiv(raw: str) -> str:
    if raw.strip().casefold() in SAYS_NOTHING:
        return LEAVE_OUT
    found = re.search(ARXIV_PATTERN, raw, re.ASCII)
    return f"write {quoted(found[0])}" if found else ""


def _url(raw: str) -> str:
    if raw.startswith("http://"):
        return "write https:// instead of http://"
    if raw.startswith("https://") and " " in raw:
        return "write %20 for a space"
    whole = f"https://{raw}"
    return f"write {whole}" if re.match(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/|$)", raw) and is_url(whole) else ""


def _date(raw: str) -> str:
    return "there is no such day" if _DAY.fullmatch(raw) else "write year, month and day, with hyphens"


def _length(raw: str) -> str:
    return f"it has {len(raw):,} characters" if len(raw) > 60 else ""


def _more(names: list[str]) -> str:
    return ", …" if len(names) > 3 else ""


_RULES = {
    "wrong-doi": _doi, "wrong-arxiv": _arxiv, "wrong-url": _url, "wrong-date": _date, "wrong-id": hint_for_id,
    "not-text": _length,
}  # fmt: skip
