"""The whole strategy: every record, who links to whom, and what the reading of its files found wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.model.anatomy import link_paths, links_in
from digistrat.model.kinds.manifest import Manifest, parse_year_start
from digistrat.model.record import Record
from digistrat.model.values.context import Context
from digistrat.model.values.date import Date, day
from digistrat.read.fault import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from digistrat.model.kinds.commitment import Commitment, Gauge
    from digistrat.model.kinds.constraint import Constraint
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.kinds.mission import Mission, Outcome
    from digistrat.model.kinds.principle import Principle
    from digistrat.model.kinds.scoring import Scoring
    from digistrat.model.kinds.service import Service
    from digistrat.model.kinds.user import Need, User
    from digistrat.model.part import Placed
    from digistrat.model.values.deadline import Deadline
    from digistrat.model.values.link import To
    from digistrat.read.document import Document
    from digistrat.read.fault import Fault

NONE: Mapping[str, Any] = MappingProxyType({})


def _none() -> Any:
    return field(default_factory=lambda: NONE)


class Link(NamedTuple):
    """One reference as it was written: by which part, in which of its fields."""

    part: Placed
    field: str
    at: Ref
    to: To
    id: str


@dataclass(frozen=True)
class Strategy:
    """A strategy as of a day. Maps are by id, in the order of files and of lines in them."""

    as_of: date
    manifest: Manifest
    mission: Mission | None
    scoring: Scoring | None = None
    collections: Mapping[str, Mapping[str, Record]] = _none()
    declared: Mapping[str, Mapping[str, Ref]] = _none()  # every id that was written, valid or not
    renamed: Mapping[str, Mapping[str, str]] = _none()  # old id to new one
    faults: Mapping[str, tuple[Fault, ...]] = _none()  # what reading found, by rule
    documents: Mapping[str, Document] = _none()  # by path
    unread: frozenset[str] = field(default_factory=frozenset)  # names of which a file could not be read

    @property
    def context(self) -> Context:
        """What dates and amounts in texts depend on."""
        return Context(self.manifest.currency, parse_year_start(self.manifest.financial_year_starts) or (4, 1))

    def _of(self, collection: str) -> Mapping[str, Any]:
        return self.collections.get(collection, NONE)

    @property
    def principles(self) -> Mapping[str, Principle]:
        """Principles by id."""
        return self._of("principles")

    @property
    def services(self) -> Mapping[str, Service]:
        """Services by id."""
        return self._of("services")

    @property
    def users(self) -> Mapping[str, User]:
        """User groups by id."""
        return self._of("users")

    @property
    def constraints(self) -> Mapping[str, Constraint]:
        """Constraints by id."""
        return self._of("constraints")

    @property
    def initiatives(self) -> Mapping[str, Initiative]:
        """Initiatives by id."""
        return self._of("initiatives")

    @property
    def commitments(self) -> Mapping[str, Commitment]:
        """Commitments by id."""
        return self._of("commitments")

    @property
    def measures(self) -> Mapping[str, Measure]:
        """Measures by id."""
        return self._of("measures")

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Outcomes by id."""
        return self._of("outcomes")

    @property
    def needs(self) -> Mapping[str, Need]:
        """Needs by `user-id/need-id`."""
        return self._of("needs")

    def records(self) -> Iterator[Record]:
        """Give every record of every collection."""
        for records in self.collections.values():
            yield from records.values()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every reference in the strategy, in the order written."""
        found = []
        for part in self.parts():
            here = part.at()
            for path in link_paths(type(part)):
                field = path.names[0][1]
                for keys, named, on_key in links_in(part, path):
                    found.append(Link(part, field, Ref(here.file, here.keys + keys, on_key), path.to, named))
        return tuple(found)

    def parts(self) -> Iterator[Placed]:
        """Give all that knows where it was written: the files of their own, and every record."""
        yield from (part for part in (self.manifest, self.mission, self.scoring) if part)
        yield from self.records()

    @cached_property
    def _linked(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str], dict[int, Record]] = defaultdict(dict)
        for link in self.links:
            if isinstance(link.part, Record):
                target = self.renamed.get(link.to.collection, NONE).get(link.id, link.id)
                found[link.to.collection, target][id(link.part)] = link.part
        return {target: tuple(records.values()) for target, records in found.items()}

    def linking_to(self, record: Record, collection: str) -> tuple[Any, ...]:
        """Give the records of a collection that refer to this one: the other end of a link."""
        linked = self._linked.get((record.collection, record.id), ())
        return tuple(other for other in linked if other.collection == collection)

    def knows(self, collection: str, id: str) -> bool:
        """Tell whether an id is declared, now or by its old name."""
        return id in self.declared.get(collection, NONE) or id in self.renamed.get(collection, NONE)

    def find(self, collection: str, id: str) -> Any:
        """Give a record by its id or its old one, or None."""
        records = self._of(collection)
        return records.get(id) or records.get(self.renamed.get(collection, NONE).get(id, ""))

    def find_all(self, collection: str, ids: Iterable[str]) -> tuple[Any, ...]:
        """Give the records that some ids mean; those that mean none are left out."""
        return tuple(record for id in ids if (record := self.find(collection, id)))

    def measure_of(self, gauge: Gauge) -> Measure | None:
        """Give the measure that a commitment names by id."""
        found: Measure | None = self.find("measures", gauge.measure) if gauge.measure else None
        return found

    def due(self, deadline: Deadline | None) -> Date | None:
        """Resolve a deadline to a date; None where what it waits for has none."""
        return self._resolve(deadline, frozenset())

    def _resolve(self, deadline: Deadline | None, passed: frozenset[str]) -> Date | None:
        if deadline is None or isinstance(deadline, Date):
            return deadline
        if deadline.after in passed:
            return None
        passed |= {deadline.after}
        commitment = self.find("commitments", deadline.after)
        if commitment:
            base = self._resolve(commitment.due, passed)
        else:
            initiative = self.find("initiatives", deadline.after)
            base = initiative.finish if initiative else None
        try:
            return day(deadline.counted_from(base)) if base else None
        except (ValueError, OverflowError):  # past the end of the calendar
            return None
