"""A review whose every text is hostile, and Markdown as the site builder reads it."""

from __future__ import annotations

import dataclasses
from enum import Enum
from functools import cache
from html.parser import HTMLParser
from typing import Any

import markdown
import yaml

from tests.conftest import ROOT

HOSTILE = (
    "<script>zqx()</script><zqx-element zqx-attribute=1>",
    '"><img src=x onerror=zqx()> </div></details></table></pre></svg>',
    "[zqx](javascript:zqx) ![zqx](https://zqx.invalid/a.png) <https://zqx.invalid>",
    "{: onclick=zqx #zqx } {#zqx} {{ zqx }} {% zqx %}",
    "`zqx` **zqx** | zqx | ~~~ ``` --8<-- 'zqx' &lt;b&gt; &#60;i&#62;",
    "# zqx\n\n- zqx\n\n    zqx\n\n=== zqx\n??? zqx\n[^1]: zqx",
    "]]> --> <!-- <![CDATA[ zqx <?zqx ?> </title></desc>",
    "\u202ezqx \ufffe zqx\x00zqx\x1b[31m",
)
PLAIN = "plain words"

_NAMES = {
    "against", "arxiv", "archetype", "attribute", "baseline", "discount", "doi", "effect", "evidence_models",
    "family", "id", "kind", "metric", "metrics", "new", "old", "path", "reading", "resources", "slug", "study",
    "technique", "type", "unit", "units", "version", "vocabulary",
}  # fmt: skip
"""Fields that hold ids or addresses, which the intake refuses unless they are plain."""


def poisoned(value: Any, text: str) -> Any:
    """``value`` with every free text in it replaced."""
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        if (
            len(value) == 2
            and isinstance(value[0], str)
            and (isinstance(value[1], Enum) or not isinstance(value[1], str))
        ):
            return (value[0], poisoned(value[1], text))
        return tuple(poisoned(one, text) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            field.name: poisoned(getattr(value, field.name), text)
            for field in dataclasses.fields(value)
            if field.init and field.name not in _NAMES
        }
        return dataclasses.replace(value, **fields)
    return value


class _Loader(yaml.SafeLoader):
    pass


_Loader.add_constructor("!ENV", lambda loader, node: "")


@cache
def _reader() -> markdown.Markdown:
    configuration = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)
    extensions, settings = [], {}
    for entry in configuration["markdown_extensions"]:
        for name, options in entry.items() if isinstance(entry, dict) else [(entry, {})]:
            extensions.append(name)
            settings[name] = options
    return markdown.Markdown(extensions=extensions, extension_configs=settings)


def html(text: str) -> str:
    """Markdown, front matter included, as HTML by the extensions the site uses."""
    return _reader().reset().convert(text.split("\n---\n", 1)[1])


class Elements(HTMLParser):
    """Every element of a page with its attributes, the text, and the elements outside drawings and listings."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.outside: list[tuple[str, tuple[str, ...]]] = []
        self.text: list[str] = []
        self.others: list[str] = []
        self._inside = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if not self._inside:
            self.outside.append((tag, tuple(sorted(name for name, _ in attrs))))
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

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.found if "id" in attributes]
