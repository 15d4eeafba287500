"""Add many records to the end of one file: each beside the one before it, so that the file is read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.read.document import read_document
from digistrat.read.edit import append, encoded, is_same
from digistrat.read.nodes import Layout
from digistrat.read.yaml_text import EditError, stored

if TYPE_CHECKING:
    from digistrat.read.document import Data
    from digistrat.read.yaml_text import Plain


class Growing:
    """A file's text that takes one more record after another."""

    def __init__(self, text: str) -> None:
        """Read the text; the first record is added to all of it, so that it is written as the others are."""
        self._before: list[str] = []
        self._last = text
        self._data = read_document("", encoded(text)).data
        self._added: list[Data] = []

    def add(self, record: Plain) -> int:
        """Add a record, and give its number in the list. Raises EditError, and is as it was."""
        before, self._last = _parted(append(self._last, (), record))
        self._before.append(before)
        self._added.append(stored(record))
        return len(self._data or ()) + len(self._added) - 1

    def text(self) -> str:
        """Put it together, and look whether it holds what it should; raises EditError."""
        text = "".join([*self._before, self._last])
        document = read_document("", encoded(text))
        for _, fault in document.faults:
            raise EditError(fault.message, fault.help)
        if not is_same(document.data, [*(self._data or ()), *self._added]):
            raise EditError("records cannot be added to this file: how it is written is unusual", "add them by hand")
        return text


_KEPT = 2  # items


def _parted(text: str) -> tuple[str, str]:
    """Part a list before its last two items, which show how items are parted; one in brackets stays in one piece."""
    layout = Layout(text)
    root = layout.root
    if not root or root.kind != "list" or root.flow or len(root.entries) <= _KEPT:
        return "", text
    start = layout.line_start(root.entries[-_KEPT].start)
    return text[:start], text[start:]
