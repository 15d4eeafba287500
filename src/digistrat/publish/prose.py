"""Markdown to HTML: CommonMark with tables, no raw HTML, and links only to where a reader may safely go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.publish.glossary import PageTerms

_SAFE = re.compile(r"^(?:https?:|mailto:|tel:)|^(?![a-z][a-z0-9+.-]*:)(?!//)", re.IGNORECASE)


def _renderer() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    markdown.validateLink = lambda url: bool(_SAFE.match(url.strip()))  # type: ignore[method-assign]  # as its manual says
    return markdown


_MARKDOWN = _renderer()
_WITHOUT_LINKS = _renderer().disable(["link", "autolink"])


def prose(text: str | None, terms: PageTerms | None = None) -> Markup:
    """Turn a long text into paragraphs, lists and tables; its headings stand below the page's own."""
    if not text:
        return Markup()
    tokens = read(text, terms)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
    return _html(tokens)


def line(text: str | None, terms: PageTerms | None = None) -> Markup:
    """Turn a short text into one line: emphasis and links, no paragraph."""
    return _html(read_line(text or "", terms))


def heading(text: str | None) -> Markup:
    """Turn a short text into a heading: one line, in which no word leads to the glossary."""
    return line(text)


def label(text: str | None) -> Markup:
    """Turn a short text into one line to stand inside a link: emphasis, but no link of its own."""
    return Markup(_WITHOUT_LINKS.renderInline(text or ""))  # noqa: S704  (markdown-it escapes it)


def read(text: str, terms: PageTerms | None = None) -> list[Token]:
    """Read a long text into what it is made of, the words outside its headings linked that the glossary explains."""
    tokens, in_heading = _MARKDOWN.parse(text), False
    for token in tokens if terms else ():
        if token.type in {"heading_open", "heading_close"}:
            in_heading = token.type == "heading_open"
        elif not in_heading:
            _explain(token, terms)
    return tokens


def read_line(text: str, terms: PageTerms | None = None) -> list[Token]:
    """Read a short text: no list, no heading, whatever it begins with."""
    tokens = _MARKDOWN.parseInline(text)
    for token in tokens:
        _explain(token, terms)
    return tokens


def _explain(token: Token, terms: PageTerms | None) -> None:
    if terms and token.children:
        token.children = list(_explained(token.children, terms))


def _html(tokens: list[Token]) -> Markup:
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))  # noqa: S704  (markdown-it escapes it)


def _explained(tokens: Iterable[Token], terms: PageTerms) -> Iterator[Token]:
    """Link the words that the glossary explains, but for those in links and code."""
    in_link = 0
    for token in _joined(tokens):
        in_link += token.nesting if token.type in {"link_open", "link_close"} else 0
        if token.type == "text" and not in_link:
            for piece, address in terms.split(token.content):
                yield from _linked(piece, address)
        else:
            yield token


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Join what only a new line parts: a term may go over its end."""
    text = ""
    for token in tokens:
        if token.type in {"text", "softbreak"}:
            text += "\n" if token.type == "softbreak" else token.content
            continue
        yield Token("text", "", 0, content=text)
        text = ""
        yield token
    yield Token("text", "", 0, content=text)


def _linked(piece: str, address: str) -> Iterator[Token]:
    text = Token("text", "", 0, content=piece)
    if not address:
        yield text
        return
    yield Token("link_open", "a", 1, attrs={"href": address, "class": "term"})
    yield text
    yield Token("link_close", "a", -1)
