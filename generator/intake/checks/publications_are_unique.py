"""No publication comes in twice, under whatever name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.intake.draft import Draft
from generator.intake.node import Node
from generator.model.problem import Problem

_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s,;\"<>]+", re.ASCII)
_ARXIV = re.compile(
    r"(?<![0-9./])([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]+)?(?![0-9])", re.ASCII
)


def check(draft: Draft) -> Iterator[Problem]:
    """DOI (whatever its case), arXiv number (whatever its version) and title are met in one study only."""
    first: dict[str, Node] = {}
    for path, study in draft.studies:
        for name, node in _names(study):
            known = first.setdefault(name, node)
            if known.place.path != path:
                hint = "if both files tell of one study, join them"
                expected = f"another publication than that of {known.place.path}, line {known.place.line}"
                yield node.problem("same-publication", expected, hint)
                break


def _names(study: Node) -> Iterator[tuple[str, Node]]:
    for key in ("doi", "arxiv", "url"):
        yield from _identifiers(study.get(key))
    for node in study.get("also_as").texts():
        yield from _identifiers(node)
    title = study.get("title")
    if title.text is not None:
        yield f"title {_normal(title.text)}", title


def _identifiers(node: Node) -> Iterator[tuple[str, Node]]:
    text = node.text or ""
    for doi in _DOI.findall(text):
        yield _doi_name(doi), node
    for arxiv in _ARXIV.findall(_DOI.sub(" ", text)):
        yield f"arxiv {arxiv.lower()}", node


def _doi_name(doi: str) -> str:
    """The DOI without case; those that arXiv gives out count as arXiv numbers."""
    bare = doi.lower().rstrip(".)]")
    inner = _ARXIV.search(bare.partition("/arxiv.")[2])
    return f"arxiv {inner.group(1)}" if inner else f"doi {bare}"


def _normal(title: str) -> str:
    letters = unicodedata.normalize("NFKD", title).casefold()
    return "".join(character for character in letters if character.isalnum())
