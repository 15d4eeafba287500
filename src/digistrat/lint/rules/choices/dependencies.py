"""Rules about what waits for what: can chosen work start at all?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.scores import is_decided
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def depends_on_unchosen(strategy: Strategy) -> Iterator[Fault]:
    """Chosen work that waits for work nobody will do: decided against, put off, or stopped.

    Why: it can never start, and the plan promises it all the same.

    Bad:
        # initiatives.yaml
        - id: e-letters
          title: Discharge letters without paper
          choice: will
          scores: {patient: 4}
          depends_on: wi-fi  # <-
        - id: wi-fi
          title: Wi-Fi on every ward
          choice: {decision: later, reason: No money before 2028}
          scores: {patient: 2}

    Good:
        x-would-help: wi-fi
    """
    for initiative in strategy.initiatives.values():
        if not (initiative.is_chosen or is_decided(strategy, initiative)) or initiative.is_over:
            continue
        for index, id in enumerate(initiative.depends_on):
            other = strategy.find("initiatives", id)
            if other is None or other.status == "delivered":
                continue
            if other.status == "stopped" or (other.is_put_aside and not is_decided(strategy, other)):
                what = "stopped" if other.status == "stopped" else f"{other.choice.decision!r}"
                related = (Related(other.at("status" if what == "stopped" else "choice"), f"{id!r} is {what}"),)
                message = f"{initiative.id!r} is chosen and waits for {id!r}, which is {what}"
                yield Fault(initiative.at("depends_on", index), message, "choose both, or neither", related)
