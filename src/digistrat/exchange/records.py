"""Which record a row is about: by its id, else by its title, and never by a guess."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digistrat.exchange.grid import as_cell, in_quotes
from digistrat.wording import did_you_mean, in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.exchange.layout import Place, SheetLayout
    from digistrat.model.record import Record
    from digistrat.model.strategy import Strategy


class NotTakenError(Exception):
    """Why a row is not taken, and in which column that shows."""

    def __init__(self, said: str, place: Place | None = None, *, is_total: bool = False) -> None:
        """Keep what is said; `is_total` where nothing of the whole file may be taken."""
        self.said, self.place, self.is_total = said, place, is_total
        super().__init__(said)


class Records:
    """The records of a layout's collection, by id and by title."""

    def __init__(self, strategy: Strategy, layout: SheetLayout, *, add: bool) -> None:
        """Keep the titles as a cell can hold them; `add` allows rows of no record."""
        self.strategy, self.layout, self.add = strategy, layout, add
        self.records: Mapping[str, Record] = strategy.collections.get(layout.collection, {})
        self.by_name: dict[str, list[Record]] = defaultdict(list)
        self.guesses = 0
        self.seen: set[str] = set()  # ids of those that a row was about
        for record in self.records.values():
            self.by_name[_folded(as_cell(record.label))].append(record)

    def find(self, id: str, name: str) -> Record | None:
        """Find a record by id, else by title; None for a new one, where those are wanted. Raises NotTakenError."""
        by_id, by_name = self.layout.place("id"), self.layout.place(self.layout.named_by)
        if not id and not name:
            raise NotTakenError("has no id and no title", by_id or by_name)
        named = self.by_name.get(_folded(name), [])
        if not id and len(named) > 1:
            ids = in_words([one.key for one in named], "or")
            raise NotTakenError(f"{in_quotes(name)} is the title of several; write the id: {ids}", by_name)
        found: Record | None = self.strategy.find(self.layout.collection, id) if id else next(iter(named), None)
        if found is not None:
            self.seen.add(found.key)
        elif id in self.strategy.declared.get(self.layout.collection, ()):
            raise NotTakenError(f"{in_quotes(id)} cannot be read in the strategy; `digistrat lint` says why", by_id)
        elif named:
            whose = f"{in_quotes(name)} is the title of {in_quotes(named[0].key)}"
            raise NotTakenError(f"there is no {in_quotes(id)}, and {whose}; write that id", by_id)
        elif not (self.add and name):
            raise NotTakenError(self._unknown(id, name), by_id if id else by_name)
        return found

    def _unknown(self, id: str, name: str) -> str:
        self.guesses += 1
        known = (list(self.records) if id else [one.label for one in self.records.values()]) * (
            self.guesses <= _GUESSES
        )
        hint = did_you_mean(id or name, known) or ("--add makes a new one of it" if name else "write its title, too")
        return f"there is no {in_quotes(id or name)} in {self.layout.collection}; {hint}"


_GUESSES = 200  # rows for which the nearest name is looked for: a file of another list has none


def _folded(text: str) -> str:
    return one_line(text).casefold()
