"""Who comes before whom whatever the criteria weigh: at least as good on every one, and better on one."""

from __future__ import annotations

from itertools import islice
from operator import ge
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.score.robustness.comparison import levels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digistrat.score.robustness.comparison import Comparison

Levels = tuple[int, ...]


class Dominance(NamedTuple):
    """What no change of weights can alter about one initiative; `others` best first.

    `stays`: it is always among the first, for only `others` beat it on any criterion.
    `ahead`: it has a place, and none of `others`, who have none, can ever come before it.
    `behind`: it has no place, and can never come before any of `others`, of whom there are as many as places.
    """

    id: str
    kind: Literal["stays", "ahead", "behind"]
    others: tuple[str, ...]


def dominance(comparison: Comparison) -> tuple[Dominance, ...]:
    """Give what is certain, for those in the first places, then for the others, best first."""
    if comparison.is_settled:
        return ()
    ids = [one.id for one in comparison.profiles]
    steps = levels(one.per_criterion for one in comparison.profiles)
    places = len(comparison.first)
    return (
        *_certain_of_first(ids, steps, places, comparison.top),
        *(
            Dominance(ids[place], "behind", tuple(ids[other] for other in others))
            for place, others in outdone(steps, comparison.top).items()
            if place >= places
        ),
    )


def _certain_of_first(ids: Sequence[str], steps: Sequence[Levels], places: int, top: int) -> Iterator[Dominance]:
    for place in range(places):
        rivals = [other for other, step in enumerate(steps) if not _is_as_good(steps[place], step)]
        below = [other for other in range(places, len(ids)) if _is_as_good(steps[place], steps[other])]
        if len(rivals) < top:
            yield Dominance(ids[place], "stays", tuple(ids[other] for other in rivals))
        elif below:
            yield Dominance(ids[place], "ahead", tuple(ids[other] for other in below))


def outdone(steps: Sequence[Levels], enough: int) -> dict[int, tuple[int, ...]]:
    """Give those whom `enough` others dominate, with that many of these; by their places in `steps`, best first.

    Who is outdone need not be looked at again: if it dominates one, so do those that outdo it.
    """
    kept: list[int] = []
    found = {}
    for place, step in enumerate(steps):
        better = (other for other in kept if steps[other] != step and _is_as_good(steps[other], step))
        above = tuple(islice(better, enough))
        if len(above) == enough:
            found[place] = above
        else:
            kept.append(place)
    return found


def _is_as_good(one: Levels, other: Levels) -> bool:
    """Tell whether one is at least as good as the other on every criterion."""
    return all(map(ge, one, other))
