"""Every id that was written, valid or not: what references may mean, and what stands twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.model.shelf import BUILT_IN_FRAMEWORKS
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault, Ref, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.model.files import Written
    from digistrat.read.document import Document


class _Parts(NamedTuple):
    """Parts of a single file that have ids without being records: two with one id would count as one."""

    file: str  # the name it is claimed under, or the folder it stands in
    keys: tuple[str, ...]


_PARTS = (
    _Parts("strategy", ("part_of", "goals")),
    _Parts("scoring", ("criteria",)),
    _Parts("engagement", ("experiments",)),
    _Parts("frameworks", ("items",)),
    _Parts("frameworks", ("groups",)),
)


class Ids:
    """The ids noted so far, by collection, and a fault for each that was taken already."""

    def __init__(self) -> None:
        """Start with none."""
        self.declared: dict[str, dict[str, Ref]] = defaultdict(dict)
        self.nameless: set[str] = set()  # collections with a record of which nobody can read the id
        self.faults: list[tuple[str, Fault]] = []

    def note(self, collection: str, data: Any, ref: Ref, key: str = "id") -> str | None:
        """Note a record's id, whatever else is wrong with it; None where it has none or one that is taken."""
        id = data.get(key) if isinstance(data, dict) else None
        if not isinstance(id, str):
            self.nameless.add(collection)
            return None
        first = self.declared[collection].get(id)
        if first is None:
            self.declared[collection][id] = ref.at(key)
            return id
        related = (Related(first, "first used here"),)
        said = f"{shown(id)} is the id of another record in {collection.rpartition('/')[2]}; use another"
        self.faults.append(("duplicate-id", Fault(ref.at(key), said, "an id stands for one record", related)))
        return None

    def note_framework(self, data: Any, ref: Ref) -> None:
        """Note the id of a pack of one's own, which may not be that of a pack that comes with digistrat."""
        id = data.get("id") if isinstance(data, dict) else None
        if isinstance(id, str) and id in BUILT_IN_FRAMEWORKS:
            said = f"{shown(id)} is the id of a framework that comes with digistrat; use another"
            help = "take yours out to use the one that comes with digistrat, or give yours a name of its own"
            self.faults.append(("duplicate-id", Fault(ref.at("id"), said, help)))
        else:
            self.note("frameworks", data, ref)

    def note_parts(self, singles: Mapping[str, Document]) -> None:
        """Note the ids of criteria, goals, experiments and the items of frameworks."""
        for parts in _PARTS:
            for name, document in singles.items():
                if parts.file == name.partition("/")[0]:
                    ref = Ref(document.file, parts.keys)
                    for part, at in _each(_inside(document.data, parts.keys), ref):
                        self.note("/".join((name, parts.keys[-1])), part, at)

    def note_needs(self, users: list[Written]) -> None:
        """Note the ids of all needs as `user/need`, whatever else is wrong with their user groups."""
        for one in users:
            data = one.data if isinstance(one.data, dict) else {}
            user = data.get("id") or one.stem
            for need, at in _each(data.get("needs"), one.ref.at("needs")):
                if isinstance(need, dict) and isinstance(need.get("id"), str):
                    self.note("needs", {"id": f"{user}/{need['id']}"}, at)


def _inside(data: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _each(written: Any, ref: Ref) -> Iterator[tuple[Any, Ref]]:
    """Give each item of a list, or the bare value that stands for one."""
    for index, item in enumerate(written if isinstance(written, list) else [written]):
        yield item, ref.at(index)
