"""Each initiative by itself: what it costs, and how it hangs together with others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.publish.amounts import money
from digistrat.publish.words import fill

if TYPE_CHECKING:
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """An initiative with what it costs, in words, and how it hangs together with others."""

    initiative: Initiative
    cost: str
    waited_for_by: tuple[Initiative, ...]
    excludes: tuple[Initiative, ...]  # whichever of the two says so


def build(strategy: Strategy, words: Words) -> list[InitiativeView]:
    """Give every initiative in the order written, those that nobody will do at the end."""
    found = sorted(strategy.initiatives.values(), key=lambda one: is_given_up(strategy, one))
    return [_initiative(strategy, words, one) for one in found]


def _initiative(strategy: Strategy, words: Words, one: Initiative) -> InitiativeView:
    excluded = {other.id: other for other in strategy.find_all("initiatives", one.excludes)}
    excluded |= {other.id: other for other in strategy.linking_to(one, "initiatives", "excludes")}
    waiting = strategy.linking_to(one, "initiatives", "depends_on")
    return InitiativeView(one, _cost(words, strategy, one), waiting, tuple(excluded.values()))


def _cost(words: Words, strategy: Strategy, initiative: Initiative) -> str:
    """Say what an initiative costs, in words; empty where nobody has said."""
    cost, said = initiative.cost, words["choices"]["cost_parts"]
    if cost is None:
        return ""
    sums = ((said["capital"], cost.capital), (said["revenue"], cost.revenue), (said["recurrent"], cost.recurrent))
    currency = strategy.manifest.currency
    return ", ".join(fill(text, sum=money(currency, amount)) for text, amount in sums if amount)
