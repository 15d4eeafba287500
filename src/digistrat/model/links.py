"""References between records: written once, at one end, and found again from the other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from digistrat.model.anatomy import link_trails, links_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.model.part import Placed
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.link import To
    from digistrat.read.fault import Ref


class Link(NamedTuple):
    """One reference as it was written: by which part, in which of its fields."""

    part: Placed
    field: str
    at: Ref
    to: To
    id: str


def find_links(strategy: Strategy) -> Iterator[Link]:
    """Give every reference, part by part."""
    for part in strategy.parts():
        for trail in link_trails(type(part)):
            field = trail.names[0][1]
            for keys, named, on_key in links_in(part, trail):
                yield Link(part, field, part.at(*keys)._replace(on_key=on_key), trail.to, named)


class Backlink(NamedTuple):
    """A part that refers to a record, and in which of its keys."""

    part: Placed
    fields: set[str]


def turn_round(strategy: Strategy) -> Mapping[tuple[str, str], tuple[Backlink, ...]]:
    """Give the parts that refer to each record, by its collection and key, in the order written."""
    found: dict[tuple[str, str], dict[int, Backlink]] = defaultdict(dict)
    for link in strategy.links:
        target = next((one for name in link.to.collections if (one := strategy.find(name, link.id))), None)
        if target is not None:
            back = found[target.collection, target.key].setdefault(id(link.part), Backlink(link.part, set()))
            back.fields.add(link.field)
    return {target: tuple(parts.values()) for target, parts in found.items()}
