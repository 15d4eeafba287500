"""Make edits in a file's text, record by record, so that a long list is read once and not once for each value."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from digistrat.read.document import read_document
from digistrat.read.edit import append, changed, encoded, is_same, set_value
from digistrat.read.nodes import Layout
from digistrat.read.yaml_text import EditError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digistrat.exchange.edits import Edit
    from digistrat.read.document import Data
    from digistrat.read.fault import Key


def patched(
    text: str, wanted: Mapping[tuple[Key, ...], Sequence[Edit]]
) -> tuple[str, dict[tuple[Key, ...], EditError]]:
    """Make the edits of each record, by its address; give the new text, and why a record could not be changed.

    Raises EditError where the records, each changed rightly, do not make up the file they should.
    """
    parts = _Parts(text)
    refused: dict[tuple[Key, ...], EditError] = {}
    for keys, some in wanted.items():
        try:
            parts.change(keys, some)
        except EditError as error:
            refused[keys] = EditError(_ITEM.sub("'", error.message, count=1), error.hint)
    return parts.text(), refused


class _Parts:
    """A text cut up into the items of its list; one that is written in another way stays in one piece."""

    def __init__(self, text: str) -> None:
        self.whole = text
        layout = Layout(text)
        root = layout.root
        starts = [layout.line_start(one.start) for one in root.entries] if root and root.kind == "list" else []
        if root and root.flow:
            starts = []
        self.first = text[: starts[0]] if starts else ""
        self.items = [text[start:end] for start, end in pairwise([*starts, len(text)])]
        self.changed: set[int] = set()

    def change(self, keys: tuple[Key, ...], some: Sequence[Edit]) -> None:
        """Make a record's edits, all or none; raises EditError."""
        index = keys[0] if keys else None
        if isinstance(index, int) and index < len(self.items):
            self.items[index] = _edited(self.items[index], (0, *keys[1:]), some)
            self.changed.add(index)
        else:
            self.whole = _edited(self.whole, keys, some)

    def text(self) -> str:
        """Put the pieces together, and look whether they hold what they should; raises EditError."""
        if not self.changed:
            return self.whole
        text = self.first + "".join(self.items)
        data: Data = _data(self.whole)
        for index in self.changed:
            inside: Any = _data(self.items[index])
            data = changed(data, (index,), lambda _, new=inside: new[0])  # type: ignore[misc]  # bound at once
        if not is_same(_data(text), data):
            raise EditError("the records of this file cannot be changed one by one", "change it by hand")
        return text


_ITEM = re.compile(r"'[0-9]+\.")  # the place of a record in its list, which no reader of a sheet knows


def _edited(text: str, keys: tuple[Key, ...], some: Sequence[Edit]) -> str:
    for edit in some:
        text = (append if edit.is_item else set_value)(text, (*keys, *edit.keys), edit.value)
    return text


def _data(text: str) -> Data:
    return read_document("", encoded(text)).data
