"""Say in plain words what a YAML parser says in its own: what is wrong, where, and what to do."""

from __future__ import annotations

import re
from typing import Any

from digistrat.read.fault import START, Span

# What the parser says (libyaml and PyYAML word some of it differently), to what a person can do.
_HINTS = {
    r"mapping values are not allowed": ("a colon inside a text", "put the whole text in quotes"),
    r"could not find expected ':'": ("a line without a colon", "write 'key: text', or indent it under its key"),
    r"expected key|expected <block end>": ("this line does not fit those above it", "give it their indentation"),
    r"expected '-' indicator": ("this line does not fit the list above it", "indent it, or begin it with '-'"),
    r"expected ',' or": ("a bracket that is not closed", "close it, or put the text in quotes"),
    r"unexpected end of stream": ("a quote that is not closed", "close it at the end of the text"),
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
    for pattern, (message, help) in _HINTS.items():
        if re.search(pattern, problem):
            return span, message, help
    return span, f"no YAML: {problem}", "put texts with special characters in quotes"
