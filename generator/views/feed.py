"""The feed of versions: Atom (RFC 4287), one entry per version with the conclusions that changed."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree

from generator.model.release import Release
from generator.model.review import Question
from generator.views.release_changes import release_changes, release_summary, several_syntheses

_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "living-review")


def feed(question: Question, releases: Sequence[Release], published: Sequence[str], site: str) -> str:
    """The feed of the ``published`` versions among ``releases`` (oldest first) of the review that asks ``question``.

    ``site`` is the address of the folder that holds all versions, with a slash at its end; empty if it is not known,
    and links are then relative to the feed. Ids depend on the review and the version only, dates on the release.
    """
    shown = [each for each in releases if each.version in published]
    root = ElementTree.Element("feed", xmlns=_ATOM)
    _text(root, "title", question.title)
    _text(root, "subtitle", question.question)
    _text(root, "id", _id(question.id))
    _text(root, "updated", _moment(max(each.released for each in shown)))
    for name in question.authors:
        _text(ElementTree.SubElement(root, "author"), "name", name)
    if site:
        ElementTree.SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{site}feed.xml")
    ElementTree.SubElement(root, "link", rel="alternate", type="text/html", href=f"{site}latest/index.html")
    for release in reversed(shown):
        at = releases.index(release)
        _entry(root, question.id, release, releases[at - 1] if at else None, site)
    ElementTree.indent(root)
    return f"{_HEAD}\n{ElementTree.tostring(root, encoding='unicode')}\n"


def _entry(root: ElementTree.Element, review: str, release: Release, before: Release | None, site: str) -> None:
    entry = ElementTree.SubElement(root, "entry")
    moment = _moment(release.released)
    _text(entry, "title", f"Version {release.version}")
    _text(entry, "id", _id(review, release.version))
    _text(entry, "published", moment)
    _text(entry, "updated", moment)
    ElementTree.SubElement(entry, "link", rel="alternate", type="text/html", href=f"{site}{release.version}/index.html")
    _text(entry, "summary", release_summary(before, release))
    if before is not None:
        _content(entry, before, release)


def _content(entry: ElementTree.Element, before: Release, after: Release) -> None:
    """The changed conclusions, under the title of their synthesis."""
    body = ElementTree.SubElement(ElementTree.SubElement(entry, "content", type="xhtml"), "div", xmlns=_XHTML)
    _text(body, "p", release_summary(before, after))
    changes = release_changes(before, after)
    for synthesis, title in several_syntheses(before, after).items():
        sentences = [one.sentence for one in changes if one.synthesis == synthesis]
        if sentences:
            _text(body, "h3", title)
            listed = ElementTree.SubElement(body, "ul")
            for sentence in sentences:
                _text(listed, "li", sentence)


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    """The only way text gets into the feed: what XML cannot hold becomes U+FFFD, the rest is escaped on writing."""
    ElementTree.SubElement(parent, name).text = " ".join(_NOT_IN_XML.sub("\ufffd", text).split())


def _id(*names: str) -> str:
    return uuid.uuid5(_NAMES, "\n".join(names)).urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
