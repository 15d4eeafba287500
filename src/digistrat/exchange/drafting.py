"""Make the new texts of a strategy's files from the rows that are taken; nothing is written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.exchange.layout import differing
from digistrat.exchange.merging import merged
from digistrat.exchange.newcomers import newcomers
from digistrat.exchange.patch import patched
from digistrat.exchange.remark import Remark
from digistrat.exchange.scorers import roles_of
from digistrat.exchange.weights import weight_edits
from digistrat.read.document import read_document
from digistrat.read.edit import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digistrat.exchange.edits import Edit
    from digistrat.exchange.layout import SheetLayout
    from digistrat.exchange.rows import Taken
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Key


class Change(NamedTuple):
    """One value that changes, as JSON has it: a number, a text, a map or a list; `old` is None where there was none."""

    record: str  # empty in scoring.yaml
    file: str
    field: str  # empty for a new record, whose title is `new`
    old: Any
    new: Any


class Draft(NamedTuple):
    """The texts with some rows taken, why others have no place in them, and what gives way."""

    texts: dict[str, str]
    changes: list[Change]
    refused: list[tuple[Taken, str]]
    places: list[tuple[str, tuple[Key, ...], Taken]]  # where the record of each row stands that changes anything
    notes: list[Remark]


class Drafter:
    """Makes texts of rows."""

    def __init__(self, strategy: Strategy) -> None:
        """Read no file before a row needs it."""
        self.strategy = strategy
        self.roles = roles_of(strategy)
        self._data: dict[str, Any] = {}

    def written(self, taken: Taken) -> Any:
        """Give a record's data as it stands in its file."""
        at = taken.record.at()
        if at.file not in self._data:
            self._data[at.file] = read_document(at.file, encoded(self.text(at.file))).data
        found = self._data[at.file]
        for key in at.keys:
            found = found[key]
        return found

    def text(self, file: str) -> str:
        """Give a file's text as it was read."""
        return self.strategy.documents[file].text

    def draft(self, rows: Sequence[Taken], weighed: Iterable[SheetLayout]) -> Draft:
        """Take some rows, and the weights and maxima of some layouts; raises EditError where scoring.yaml is odd."""
        draft = Draft({}, [], [], [], [])
        self._change(draft, [one for one in rows if one.record is not None])
        self._add(draft, [one for one in rows if one.record is None])
        for layout in weighed:
            self._weigh(draft, layout)
        return draft

    def _change(self, draft: Draft, rows: Sequence[Taken]) -> None:
        wanted: dict[str, dict[tuple[Key, ...], list[Edit]]] = defaultdict(lambda: defaultdict(list))
        for some in _by_record(rows):
            at = some[0].record.at()
            found = merged(some, self.written(some[0]), self.roles)
            draft.refused.extend(found.refused)
            if found.edits:
                wanted[at.file][at.keys] += found.edits
                draft.places.extend((at.file, at.keys, one) for one in found.rows)
                draft.changes.extend(
                    Change(some[0].record.address, at.file, edit.field, *edit.sides) for edit in found.edits
                )
            if found.note:
                numbers = tuple(one.row for one in found.rows if one.by)
                draft.notes.append(Remark("note", found.note, found.rows[-1].layout.grid.sheet, numbers))
        for file, by_record in wanted.items():
            draft.texts[file], refused = patched(self.text(file), by_record)
            draft.refused.extend(
                (one, refused[keys].message) for where, keys, one in draft.places if where == file and keys in refused
            )

    def _add(self, draft: Draft, rows: Sequence[Taken]) -> None:
        found, texts = newcomers(self.strategy, rows, draft.texts)
        draft.texts.update(texts)
        for one in found:
            if one.refused:
                draft.refused.extend((taken, one.refused) for taken in one.rows)
            else:
                draft.changes.append(Change(one.address, one.file, "", None, one.title))
                draft.places.extend((one.file, one.keys, taken) for taken in one.rows)

    def _weigh(self, draft: Draft, layout: SheetLayout) -> None:
        """Write a layout's weights and maxima into scoring.yaml; those of the first sheet that has any."""
        scoring = self.strategy.scoring
        some = weight_edits(self.strategy, differing(self.strategy, layout))
        file = scoring.at().file if scoring else ""
        if some and file not in draft.texts:
            draft.texts[file], refused = patched(self.text(file), {(): some})
            for error in refused.values():
                raise error
            draft.changes.extend(Change("", file, edit.field, *edit.sides) for edit in some)


def _by_record(rows: Sequence[Taken]) -> list[list[Taken]]:
    """Sort rows by the record that they are about, both in the order of the file."""
    found: dict[str, list[Taken]] = {}
    for one in rows:
        found.setdefault(one.record.address, []).append(one)
    return list(found.values())
