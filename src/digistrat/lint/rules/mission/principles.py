"""Rules about principles: do they cost something, and does anybody choose by them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.doubt import meant, without_strays
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.principle import Principle
    from digistrat.model.strategy import Strategy


def principle_without_trade_off(strategy: Strategy) -> Iterator[Fault]:
    """A principle that gives nothing up: neither `we_will_not` nor `even_over`.

    Why: a sentence that nobody could disagree with helps nobody to choose.

    Bad:
        # initiatives.yaml
        - id: e-letters
          principles: open-first
          …
        # principles.yaml
        - id: open-first  # <-
          … without we_will_not, even_over

    Good:
        - id: open-first
          even_over: A cheaper offer that keeps our records to itself

    Source: NHS Providers, Building a digital strategy (2021), on principles that help teams to choose.
    """
    for principle in strategy.principles.values():
        if not (principle.we_will_not or principle.even_over):
            message = f"principle {principle.id!r} gives nothing up; add 'we_will_not' or 'even_over'"
            yield Fault(principle.at("we_will_not"), message, "name the good thing that it is chosen over")


def unfollowed_principle(strategy: Strategy) -> Iterator[Fault]:
    """A principle that no initiative and no decision cites.

    Why: a principle by which nothing was ever chosen is decoration.

    Bad:
        # principles.yaml
        - id: open-first  # <-
          …

    Good:
        # initiatives.yaml
        - id: e-letters
          principles: open-first
          …
        # principles.yaml
        - id: open-first
          …
    """
    if not (strategy.initiatives or strategy.decisions) or not strategy.is_whole("initiatives", "decisions"):
        return
    misspelt = meant(strategy, "principles")
    left = [one for one in strategy.principles.values() if one.id not in misspelt and not _is_cited(strategy, one)]
    for principle in without_strays(strategy, "principles", left):
        message = f"no initiative or decision follows {principle.id!r}; cite it under 'principles', or drop it"
        yield Fault(principle.at(), message, "work that was given up because of it may cite it, too")


def _is_cited(strategy: Strategy, principle: Principle) -> bool:
    return any(strategy.linking_to(principle, name, "principles") for name in ("initiatives", "decisions"))
