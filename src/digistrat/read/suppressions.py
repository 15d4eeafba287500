"""Comments that hide findings: `# digistrat: ignore[rule] reason`, read only where YAML sees a comment."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from digistrat.read.fault import Span
from digistrat.read.scan import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.read.document import Document
    from digistrat.read.positions import Positions

_MARK = "digistrat:"
_MARKER = re.compile(
    r"(?:^|(?<=\s))#\s*digistrat:\s*ignore\b\s*(?:\[(?P<rules>[^\]]*)\])?"
    r"(?P<reason>.*)$",
)


class Suppression(NamedTuple):
    """One marker: what it hides, where, and why."""

    file: str
    span: Span
    rules: tuple[str, ...]
    reason: str
    until: str | None
    covers: int | None  # the line it hides findings on; None for the whole file


def suppressions_in(document: Document, positions_of: Callable[[str], Positions]) -> list[Suppression]:
    """Give the markers of a readable document in the order written; positions are asked for only where one stands."""
    if not document.readable or _MARK not in document.text:
        return []
    lines = lines_of(document.text)
    found = [
        (number, match) for number, line in enumerate(lines, 1) if _MARK in line and (match := _MARKER.search(line))
    ]
    if not found:
        return []
    texts = sorted(positions_of(document.file).scalars())
    below = _content_below(lines)
    return [_suppression(document.file, lines, below, *hit) for hit in found if not _is_inside(texts, *hit)]


def _is_inside(texts: list[Span], line: int, match: re.Match[str]) -> bool:
    """Tell whether a marker stands inside a text rather than in a comment; texts are in order and do not overlap."""
    place = (line, match.start() + 1)
    before = bisect_right(texts, place, key=lambda text: (text.line, text.column))
    return before > 0 and place < (texts[before - 1].end_line, texts[before - 1].end_column)


def _suppression(file: str, lines: list[str], below: list[int], line: int, match: re.Match[str]) -> Suppression:
    rules = tuple(name.strip() for name in (match["rules"] or "").split(",") if name.strip())
    span = Span(line, match.start() + 1, line, len(lines[line - 1]) + 1)
    alone = not lines[line - 1][: match.start()].strip()
    covers: int | None = line
    if alone:
        covers = None if line == 1 else below[line - 1]
    return Suppression(file, span, rules, *_reason(match["reason"].strip()), covers)


def _reason(text: str) -> tuple[str, str | None]:
    """Divide `until 2027-03: reason` into the reason and the date; only the colon makes it a date."""
    until, colon, reason = text.partition(":")
    if colon and until.startswith("until "):
        return reason.strip(), until.removeprefix("until ").strip()
    return text, None


def _content_below(lines: list[str]) -> list[int]:
    """Give for each line the first one below it that is more than a comment, or the line itself at the end."""
    below = list(range(1, len(lines) + 1))
    for index in range(len(lines) - 2, -1, -1):
        is_comment = lines[index + 1].lstrip().startswith("#")
        below[index] = below[index + 1] if is_comment else index + 2
    return below
