"""Rules about money: does the chosen work fit into it, and is it really there?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.spans import certain_spans
from digistrat.figures.spending import PURSES, spending
from digistrat.model.values.quantity import sign_of
from digistrat.read.fault import Fault, Related
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction

    from digistrat.figures.spending import Sum
    from digistrat.model.kinds.choice import Cost
    from digistrat.model.kinds.decision import Decision
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.quantity import Quantity
    from digistrat.read.fault import Key

_MOST_RELATED = 6


def envelope_exceeded(strategy: Strategy) -> Iterator[Fault]:
    """Chosen work that costs more than the envelope of a year holds, in capital or in revenue.

    Why: what is not paid for is not chosen. Sums fall into years as `by_year` says, else evenly over the work;
    `recurrent` is revenue in each year after it.

    Bad:
        # strategy.yaml
        organisation: {name: Example Trust, kind: nhs-trust}
        envelope:
          - year: FY2027-28
            capital: £250k  # <-
        …
        # initiatives.yaml
        - id: e-letters
          start: 2027-04
          duration: 12 months
          cost: {capital: £310k, funding: new}
          …

    Good:
            capital: £400k

    Source: NHS Providers, Building a digital strategy (2021), on a scope that matches the funding.
    """
    for year in spending(strategy, certain_spans(strategy)).years if strategy.manifest.envelope else ():
        for purse in PURSES:
            sum: Sum = getattr(year, purse)
            if sum.limit is not None and sum.over:
                spent = _money(strategy, sum.spent, above=sum.limit)
                message = f"chosen work costs {spent} of {purse} in {year.year}, {_money(strategy, sum.limit)} is there"
                at = strategy.manifest.at("envelope", year.place, purse)
                yield Fault(at, message, "choose less, spend it in another year, or find more", _biggest(strategy, sum))


def _biggest(strategy: Strategy, sum: Sum) -> tuple[Related, ...]:
    return tuple(
        Related(strategy.initiatives[one.initiative].at(*one.keys), f"{one.initiative!r}: {_money(strategy, share)}")
        for one, share in sum.shares[:_MOST_RELATED]
    )


def _money(strategy: Strategy, amount: Fraction | Decimal, *, above: Decimal | None = None) -> str:
    """Write a sum with its currency, so that it reads as more than what it is above."""
    sign = sign_of(strategy.manifest.currency)
    said = rounded(amount, grouped=True)
    return f"{'just over ' if said == rounded(above, grouped=True) else ''}{sign}{said}"


def funded_by_nothing(strategy: Strategy) -> Iterator[Fault]:
    """Work that costs money and is to be paid from existing funding, with no decision that gives it.

    Why: a cost that is nobody's is paid by something else. Work that takes only what is there already has no cost
    of its own; where money was given before, name the decision that gave it.

    Bad:
        # initiatives.yaml
        - id: e-letters
          start: 2027-04
          cost: {revenue: £90k, funding: existing}  # <-
          …

    Good:
          cost: {revenue: £90k, funding: new}

    Source: Department of Health, Digital strategy (2012), which claims that most of it needs no extra budget.
    """
    if not strategy.is_whole("decisions"):
        return
    for initiative in strategy.initiatives.values():
        cost = initiative.cost
        written = next(_costs(cost), None) if cost and cost.funding == "existing" else None
        if written is None or initiative.status == "idea" or initiative.is_over or initiative.is_put_aside:
            continue
        if not _is_given_money(strategy, initiative):
            keys, amount = written
            message = f"{initiative.id!r} costs {amount} from existing funding; say which decision gives it"
            help = "a decision of kind 'funding' that names it under 'initiatives'; or 'new' if nobody gave it yet"
            related = (Related(initiative.at("cost", *keys), "a cost of its own"),)
            yield Fault(initiative.at("cost", "funding"), message, help, related)


def _costs(cost: Cost) -> Iterator[tuple[tuple[Key, ...], Quantity]]:
    """Give every sum above zero, and the keys that lead to it."""
    sums: list[tuple[tuple[Key, ...], Quantity | None]] = [
        ((name,), getattr(cost, name)) for name in (*PURSES, "recurrent")
    ]
    for year, part in cost.by_year.items():
        sums += [(("by_year", str(year), purse), getattr(part, purse)) for purse in PURSES]
    yield from ((keys, amount) for keys, amount in sums if amount and amount.value > 0)


def _is_given_money(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether a decision gives it money."""
    decisions: tuple[Decision, ...] = strategy.linking_to(initiative, "decisions", "initiatives")
    return any(one.kind == "funding" or one.amount for one in decisions if one.kind != "stop")
