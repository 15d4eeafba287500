"""Rules about benefits: who answers for them, how does anybody know, and for whom are they?"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.figures.spans import month_number, span_of
from digistrat.figures.spending import outlays
from digistrat.model.values.owner import is_named
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.benefit import Benefit
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


def benefit_without_method(strategy: Strategy) -> Iterator[Fault]:
    """A benefit that does not say how it was worked out; one with parts is worked out from them.

    Why: a number that nobody can work out again is an opinion.

    Bad:
        # benefits.yaml
        - id: fewer-calls  # <-
          … without method

    Good:
        - id: fewer-calls
          method: 8,000 fewer calls a year at £5 each
    """
    for benefit in strategy.benefits.values():
        if not benefit.method and not benefit.parts:
            message = f"benefit {benefit.id!r} does not say how it was worked out; add 'method'"
            yield Fault(benefit.at("method"), message, "the numbers it is made of, in a sentence")


def benefit_without_owner(strategy: Strategy) -> Iterator[Fault]:
    """A benefit that nobody answers for.

    Why: a saving that is in nobody's budget is not made.

    Bad:
        # benefits.yaml
        - id: fewer-calls  # <-
          … without owner

    Good:
        - id: fewer-calls
          owner: Director of finance
    """
    for benefit in strategy.benefits.values():
        if not is_named(benefit.owner):
            message = f"benefit {benefit.id!r} has no owner; name a role under 'owner'"
            yield Fault(benefit.at("owner"), message, "whoever's budget or service it shows in")


_YEAR = 12  # months


def cash_too_soon(strategy: Strategy) -> Iterator[Fault]:
    """Cash that is to be there within a year of the first spending, without evidence that it can be.

    Why: new ways of working cost before they save, and the old ones run beside them for a while.

    Bad:
        # benefits.yaml
        - id: fewer-calls
          kind: cash-releasing
          from: 2027-06  # <-
          initiatives: e-letters
          …
        # initiatives.yaml
        - id: e-letters
          start: 2027-01
          duration: 9 months
          cost: {capital: "£90,000", funding: new}
          …

    Good:
          from: 2028-04
    """
    for benefit in strategy.benefits.values():
        if benefit.kind != "cash-releasing" or benefit.start is None or benefit.evidence:
            continue
        spending = _first_spending(strategy, benefit)
        if spending and month_number(benefit.start.first) - spending[0] < _YEAR:
            month, initiative = spending
            message = f"cash from {benefit.start}, within a year of the spending on {initiative.id!r}; add 'evidence'"
            when = f"the spending starts in {month // _YEAR}-{month % _YEAR + 1:02}"
            help = "say where it came as soon as that, or let it begin later"
            yield Fault(benefit.at("from"), message, help, (Related(initiative.at("start"), when),))


def _first_spending(strategy: Strategy, benefit: Benefit) -> tuple[int, Initiative] | None:
    """Give the first month in which money goes into a benefit's work, and which; None where nobody can tell."""
    work = [strategy.find("initiatives", id) for id in benefit.initiatives]
    if None in work:
        return None
    found = [
        (one, outlay)
        for one in work
        if not is_given_up(strategy, one)
        for outlay in outlays(one, span_of(one))
        if outlay.amount
    ]
    months = [(outlay.span.first, one) for one, outlay in found if outlay.span]
    return min(months, key=itemgetter(0)) if months and len(months) == len(found) else None


_ENOUGH = 3  # benefits, below which nothing is one-sided


def one_sided_benefits(strategy: Strategy) -> Iterator[Fault]:
    """Three benefits or more, and all of them for one aim.

    Why: what only saves money, or only helps staff, finds few friends, and the other gains are not looked for.
    A sum of other benefits is not counted beside them.

    Bad:
        # benefits.yaml
        - {id: calls, title: Fewer calls, aim: lower-cost, owner: Director of finance, method: Call list of 2025}  # <-
        - {id: letters, title: Fewer letters, aim: lower-cost, owner: Director of finance, method: Invoices of 2025}
        - {id: rooms, title: Fewer rooms, aim: lower-cost, owner: Director of finance, method: Plan of the building}

    Good:
        - {id: calls, title: Calls answered, aim: better-care, owner: Director of finance, method: Call list of 2025}
    """
    single = [benefit for benefit in strategy.benefits.values() if not benefit.parts]
    aims = {benefit.aim for benefit in single}
    if len(single) < _ENOUGH or len(aims) > 1 or aims & {None, "other"} or not strategy.is_whole("benefits"):
        return
    message = f"all {len(single)} benefits are for the aim {single[0].aim!r}; say what else is gained, and by whom"
    yield Fault(single[0].at("aim"), message, "better-health, better-care, lower-cost or staff-experience")
