"""Find what a YAML parser would misread: bytes that are not UTF-8, and characters that only look like white space."""

from __future__ import annotations

import re

from digistrat.read.fault import Span

# What YAML 1.1 does not let stand in a file (section 5.1), the line breaks that only YAML 1.1 takes for such (U+0085,
# U+2028, U+2029), which word processors leave behind, and byte order marks in the middle. Small classes side by side:
# Python takes ten times as long to compile one large one.
_STRAY = re.compile(r"[\x00-\x08\x0b\x0c]|[\x0e-\x1f]|[\x7f-\x9f]|[\u2028\u2029]|[\ud800-\udfff]|\ufeff|[\ufffe\uffff]")
_STRAY_ASCII = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINE_END = re.compile(r"\r\n|\n|\r")
_NAMES = {
    "\x00": "a zero byte",
    "\x0b": "a vertical tab",
    "\x0c": "a form feed",
    "\x1b": "an escape character",
    "\x85": "a next-line character",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\ufeff": "a byte order mark",
}


def decode(content: bytes) -> str | None:
    """Decode UTF-8, with or without a byte order mark at the start; None when it is something else."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def stray_character(text: str) -> tuple[Span, str] | None:
    """Find the first character that must not stand in a file as it is, and its name in words."""
    found = (_STRAY_ASCII if text.isascii() else _STRAY).search(text)
    if not found:
        return None
    character = found.group()
    name = _NAMES.get(character, "a control character")
    return span_at(text, found.start(), 1), f"{name} (U+{ord(character):04X})"


def span_at(text: str, offset: int, length: int) -> Span:
    """Turn an offset into a line and a column."""
    before = text[:offset]
    starts = [0, *(found.end() for found in LINE_END.finditer(before))]
    column = offset - starts[-1] + 1
    return Span(len(starts), column, len(starts), column + length)


def lines_of(text: str) -> list[str]:
    r"""Split at `\n`, `\r\n` and `\r` only, as YAML does here."""
    return LINE_END.split(text)
