"""What a page of HTML is made of, apart from its text."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from markdown_it import MarkdownIt

_TEXTS = frozenset({"alt", "title", "aria-label", "content", "placeholder", "value"})
"""Attributes that hold text for people; those for our scripts do, too, but for the addresses that they fetch."""
_SIZES = frozenset({"width", "height", "viewbox"})
_FETCHED = frozenset({"data-spec", "data-explorer", "data-home", "data-page"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Structure:
    """``outline``: every element with its attributes, those of drawings left out, whose lines are broken by their
    width; ``drawn``: what occurs in drawings; ``addresses``: what links, identifies or loads; ``others``: comments and
    the like."""

    outline: list[tuple[str, tuple[str, ...]]]
    drawn: frozenset[tuple[str, str]]
    addresses: list[str]
    attributes: frozenset[str]
    tags: frozenset[str]
    text: str
    others: list[str]


def structure(page: str) -> Structure:
    """The structure of a page or a part of one."""
    found = _Reader()
    found.feed(page)
    found.close()
    return Structure(
        outline=found.outline,
        drawn=frozenset(found.drawn),
        addresses=found.addresses,
        attributes=frozenset(found.attributes),
        tags=frozenset(found.tags),
        text=" ".join("".join(found.text).split()),
        others=found.others,
    )


def forge(text: str) -> str:
    """Markdown as a forge reads it."""
    return str(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text))


def _leads(name: str) -> bool:
    return name in _FETCHED or not (name in _TEXTS | _SIZES or name.startswith("data-"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.outline: list[tuple[str, tuple[str, ...]]] = []
        self.drawn: set[tuple[str, str]] = set()
        self.addresses: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.text: list[str] = []
        self.others: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if self._inside:
            self.drawn |= {(tag, ""), *((tag, name) for name, _ in attrs)}
        else:
            self.outline.append((tag, tuple(sorted(name for name, _ in attrs))))
            # The ids of headings come from their text.
            skipped = {"id"} if tag in _HEADINGS else set[str]()
            self.addresses += [f"{name}={value}" for name, value in attrs if _leads(name) and name not in skipped]
        self._inside += tag in ("svg", "pre")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag in ("svg", "pre")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)
