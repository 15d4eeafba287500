"""Find line, column and record of an address, reading again only the files that somebody asks about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from digistrat.model.shelf import COLLECTIONS
from digistrat.read.fault import START, Key, Ref, Span
from digistrat.read.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.strategy import Strategy


_RECORDS = frozenset({*COLLECTIONS, "outcomes", "journeys"})  # a need is part of its user group's record


class Locator:
    """Looks addresses up in one strategy."""

    def __init__(self, strategy: Strategy) -> None:
        """Know the strategy; nothing is read yet."""
        self._strategy = strategy
        self._positions: dict[str, Positions] = {}

    def span(self, ref: Ref) -> Span:
        """Give the nearest written place; the first line of a file that is not there or cannot be read."""
        document = self._strategy.documents.get(ref.file)
        if document is None or not document.readable:
            return START
        return self.positions(ref.file).find(ref)

    def positions(self, file: str) -> Positions:
        """Give every place in a readable file, read again the first time."""
        if file not in self._positions:
            self._positions[file] = Positions(self._strategy.documents[file].text)
        return self._positions[file]

    @cached_property
    def _records(self) -> Mapping[tuple[str, tuple[Key, ...]], str]:
        return {
            (ref.file, ref.keys[:-1]): f"{collection}/{id}"
            for collection, ids in self._strategy.declared.items()
            for id, ref in ids.items()
            if collection in _RECORDS
        }

    def record_at(self, ref: Ref) -> tuple[str, str]:
        """Give the record that an address lies in, or nothing, and the keys inside it, dotted."""
        for length in range(len(ref.keys), -1, -1):
            record = self._records.get((ref.file, ref.keys[:length]))
            if record:
                return record, Ref("", ref.keys[length:]).field
        return "", ref.field
