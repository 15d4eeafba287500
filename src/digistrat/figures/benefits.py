"""What benefits have to do with each other: parts and wholes, with `about` and `over` taken at their word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from digistrat.model.values.interval import total, total_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from decimal import Decimal

    from digistrat.model.kinds.benefit import Benefit
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.interval import Interval
    from digistrat.model.values.quantity import Modality

Verdict = Literal["agrees", "disagrees", "nothing claimed", "not comparable"]


@dataclass(frozen=True, slots=True)
class Sum:
    """What the parts come to: the numbers as written, how exactly that is meant, and all that it could mean."""

    value: Decimal
    modality: Modality
    interval: Interval
    verdict: Verdict  # on the claim


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a benefit; `sum` is None where they cannot be added, and one of the others says why."""

    parts: tuple[Benefit, ...]
    without_amount: tuple[Benefit, ...] = ()
    unlike: tuple[Benefit, ...] = ()  # in another unit than the first, or per another time
    sum: Sum | None = None


def parts_of(strategy: Strategy, benefit: Benefit) -> Parts | None:
    """Add up the parts of a benefit; None where it has none."""
    parts = tuple({part.id: part for part in strategy.find_all("benefits", benefit.parts)}.values())
    if not parts:
        return None
    without = tuple(part for part in parts if part.amount is None)
    counted = [part for part in parts if part.amount]
    unlike = tuple(part for part in counted if not _can_be_added(part, counted))
    return Parts(parts, without, unlike, None if without or unlike else _sum(benefit, parts))


def _can_be_added(benefit: Benefit, others: Collection[Benefit]) -> bool:
    """Tell whether it is in the unit of the first of the others, and per what the first that says so is per."""
    first = next(iter(others))
    per = next((one.per for one in others if one.per), None)
    return _unit(benefit) == _unit(first) and (not (benefit.per and per) or benefit.per == per)


def _unit(benefit: Benefit) -> str:
    """Give what its amount is counted in; empty for money."""
    return benefit.unit or ("%" if benefit.amount and benefit.amount.percent else "")


def _sum(claim: Benefit, parts: Collection[Benefit]) -> Sum:
    amounts = [part.amount for part in parts if part.amount]
    interval = total_of(amount.interval for amount in amounts)
    return Sum(
        total(amount.value for amount in amounts),
        _modality({amount.modality for amount in amounts}),
        interval,
        _verdict(claim, parts, interval),
    )


def _modality(all_of: Collection[Modality]) -> Modality:
    """Say how exactly a sum is meant: as its one inexact sort of part; `about` where sorts mix."""
    inexact = [one for one in all_of if one != "exactly"]
    if len(inexact) > 1:
        return "about"
    return inexact[0] if inexact else "exactly"


def _verdict(claim: Benefit, parts: Collection[Benefit], interval: Interval) -> Verdict:
    if claim.amount is None:
        return "nothing claimed"
    if not _can_be_added(claim, parts):
        return "not comparable"
    return "agrees" if claim.amount.interval.meets(interval) else "disagrees"


def families(strategy: Strategy) -> Mapping[str, str]:
    """Give for each benefit, by id, the first of those that parts and wholes join it to, over any number of steps."""
    heads = {id: id for id in strategy.benefits}
    for benefit in strategy.benefits.values():
        for other in strategy.find_all("benefits", [*benefit.parts, *filter(None, [benefit.counted_in])]):
            heads[_head(heads, other.id)] = _head(heads, benefit.id)
    return {id: _head(heads, id) for id in heads}


def _head(heads: dict[str, str], id: str) -> str:
    """Find the benefit that a family goes by, and shorten the way to it."""
    while heads[id] != id:
        heads[id] = heads[heads[id]]
        id = heads[id]
    return id


def without_end(strategy: Strategy) -> frozenset[str]:
    """Give the ids of the benefits whose parts, or the parts of their parts, lead round in a circle."""
    parts = {
        one.id: {part.id for part in strategy.find_all("benefits", one.parts)} for one in strategy.benefits.values()
    }
    wholes: dict[str, list[str]] = {}
    for whole, inside in parts.items():
        for part in inside:
            wholes.setdefault(part, []).append(whole)
    ended = [id for id, inside in parts.items() if not inside]
    while ended:
        part = ended.pop()
        for whole in wholes.get(part, ()):
            parts[whole].discard(part)
            if not parts[whole]:
                ended.append(whole)
    return frozenset(id for id, inside in parts.items() if inside)
