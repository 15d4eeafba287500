"""The other end of links: which records, and which files of their own, name a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.frameworks.library import find
from digistrat.model.shelf import COLLECTIONS, HELD

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from digistrat.model.part import Placed
    from digistrat.model.record import Record
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words

# The section in which a file of its own is shown, by the name of the file.
_SECTION_OF = {
    "strategy": "choices",
    "mission": "choices",
    "plan": "choices",
    "system": "system",
    "engagement": "engagement",
    "alignment": "standards",
}


class Group(NamedTuple):
    """Records of one collection that name another record."""

    collection: str
    records: tuple[Record, ...]


class Mention(NamedTuple):
    """A place that is no record and names one: what it is called, and its section."""

    label: str
    section: str


class Joins:
    """The other ends of all links of one strategy."""

    def __init__(self, strategy: Strategy, words: Words, is_shown: Callable[[str], bool]) -> None:
        """Know the strategy and which sections are shown."""
        self._strategy, self._words, self._is_shown = strategy, words, is_shown

    def named_by(self, record: Record, but: Collection[str] = ()) -> list[Group]:
        """Give the records that name this one, collection by collection, but for those shown already."""
        names = [name for name in (*HELD, *COLLECTIONS) if name not in but]
        found = (Group(name, self._strategy.linking_to(record, name)) for name in names)
        return [group for group in found if group.records]

    def mentions(self, record: Record) -> list[Mention]:
        """Give the sections, made of files of their own, in which this record is named."""
        found = {mention: None for part in self._strategy.naming(record) for mention in self._mention(record, part)}
        return [mention for mention in found if self._is_shown(mention.section)]

    def _mention(self, record: Record, part: Placed) -> Iterator[Mention]:
        name = part.at().file.rpartition(".")[0]
        section = _SECTION_OF.get(name.partition("/")[0])
        if section == "choices":
            key = "not_in_plan" if name == "plan" and self._is_left_out(record) else name
            yield Mention(self._words["mentioned"][key], section)
        elif section == "standards":
            framework = find(self._strategy, getattr(part, "framework", None))
            yield Mention((framework.title if framework else "") or name.partition("/")[2], section)
        elif section:
            yield Mention(self._words["pages"][section], section)

    def _is_left_out(self, record: Record) -> bool:
        """Tell whether the accepted plan does not choose a record."""
        plan = self._strategy.plan
        chosen = [one.initiative or "" for one in plan.chosen] if plan else []
        return all(one is not record for one in self._strategy.find_all("initiatives", chosen))
