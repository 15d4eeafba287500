"""Check every shape and build the Strategy: records that are whole, ids that were declared, faults by rule."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from digistrat.model.files import Sorted, Written
from digistrat.model.kinds.manifest import Manifest, parse_year_start
from digistrat.model.shape import check, check_single
from digistrat.model.shelf import COLLECTIONS, SINGLES
from digistrat.model.strategy import Strategy
from digistrat.model.values.context import Context
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault, Ref, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from digistrat.model.part import Single
    from digistrat.model.record import Record
    from digistrat.read.document import Document

Records = dict[str, "Record"]


def build(found: Sorted, documents: Mapping[str, Document], as_of: date) -> Strategy:
    """Make the strategy as of a day from sorted documents."""
    return _Builder(found).strategy(documents, as_of)


def blank_manifest(file: str = "strategy.yaml") -> Manifest:
    """Give the manifest of a strategy whose own cannot be read: nothing is known of it."""
    manifest = Manifest.model_validate({})
    manifest.placed(Ref(file))
    return manifest


class _Builder:
    """What has been checked so far."""

    def __init__(self, found: Sorted) -> None:
        self.found = found
        self.faults: dict[str, list[Fault]] = defaultdict(list)
        self.report(found.faults)
        self.collections: dict[str, Records] = {}
        self.declared: dict[str, dict[str, Ref]] = defaultdict(dict)
        self.renamed: dict[str, dict[str, str]] = defaultdict(dict)
        self.unread = set(found.unread)
        self.context = _context_of(self.data("strategy"))

    def report(self, faults: Iterable[tuple[str, Fault]]) -> None:
        for rule, fault in faults:
            self.faults[rule].append(fault)

    def data(self, name: str) -> Any:
        document = self.found.singles.get(name)
        return document.data if document else None

    def strategy(self, documents: Mapping[str, Document], as_of: date) -> Strategy:
        manifest: Any = self.single("strategy") if "strategy" in self.found.singles else blank_manifest()
        singles: dict[str, Single] = {}
        for name in SINGLES:
            if name == "mission":
                self.mission(singles)
            elif name != "strategy" and name in self.found.singles:
                singles[name] = self.single(name)
        self.criteria()
        self.declare_needs()
        for name, kind in COLLECTIONS.items():
            if self.found.records.get(name):
                self.collections[name] = self.collection(name, kind.load(), self.found.records[name])
        self.needs()
        if "users" in self.unread:
            self.unread.add("needs")
        return Strategy(
            as_of,
            manifest,
            singles,
            self.collections,
            self.declared,
            self.renamed,
            {rule: tuple(faults) for rule, faults in self.faults.items()},
            documents,
            frozenset(self.unread),
        )

    def single(self, name: str, data: Any = None) -> Single:
        document = self.found.singles[name]
        ref = Ref(document.file)
        part, faults = check_single(SINGLES[name].load_single(), data or document.data, ref, self.context)
        part.placed(ref)
        self.report(faults)
        return part

    def mission(self, singles: dict[str, Single]) -> None:
        """Check mission.yaml; its outcomes and journeys are records, checked one by one."""
        document = self.found.singles.get("mission")
        if document is None:
            if "mission" not in self.unread:
                help = "write it: 'mission:' and one sentence that anyone could repeat"
                self.report([("missing-file", Fault(Ref("mission.yaml"), "there is no mission.yaml", help))])
            self.unread |= {"outcomes", "journeys"}
            return
        from digistrat.model.kinds.mission import Journey, Outcome  # noqa: PLC0415  (only where there is one)

        data: Any = dict(document.data) if isinstance(document.data, dict) else document.data
        for name, model in (("outcomes", Outcome), ("journeys", Journey)):
            items = data.get(name) if isinstance(data, dict) else None
            if items is not None:
                items = items if isinstance(items, list) else [items]
                written = [Written(item, Ref(document.file, (name, n))) for n, item in enumerate(items)]
                self.collections[name] = self.collection(name, model, written)
                data[name] = list(self.collections[name].values())
        singles["mission"] = self.single("mission", data)

    def criteria(self) -> None:
        """Note the ids of the criteria: two with one id would count as one."""
        document = self.found.singles.get("scoring")
        if document is None or not isinstance(document.data, dict):
            return
        written = document.data.get("criteria")
        for index, criterion in enumerate(written if isinstance(written, list) else [written]):
            self.declare("criteria", criterion, Ref(document.file, ("criteria", index)))

    def collection(self, name: str, model: type[Record], written: list[Written]) -> Records:
        """Check records one by one; of two with the same id the first stands."""
        records: Records = {}
        written.reverse()
        while written:  # what has been read is let go
            one = written.pop()
            data = one.data
            if one.stem and isinstance(data, dict) and not data.get("id"):
                data = {**data, "id": one.stem}
            id = self.declare(name, data, one.ref)
            record, faults = check(model, data, one.ref, self.context)
            self.report(faults)
            if record is None or id is None:
                continue
            record.placed(one.ref, id)
            records[id] = record
            self.renamed[name].update(dict.fromkeys(record.was, id))
        return records

    def declare(self, name: str, data: Any, ref: Ref) -> str | None:
        """Note a record's id, whatever else is wrong with it; None where it has none or one that is taken."""
        id = data.get("id") if isinstance(data, dict) else None
        if not isinstance(id, str):
            return None
        first = self.declared[name].get(id)
        if first is None:
            self.declared[name][id] = ref.at("id")
            return id
        related = (Related(first, "first used here"),)
        said = f"{shown(id)} is the id of another record in {name}; use another"
        self.report([("duplicate-id", Fault(ref.at("id"), said, "an id stands for one record", related))])
        return None

    def declare_needs(self) -> None:
        """Note the ids of all needs, whatever else is wrong with their user groups."""
        for user, one, index, id in _written_needs(self.found.records.get("users", [])):
            self.declare("needs", {"id": f"{user}/{id}"}, one.ref.at("needs", index))

    def needs(self) -> None:
        """Put the needs of all user groups side by side, by `user-id/need-id`."""
        records: Records = {}
        users: Any = self.collections.get("users", {})
        for user in users.values():
            for index, need in enumerate(user.needs):
                key = f"{user.id}/{need.id}"
                need.placed(user.at("needs", index), key)
                records.setdefault(key, need)
                old = [f"{name}/{id}" for name in (user.id, *user.was) for id in (need.id, *need.was)]
                self.renamed["needs"].update(dict.fromkeys(old[1:], key))
        if records:
            self.collections["needs"] = records


def _written_needs(users: list[Written]) -> Iterator[tuple[str, Written, int, str]]:
    for one in users:
        data = one.data if isinstance(one.data, dict) else {}
        needs = data.get("needs")
        for index, need in enumerate(needs if isinstance(needs, list) else [needs]):
            if isinstance(need, dict) and isinstance(need.get("id"), str):
                yield data.get("id", one.stem), one, index, need["id"]


def _context_of(manifest: Any) -> Context:
    """Take from the manifest what other values depend on, as far as it can be read."""
    manifest = manifest if isinstance(manifest, dict) else {}
    starts = parse_year_start(manifest.get("financial_year_starts"))
    currency = manifest.get("currency")
    return Context(currency if isinstance(currency, str) else "GBP", starts or (4, 1))
