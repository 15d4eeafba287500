"""Markdown to HTML: CommonMark with tables, no raw HTML, and links only to where a reader may safely go."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markupsafe import Markup

_SAFE = re.compile(r"^(?:https?:|mailto:|tel:)|^(?![a-z][a-z0-9+.-]*:)(?!//)", re.IGNORECASE)


def _renderer() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    markdown.validateLink = lambda url: bool(_SAFE.match(url.strip()))  # type: ignore[method-assign]  # as its manual says
    return markdown


_MARKDOWN = _renderer()
_WITHOUT_LINKS = _renderer().disable(["link", "autolink"])


def prose(text: str | None) -> Markup:
    """Turn a long text into paragraphs, lists and tables; its headings stand below the page's own."""
    if not text:
        return Markup()
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))  # noqa: S704  (markdown-it escapes it)


def line(text: str | None) -> Markup:
    """Turn a short text into one line: emphasis and links, no paragraph."""
    return Markup(_MARKDOWN.renderInline(text or ""))  # noqa: S704  (markdown-it escapes it)


def label(text: str | None) -> Markup:
    """Turn a short text into one line to stand inside a link: emphasis, but no link of its own."""
    return Markup(_WITHOUT_LINKS.renderInline(text or ""))  # noqa: S704  (markdown-it escapes it)
