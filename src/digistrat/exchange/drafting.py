"""Make the new texts of a strategy's files from the rows that are taken; nothing is written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.exchange.edits import NoPlaceError, edits
from digistrat.exchange.layout import differing
from digistrat.exchange.newcomers import newcomers
from digistrat.exchange.patch import patched
from digistrat.exchange.weights import weight_edits
from digistrat.read.document import read_document
from digistrat.read.edit import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digistrat.exchange.edits import Edit
    from digistrat.exchange.layout import Layout
    from digistrat.exchange.rows import Taken
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Key


class Change(NamedTuple):
    """One value that changes, for people and programs to read; `old` is empty where there was none."""

    record: str  # empty in scoring.yaml
    file: str
    field: str  # empty for a new record, whose title is `new`
    old: str
    new: str


class Draft(NamedTuple):
    """The texts with some rows taken, and why others have no place in them."""

    texts: dict[str, str]
    changes: list[Change]
    refused: list[tuple[Taken, str]]
    places: list[tuple[str, tuple[Key, ...], Taken]]  # where the record of each row stands that changes anything


class Drafter:
    """Makes texts of rows."""

    def __init__(self, strategy: Strategy) -> None:
        """Read no file before a row needs it."""
        self.strategy = strategy
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

    def draft(self, rows: Sequence[Taken], weighed: Iterable[Layout]) -> Draft:
        """Take some rows, and the weights and maxima of some layouts; raises EditError where scoring.yaml is odd."""
        draft = Draft({}, [], [], [])
        self._change(draft, [one for one in rows if one.record is not None])
        self._add(draft, [one for one in rows if one.record is None])
        for layout in weighed:
            self._weigh(draft, layout)
        return draft

    def _change(self, draft: Draft, rows: Sequence[Taken]) -> None:
        wanted: dict[str, dict[tuple[Key, ...], list[Edit]]] = defaultdict(lambda: defaultdict(list))
        for one in rows:
            at = one.record.at()
            try:
                some = edits(one, self.written(one))
            except NoPlaceError as error:
                draft.refused.append((one, str(error)))
                continue
            if some:
                wanted[at.file][at.keys] += some
                draft.places.append((at.file, at.keys, one))
                draft.changes.extend(
                    Change(one.record.address, at.file, edit.field, edit.old, edit.new) for edit in some
                )
        for file, by_record in wanted.items():
            draft.texts[file], refused = patched(self.text(file), by_record)
            draft.refused.extend(
                (one, refused[keys].message) for where, keys, one in draft.places if where == file and keys in refused
            )

    def _add(self, draft: Draft, rows: Sequence[Taken]) -> None:
        for one in newcomers(self.strategy, rows, draft.texts):
            if one.refused:
                draft.refused.append((one.taken, one.refused))
            else:
                draft.texts[one.file] = one.text
                draft.changes.append(Change(one.address, one.file, "", "", one.title))
                draft.places.append((one.file, one.keys, one.taken))

    def _weigh(self, draft: Draft, layout: Layout) -> None:
        """Write a layout's weights and maxima into scoring.yaml; those of the first sheet that has any."""
        scoring = self.strategy.scoring
        some = weight_edits(self.strategy, differing(self.strategy, layout))
        file = scoring.at().file if scoring else ""
        if some and file not in draft.texts:
            draft.texts[file], refused = patched(self.text(file), {(): some})
            for error in refused.values():
                raise error
            draft.changes.extend(Change("", file, edit.field, edit.old, edit.new) for edit in some)
