"""Say in plain words what a YAML parser says in its own: what is wrong, where, and what to do.

The parser names the place where it could not go on, which is often not where the mistake was made; the lines around it
usually show what happened.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from digistrat.read.fault import START, Span
from digistrat.read.scan import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

Said = tuple[str, str]  # what is wrong, what to do
_ITEM = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[\w-]+):(?: |$)")
_QUOTE = re.compile(r""":\s+(?P<quote>["'])(?P<text>.*)$|^\s*-\s+(?P<quote2>["'])(?P<text2>.*)$""")

# What the parser says (libyaml and PyYAML word some of it differently), to what a person can do.
_HINTS = {
    r"mapping values are not allowed": ("a colon inside a text", "put the whole text in quotes"),
    r"could not find expected ':'": ("a line without a colon", "write 'key: text', or indent it under its key"),
    r"expected key|expected <block end>": ("this line does not fit those above it", "line it up with them"),
    r"expected '-' indicator": ("this line does not fit the list above it", "line it up with the list's '-'"),
    r"expected ',' or": ("a bracket that is not closed", "close it, or put the text in quotes"),
    r"unexpected end of stream": ("a quote that is never closed", "close it at the end of the text"),
    r"unexpected document": ("'---' inside a quoted text", "close the quote before it"),
    r"unknown escape": ("a backslash inside double quotes", "use single quotes, or write it twice"),
    r"sequence entries are not allowed": ("a list that starts in a line", "start it on a line of its own"),
}
_SPECIAL = {
    "\t": ("a tab where spaces must stand", "indent with spaces"),
    "@": ("a text that begins with '@'", "put it in quotes"),
    "`": ("a text that begins with '`'", "put it in quotes"),
    "%": ("a text that begins with '%'", "put it in quotes"),
    "*": ("a text that begins with '*'", "put it in quotes"),
    "&": ("a text that begins with '&'", "put it in quotes"),
    "!": ("a text that begins with '!'", "put it in quotes"),
}


def in_plain_words(error: Any, text: str) -> tuple[Span, str, str]:
    """Give the parser's own place, what is wrong there, and what to do about it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else START
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    here = text[mark.index : mark.index + 1] if mark else ""
    if here in _SPECIAL:
        return span, *_SPECIAL[here]
    lines = lines_of(text)
    for look in _LOOKS:
        said = look(lines, span)
        if said:
            return span, *said
    for pattern, (message, help) in _HINTS.items():
        if re.search(pattern, problem):
            return span, message, help
    return span, f"no YAML: {problem}", "put texts with special characters in quotes"


def _open_quote(lines: list[str], span: Span) -> Said | None:
    """Find a quote before the place that is not closed in its line, or closed too soon."""
    for number in range(min(span.line, len(lines)), max(span.line - _FAR, 0), -1):
        found = _QUOTE.search(lines[number - 1])
        quote, rest = (found["quote"] or found["quote2"], found["text"] or found["text2"] or "") if found else ("", "")
        inner = rest.replace("''", "").replace('\\"', "")
        if quote and quote not in inner and (number > span.line - _NEAR or _swallows_a_key(lines, number, quote)):
            return (
                f"the quote that opens in line {number} is never closed",
                f"close it with {quote} at the end of the text",
            )
        after = inner.partition(quote)[2].strip() if quote else ""
        if after and after[0] not in ",}]#:":
            other = '"' if quote == "'" else "'"
            return f"the quote in line {number} ends in the middle of the text", f"put the whole text between {other}"
    return None


_NEAR, _FAR = 6, 200  # lines above the place at which the parser gave up


def _swallows_a_key(lines: list[str], number: int, quote: str) -> bool:
    """Tell a quote that was left open from a text that goes over several lines: the one runs on over the next keys."""
    for line in lines[number:]:
        if _ITEM.match(line):
            return True
        if quote in line:
            return False
    return True


def _typed_by_a_word_processor(lines: list[str], span: Span) -> Said | None:
    """Find quotes and spaces that look like those of a keyboard and are not."""
    for number in (span.line, span.line - 1):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        if re.match(r"[ \t]*[\u00a0\u2000-\u200b\u202f\u3000]", line):
            return (
                f"line {number} begins with a space of another kind",
                "delete what stands before its text, type spaces",
            )
        if re.search(r"(?:: +|- +)[\u201c\u201d\u201e\u2018\u2019]", line):
            return f"the quotes in line {number} are curly", 'type straight ones: "'
    return None


def _in_braces(lines: list[str], span: Span) -> Said | None:
    """Find a colon inside a text that stands in braces."""
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    if "{" in line[: span.column] and re.match(r":\s", line[span.column - 1 :]):
        return "a colon inside a text", "put the text in quotes"
    return None


def _out_of_line(lines: list[str], span: Span) -> Said | None:
    """Find a key or an item that begins further left or right than its neighbours above."""
    here = _ITEM.match(lines[span.line - 1]) if span.line <= len(lines) else None
    if not here:
        return None
    above = next((n for n in range(span.line - 1, 0, -1) if _is_neighbour(lines[n - 1], bool(here["dash"]))), 0)
    before = _ITEM.match(lines[above - 1]) if above else None
    if not before:
        return None
    column = len(here["indent"])
    wanted = len(before["indent"]) if here["dash"] else len(before["indent"] + before["dash"])
    if column == wanted:
        return None
    off, side = abs(column - wanted), "right" if column > wanted else "left"
    spaces = "1 space" if off == 1 else f"{off} spaces"
    name = "the '-'" if here["dash"] else repr(before["key"])
    return f"this line begins {spaces} further {side} than line {above}", f"line it up with {name} in line {above}"


def _is_neighbour(line: str, is_item: bool) -> bool:  # noqa: FBT001  (one of two sorts of line)
    """Tell whether a line above is one that this one should line up with: an item with an item."""
    found = _ITEM.match(line)
    return bool(found and found["dash"]) if is_item else bool(line.strip()) and line.lstrip()[0] != "#"


def _no_colon(lines: list[str], span: Span) -> Said | None:
    """Find a line above without its colon, or without the space behind it."""
    for number in (span.line, span.line - 1):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        glued = re.match(r"\s*(?:- +)?(?P<key>[a-z_]+):(?=[^\s/])", line)
        if glued:
            return f"line {number} needs a space after the colon", f"write '{glued['key']}: ' and then the text"
        bare = re.match(r"\s*(?:- +)?(?P<key>[a-z_]+) \S", line)
        if bare and ":" not in line and number < span.line:
            return (
                f"line {number} has no colon",
                f"write '{bare['key']}: ' if that is its key, or quote the text it belongs to",
            )
    return None


_LOOKS: tuple[Callable[[list[str], Span], Said | None], ...] = (
    _typed_by_a_word_processor,
    _in_braces,
    _open_quote,
    _no_colon,
    _out_of_line,
)
