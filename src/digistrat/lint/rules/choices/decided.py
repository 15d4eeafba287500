"""Rules about decisions: was one taken, and does it say why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.scores import is_decided
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def undecided_initiative(strategy: Strategy) -> Iterator[Fault]:
    """An initiative about which nobody has decided anything.

    Why: a strategy is what was chosen. A list of proposals chooses nothing.

    Bad:
        # initiatives.yaml
        - id: e-letters  # <-
          … without choice

    Good:
        - id: e-letters
          choice: {decision: will, reason: The biggest delay we can end}
    """
    for initiative in strategy.initiatives.values():
        if initiative.status == "idea" or initiative.is_over or is_decided(strategy, initiative):
            continue
        if initiative.choice.decision is None and not initiative.is_chosen:
            message = f"nothing is decided about {initiative.id!r}; write 'choice: will', 'will-not' or 'later'"
            yield Fault(initiative.at("choice"), message, "or 'status: idea' while nobody has to decide")


def unexplained_choice(strategy: Strategy) -> Iterator[Fault]:
    """A no, or a not yet, without a reason.

    Why: whoever asked for it deserves an answer, and will ask again without one.

    Bad:
        # initiatives.yaml
        - id: e-letters
          …
        - id: portal
          title: Letters on a portal
          choice: later  # <-
          …

    Good:
        choice: {decision: later, reason: The letters come first}
    """
    for initiative in strategy.initiatives.values():
        if initiative.status == "idea" or initiative.is_over:
            continue
        choice = initiative.choice
        if initiative.is_put_aside and not (choice.reason and choice.reason.strip()):
            message = f"{initiative.id!r} is put aside ({choice.decision}) without a reason; add 'reason'"
            yield Fault(initiative.at("choice", "reason"), message, "choice: {decision: later, reason: why}")
