"""Comments that hide findings: `# digistrat: ignore[rule] reason`, read only where YAML sees a comment."""

from __future__ import annotations

import re
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
    r"(?:\s+until\s+(?P<until>[^\s:]+)\s*(?::|$))?(?P<reason>.*)$",
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
    texts = list(positions_of(document.file).scalars())
    return [_suppression(document.file, lines, *hit) for hit in found if not _is_inside(texts, *hit)]


def _is_inside(texts: list[Span], line: int, match: re.Match[str]) -> bool:
    """Tell whether a marker stands inside a text rather than in a comment."""
    place = (line, match.start() + 1)
    return any((text.line, text.column) <= place < (text.end_line, text.end_column) for text in texts)


def _suppression(file: str, lines: list[str], line: int, match: re.Match[str]) -> Suppression:
    rules = tuple(name.strip() for name in (match["rules"] or "").split(",") if name.strip())
    span = Span(line, match.start() + 1, line, len(lines[line - 1]) + 1)
    alone = not lines[line - 1][: match.start()].strip()
    covers: int | None = line
    if alone:
        covers = None if line == 1 else _next_content(lines, line)
    return Suppression(file, span, rules, match["reason"].strip(), match["until"], covers)


def _next_content(lines: list[str], line: int) -> int:
    """Give the first line below that is more than a comment."""
    for number in range(line, len(lines)):
        if not lines[number].lstrip().startswith("#"):
            return number + 1
    return line
