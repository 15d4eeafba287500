"""Rules about what needs or rules out what: can all that is chosen be done?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.live import is_live
from digistrat.figures.scores import is_decided
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref


def depends_on_unchosen(strategy: Strategy) -> Iterator[Fault]:
    """Chosen work that waits for work nobody will do: decided against, put off, or stopped.

    Why: it can never start, and the plan promises it all the same.

    Bad:
        # initiatives.yaml
        - id: e-letters
          depends_on: wi-fi  # <-
          …
        - id: wi-fi
          choice: {decision: later, reason: No money before 2028}
          …

    Good:
        x-would-help: wi-fi
    """
    for initiative in strategy.initiatives.values():
        for index, id in enumerate(initiative.depends_on) if is_live(strategy, initiative) else ():
            other = strategy.find("initiatives", id)
            if other is None or other.status == "delivered":
                continue
            if other.status == "stopped" or (other.is_put_aside and not is_decided(strategy, other)):
                what = "stopped" if other.status == "stopped" else f"{other.choice.decision!r}"
                related = (Related(other.at("status" if what == "stopped" else "choice"), f"{id!r} is {what}"),)
                message = f"{initiative.id!r} is chosen and waits for {id!r}, which is {what}"
                yield Fault(initiative.at("depends_on", index), message, "choose both, or neither", related)


def both_excluded_chosen(strategy: Strategy) -> Iterator[Fault]:
    """Two pieces of chosen work of which one says that they cannot both be done.

    Why: one of them will fail, or the strategy is wrong about what excludes what.

    Bad:
        # initiatives.yaml
        - id: e-letters
          excludes: letter-post  # <-
          …
        - id: letter-post
          must_do: true
          …

    Good:
        x-competes-with: letter-post
    """
    told = set()
    for initiative in strategy.initiatives.values():
        for index, id in enumerate(initiative.excludes) if is_live(strategy, initiative) else ():
            other = strategy.find("initiatives", id)
            if other is None or other is initiative or not is_live(strategy, other):
                continue
            pair = frozenset({initiative.id, other.id})
            if pair not in told:
                told.add(pair)
                related = (Related(place_of_yes(other), f"{id!r} is chosen here"),)
                message = f"{initiative.id!r} excludes {id!r}, and both are chosen; choose one"
                yield Fault(
                    initiative.at("excludes", index), message, "or take it out if they can live together", related
                )


def place_of_yes(initiative: Initiative) -> Ref:
    """Give the place at which an initiative says that it is done: its choice, its status, or that it has to be."""
    if initiative.choice.decision == "will":
        return initiative.at("choice")
    if initiative.is_chosen:
        return initiative.at("status")
    return initiative.at("must_do") if initiative.must_do else initiative.at()
