"""Rules about where technology comes from: was it tried before it was bought, and do the reasons fit?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from digistrat.model.values.date import months_from
from digistrat.read.fault import Fault
from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.technology import Contract, Technology
    from digistrat.model.strategy import Strategy


def untried_purchase(strategy: Strategy) -> Iterator[Fault]:
    """Technology that will be bought for more than a year, and that no user has tried.

    Why: a demonstration shows what the seller can do; a trial shows what people can do with it.

    Bad:
        # technology.yaml
        - id: letter-system  # <-
          status: planned
          sourcing: buy
          contract: {from: 2027-04, ends: 2031-03}
          …

    Good:
        - id: letter-system
          trial: {date: 2026-09, found: Two wards sent their letters in half the time}

    Source: NHS Providers, Building a digital strategy (2021), on trying technology before a long commitment.
    """
    for technology in strategy.technology.values():
        contract, trial = technology.contract, technology.trial
        tried = trial and (trial.date or trial.found)
        if technology.status == "planned" and _is_bought(technology) and _is_long(contract) and not tried:
            message = f"{technology.id!r} has a contract of over a year and no trial; try it with its users first"
            yield Fault(technology.at("trial"), message, "say under 'trial' when they tried it and what was found")


def _is_bought(technology: Technology) -> bool:
    """Tell whether it is bought: by its own word, or because somebody supplies it and nothing else is said."""
    return technology.sourcing == "buy" or (technology.sourcing is None and technology.supplier is not None)


_YEAR = 12  # months


def _is_long(contract: Contract | None) -> bool:
    """Tell whether a contract runs for more than a year; not where an end of it is not known."""
    if contract is None or contract.start is None or contract.ends is None:
        return False
    a_year_on = months_from(contract.start.first, _YEAR)
    return a_year_on < date.max and contract.ends.last >= a_year_on


# Reasons to build; the other answers are reasons to buy.
_BUILD = frozenset({"uncertain-needs", "need-control", "point-solution", "few-providers", "impact-outweighs-support"})


def sourcing_against_answers(strategy: Strategy) -> Iterator[Fault]:
    """Technology that is built where every answer given speaks for buying, or the other way round, without a reason.

    Why: there may be a good reason, such as people who left or a price; whoever reads the answers will ask.

    Bad:
        # technology.yaml
        - id: letter-system
          sourcing: build  # <-
          sourcing_answers: [understood-needs, vibrant-market]
          …

    Good:
          sourcing: buy

    Source: NHS Providers, Building a digital strategy (2021), on when to build and when to buy.
    """
    for technology in strategy.technology.values():
        sourcing, answers = technology.sourcing, technology.sourcing_answers
        if sourcing not in {"build", "buy"} or not answers or technology.sourcing_reason:
            continue
        against = {answer for answer in answers if (answer in _BUILD) is (sourcing == "buy")}
        if len(against) == len(set(answers)) and technology.status != "retired":
            message = f"'sourcing: {sourcing}' against every answer given; change it or add 'sourcing_reason'"
            help = f"{in_words(dict.fromkeys(answers))} {'speak' if len(against) > 1 else 'speaks'} for the other way"
            yield Fault(technology.at("sourcing"), message, help)
