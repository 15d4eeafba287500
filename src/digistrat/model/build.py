"""Check every shape and build the Strategy: records that are whole, ids that were declared, faults by rule."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from digistrat.model.files import Sorted, Written
from digistrat.model.ids import Ids
from digistrat.model.kinds.manifest import Manifest, parse_year_start
from digistrat.model.part import is_blank, written_keys
from digistrat.model.shape import check, check_single
from digistrat.model.shelf import COLLECTIONS, single_kind
from digistrat.model.strategy import Strategy
from digistrat.model.values.context import Context
from digistrat.model.values.text import slug
from digistrat.read.fault import Fault, Ref
from digistrat.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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
        self.ids = Ids()
        self.collections: dict[str, Records] = {}
        self.singles: dict[str, Single] = {}
        self.renamed: dict[str, dict[str, str]] = defaultdict(dict)
        self.unread = set(found.unread)
        self.partial: set[str] = set()
        self.context = _context_of(self.data("strategy"))

    def report(self, faults: Iterable[tuple[str, Fault]]) -> None:
        for rule, fault in faults:
            self.faults[rule].append(fault)

    def data(self, name: str) -> Any:
        document = self.found.singles.get(name)
        return document.data if document else None

    def strategy(self, documents: Mapping[str, Document], as_of: date) -> Strategy:
        manifest: Any = self.single("strategy") if "strategy" in self.found.singles else blank_manifest()
        self.mission()
        for name in self.found.singles:
            if name not in {"strategy", "mission"}:
                self.singles[name] = self.single(name)
        self.ids.note_parts(self.found.singles)
        self.ids.note_needs(self.found.records.get("users", []))
        for name, kind in COLLECTIONS.items():
            if self.found.records.get(name):
                self.collections[name] = self.collection(name, kind.load(), self.found.records[name])
        self.needs()
        self.report(self.ids.faults)
        return Strategy(
            as_of,
            manifest,
            self.singles,
            self.collections,
            self.ids.declared,
            self.renamed,
            {rule: tuple(faults) for rule, faults in self.faults.items()},
            documents,
            self.not_whole(),
            frozenset(self.partial),
            frozenset(self.ids.nameless),
        )

    def not_whole(self) -> frozenset[str]:
        """Name everything of which a part could not be read."""
        if "users" in self.unread:
            self.unread.add("needs")
        return frozenset({*self.unread, *(name.partition("/")[0] for name in self.unread)})

    def single(self, name: str, data: Any = None) -> Single:
        document = self.found.singles[name]
        ref = Ref(document.file)
        data = data or document.data
        model = single_kind(name).load_single()
        key = model.named_by_file
        if key and isinstance(data, dict) and is_blank(data.get(key)):
            data = {**data, key: name.partition("/")[2]}
        if name.startswith("frameworks/"):
            self.ids.note_framework(data, ref)
        part, faults = check_single(model, data, ref, self.context)
        self.report(faults)
        return part

    def mission(self) -> None:
        """Check mission.yaml; its outcomes and journeys are records, checked one by one."""
        document = self.found.singles.get("mission")
        if document is None:
            if "mission" not in self.unread:
                help = "write it: 'mission:' and one sentence that anyone could repeat"
                self.report([("missing-file", Fault(Ref("mission.yaml"), "there is no mission.yaml", help))])
            self.unread |= {"outcomes", "journeys"}
            return
        from digistrat.model.kinds.mission import Journey, Mission, Outcome  # noqa: PLC0415  (only where there is one)

        data: Any = dict(document.data) if isinstance(document.data, dict) else document.data
        for name, model in (("outcomes", Outcome), ("journeys", Journey)):
            items = data.get(name) if isinstance(data, dict) else None
            slips = data.keys() - written_keys(Mission).keys() if isinstance(data, dict) else {name}
            if items is None and slips and nearest(name, slips):
                self.unread.add(name)
            if items is not None:
                items = items if isinstance(items, list) else [items]
                written = [Written(item, Ref(document.file, (name, n))) for n, item in enumerate(items)]
                self.collections[name] = self.collection(name, model, written)
                data[name] = list(self.collections[name].values())
        self.singles["mission"] = self.single("mission", data)

    def collection(self, name: str, model: type[Record], written: list[Written]) -> Records:
        """Check records one by one; of two with the same id the first stands."""
        records: Records = {}
        count = len(written)
        written.reverse()
        while written:  # what has been read is let go
            one = written.pop()
            data = _with_id(model, one)
            id = self.ids.note(name, data, one.ref)
            record, faults = check(model, data, one.ref, self.context)
            self.report(faults)
            if record is None or id is None:
                continue
            record.placed(one.ref, id)
            records[id] = record
            self.rename(name, record)
        if len(records) < count:
            self.partial.add(name)
        return records

    def rename(self, name: str, record: Record) -> None:
        """Note the ids a record had; one that another record has had too could mean either."""
        for index, old in enumerate(record.was):
            other = self.renamed[name].setdefault(old, record.id)
            if other != record.id:
                said = f"{old!r} is also an old id of {other!r}; an old link could mean either"
                self.report([("duplicate-id", Fault(record.at("was", index), said, "keep it at one of the two"))])

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


def _with_id(model: type[Record], one: Written) -> Any:
    """Give a record's data with its id, which the file's name may say, or another of its keys."""
    data = one.data
    if not isinstance(data, dict) or not is_blank(data.get("id")):
        return data
    named = data.get(model.id_from)
    id = one.stem or (slug(named) if isinstance(named, str) else "")
    return {**data, "id": id} if id else data


def _context_of(manifest: Any) -> Context:
    """Take from the manifest what other values depend on, as far as it can be read."""
    manifest = manifest if isinstance(manifest, dict) else {}
    starts = parse_year_start(manifest.get("financial_year_starts"))
    currency = manifest.get("currency")
    return Context(currency if isinstance(currency, str) else "GBP", starts or (4, 1))
