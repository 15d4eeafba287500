"""The whole strategy: every record, who links to whom, and what the reading of its files found wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from digistrat.model.anatomy import leaves
from digistrat.model.contents import NONE, Contents
from digistrat.model.deadlines import resolve, when
from digistrat.model.kinds.manifest import Manifest, parse_year_start
from digistrat.model.links import Backlink, Link, find_links, turn_round
from digistrat.model.values.context import Context
from digistrat.model.values.date import Date
from digistrat.read.fault import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from digistrat.model.kinds.commitment import Commitment, Gauge
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.part import Placed, Single
    from digistrat.model.record import Record
    from digistrat.model.values.deadline import Deadline
    from digistrat.read.document import Document
    from digistrat.read.fault import Fault

_FINANCIAL = re.compile(r"\bFY\d{4}")


def _none() -> Any:
    return field(default_factory=lambda: NONE)


@dataclass(frozen=True)
class Strategy(Contents):
    """A strategy as of a day. Maps are by id, in the order of files and of lines in them."""

    as_of: date
    manifest: Manifest
    singles: Mapping[str, Single] = _none()  # the files of their own but for the manifest, by stem
    collections: Mapping[str, Mapping[str, Record]] = _none()
    declared: Mapping[str, Mapping[str, Ref]] = _none()  # every id that was written, valid or not
    renamed: Mapping[str, Mapping[str, str]] = _none()  # old id to new one
    faults: Mapping[str, tuple[Fault, ...]] = _none()  # what reading found, by rule
    documents: Mapping[str, Document] = _none()  # by path
    unread: frozenset[str] = field(default_factory=frozenset)  # names of which a file could not be read
    partial: frozenset[str] = field(default_factory=frozenset)  # collections of which a record is faulty
    nameless: frozenset[str] = field(default_factory=frozenset)  # collections with a record that anything may mean
    counterpart: Mapping[str, Mapping[str, Ref]] | None = None  # the other language's ids, of what can be read there

    @property
    def context(self) -> Context:
        """What dates and amounts in texts depend on."""
        return Context(self.manifest.currency, parse_year_start(self.manifest.financial_year_starts) or (4, 1))

    @cached_property
    def is_in_financial_years(self) -> bool:
        """Whether any date, not just a text, is in financial years, so that readers take quarters for theirs."""
        if not any(_FINANCIAL.search(document.text) for document in self.documents.values()):
            return False
        dates = (value for part in self.parts() for _, value in leaves(part) if isinstance(value, Date))
        return any(date.precision.startswith("financial") for date in dates)

    def records(self) -> Iterator[Record]:
        """Give every record of every collection."""
        for records in self.collections.values():
            yield from records.values()

    def parts(self) -> Iterator[Placed]:
        """Give all that knows where it was written: the files of their own, and every record."""
        yield from (self.manifest, *self.singles.values())
        yield from self.records()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every reference in the strategy."""
        return tuple(find_links(self))

    @cached_property
    def _linked(self) -> Mapping[tuple[str, str], tuple[Backlink, ...]]:
        return turn_round(self)

    def linking_to(self, record: Record, collection: str, field: str = "") -> tuple[Any, ...]:
        """Give the records of a collection that refer to this one, the other end of a link; in one key if one says."""
        linked = self._linked.get((record.collection, record.key), ())
        fit = (one.part for one in linked if not field or field in one.fields)
        return tuple(part for part in fit if getattr(part, "collection", None) == collection)

    def naming(self, record: Record) -> tuple[Placed, ...]:
        """Give the files of their own that refer to a record."""
        linked = self._linked.get((record.collection, record.key), ())
        return tuple(one.part for one in linked if not hasattr(one.part, "collection"))

    def is_whole(self, *names: str) -> bool:
        """Tell whether all that was written of these sorts could be read: only then does anything lack in them."""
        return not (self.unread | self.partial) & set(names)

    def home(self, name: str) -> Ref:
        """Give the file in which a sort is written first, and the manifest where nobody wrote any."""
        first: Placed | None = self.singles.get(name) or next(iter(self._of(name).values()), None)
        return Ref(first.at().file) if first else Ref(self.manifest.at().file)

    def knows(self, collection: str, id: str) -> bool:
        """Tell whether an id is declared, now or by its old name."""
        return id in self.declared.get(collection, NONE) or id in self.renamed.get(collection, NONE)

    def find(self, collection: str, id: str) -> Any:
        """Give a record by its id or its old one, or None."""
        records = self._of(collection)
        return records.get(id) or records.get(self.renamed.get(collection, NONE).get(id, ""))

    @cached_property
    def _former(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for collection, names in self.renamed.items():
            for old, new in names.items():
                if old not in self.declared.get(collection, NONE):
                    found[collection, new] = (*found.get((collection, new), ()), old)
        return found

    def former(self, record: Record) -> tuple[str, ...]:
        """Give the keys by which a record was found before, as far as no other has them now."""
        return self._former.get((record.collection, record.key), ())

    def find_all(self, collection: str, ids: Iterable[str]) -> tuple[Any, ...]:
        """Give the records that some ids mean; those that mean none are left out."""
        return tuple(record for id in ids if (record := self.find(collection, id)))

    def measure_of(self, gauge: Gauge) -> Measure | None:
        """Give the measure that a commitment names by id."""
        found: Measure | None = self.find("measures", gauge.measure) if gauge.measure else None
        return found

    @cached_property
    def _dues(self) -> Mapping[str, Date | None]:
        return resolve(self)

    def due(self, commitment: Commitment) -> Date | None:
        """Give a commitment's date, a relative one resolved; None where it has none."""
        return self._dues.get(commitment.id)

    def when(self, deadline: Deadline | None) -> Date | None:
        """Give the date of a deadline, a relative one resolved; None where nothing says it."""
        return when(self, deadline, self._dues)
