"""What waits for what: until which day, how long the chains of live work are, and which of it waits in a circle."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.live import is_live
from digistrat.model.deadlines import last_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


def awaited(strategy: Strategy, initiative: Initiative) -> Iterator[tuple[int, Initiative]]:
    """Give what an initiative waits for, each once, with its place in `depends_on`; unknown and delivered left out."""
    seen = set()
    for index, id in enumerate(initiative.depends_on):
        other: Initiative | None = strategy.find("initiatives", id)
        if other and other.id not in seen and other.status != "delivered":
            seen.add(other.id)
            yield index, other


def starts_too_early(initiative: Initiative, other: Initiative) -> bool:
    """Tell whether work starts on or before the day on which other work ends; False where a date is not known."""
    end = last_day(other)
    return bool(initiative.start and end and initiative.start.first <= end)


def in_circles(strategy: Strategy) -> frozenset[str]:
    """Give the ids of work that waits for itself, and of what stands between two such circles."""
    ahead = {
        one.id: {other.id for _, other in awaited(strategy, one)} for one in strategy.initiatives.values()
    }  # from each to what it waits for
    for _ in range(2):  # first what waits for nothing is taken away, again and again, then what nothing waits for
        left = ahead.keys() - set(in_order(ahead))
        ahead = _turned({id: ahead[id] & left for id in left})
    return frozenset(ahead)


class Chain(NamedTuple):
    """An initiative at the end of a chain: how many stand before it one after the other, and the nearest of them."""

    last: Initiative
    links: int
    before: tuple[Initiative, ...]  # ten at most, the nearest first


def longest_chains(strategy: Strategy) -> Iterator[Chain]:
    """Give, for each live initiative that no other live one waits for, the longest chain that it waits behind.

    Work that is not live, and circles with what waits for them, are no links.
    """
    live = {one.id: one for one in strategy.initiatives.values() if is_live(strategy, one)}
    ahead = {id: {other.id for _, other in awaited(strategy, one) if other.id in live} for id, one in live.items()}
    links: dict[str, int] = {}
    following: dict[str, str] = {}  # from each to the one that it waits for longest
    for id in in_order(ahead):
        if ahead[id]:
            following[id] = max(sorted(ahead[id]), key=lambda other: links[other])
        links[id] = links[following[id]] + 1 if id in following else 0
    waited_for = {other for others in ahead.values() for other in others}
    for id in following:
        if id not in waited_for:
            before = islice(_followed(id, following), _SHOWN)
            yield Chain(live[id], links[id], tuple(live[one] for one in before))


_SHOWN = 10


def _followed(id: str, following: Mapping[str, str]) -> Iterator[str]:
    """Give what stands before an initiative in its chain, the nearest first."""
    while id in following:
        id = following[id]
        yield id


def in_order(ahead: Mapping[str, set[str]]) -> list[str]:
    """Put what is waited for before what waits; what is in a circle or waits for one is left out."""
    waiting = {id: len(others) for id, others in ahead.items()}
    behind = _turned(ahead)
    order: list[str] = []
    ready = [id for id, number in waiting.items() if not number]
    while ready:
        order += ready
        freed = [other for id in ready for other in behind[id]]
        for other in freed:
            waiting[other] -= 1
        ready = sorted({other for other in freed if not waiting[other]})
    return order


def _turned(ahead: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Turn every arrow round."""
    behind: dict[str, set[str]] = {id: set() for id in ahead}
    for id, others in ahead.items():
        for other in others:
            behind[other].add(id)
    return behind
