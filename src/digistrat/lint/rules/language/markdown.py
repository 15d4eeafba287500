"""What a Markdown text says, block by block: its sentences without marks, code, addresses and block quotes.

Reading Markdown as a page does would take a second for a large strategy; hints need no more than this.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s|$)")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_LINE = re.compile(r"\s*[-=_*|: ]{2,}$")  # between parts, under a heading, or under a table's head
_TABLE = re.compile(r"^[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+\|", re.MULTILINE)
_UNSAID = re.compile(r"\s*(?:>|\[[^\[\]]+\]:\s)")  # somebody else's words, or where a link leads
_SPECIAL = re.compile(r"[`*_\[\\]|://|www\.")
_CODE = re.compile(r"(?<!`)`++[^`]++`++")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+")
_EMPHASIS = re.compile(r"(?<!\\)\*+|(?<![^\W_])_+|_+(?![^\W_])")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def blocks(text: str) -> Iterator[str]:
    """Give the paragraphs, list items, headings and cells of a text, each as one line."""
    found = _in_lines(text) if "\n" in text.strip() else [text]
    for block in found:
        said = one_line(_without_marks(block))
        if said:
            yield said


def _in_lines(text: str) -> Iterator[str]:
    block: list[str] = []
    is_code, has_table = False, bool(_TABLE.search(text))
    for line in text.splitlines():
        is_fence = bool(_FENCE.match(line))
        is_code ^= is_fence
        mark = _ITEM.match(line) or _HEADING.match(line)
        cells = line.split("|") if has_table and "|" in line else []
        ends = is_fence or is_code or cells or not line.strip() or _LINE.match(line) or _UNSAID.match(line)
        if ends or mark:
            yield " ".join(block)
            block = [] if ends else [line[mark.end() :]] if mark else []
            yield from () if is_code or _LINE.match(line) else cells
        else:
            block.append(line)
        if _HEADING.match(line):
            yield " ".join(block)
            block = []
    yield " ".join(block)


def _without_marks(text: str) -> str:
    """Take away what is not said; code and addresses leave a mark that is no word."""
    if not _SPECIAL.search(text):
        return text
    text = _LINK.sub(r"\1", _CODE.sub("…", text))
    return _ESCAPE.sub("", _EMPHASIS.sub("", _ADDRESS.sub("…", text)))
