"""What is done for an outcome, and whether anybody will be able to see it come true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.figures.pace import goal
from digistrat.figures.progress import is_dropped

if TYPE_CHECKING:
    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.mission import Outcome
    from digistrat.model.strategy import Strategy


def initiatives_for(strategy: Strategy, outcome: Outcome) -> tuple[Initiative, ...]:
    """Give the initiatives that work towards an outcome, but for those given up; in the order written."""
    found: tuple[Initiative, ...] = strategy.linking_to(outcome, "initiatives", "outcomes")
    return tuple(one for one in found if not is_given_up(strategy, one))


def commitments_for(strategy: Strategy, outcome: Outcome) -> tuple[Commitment, ...]:
    """Give the commitments that work towards an outcome, but for dropped ones; in the order written."""
    found: tuple[Commitment, ...] = strategy.linking_to(outcome, "commitments", "outcomes")
    return tuple(one for one in found if not is_dropped(strategy, one))


def is_measured(strategy: Strategy, outcome: Outcome) -> bool:
    """Tell whether a measure shows it, its own or one with a target that a commitment names.

    A measure that is named and not known counts: somebody meant to measure it.
    """
    if outcome.measures:
        return True
    promised = commitments_for(strategy, outcome)
    aims = (goal(strategy, commitment, gauge) for commitment in promised for gauge in commitment.measure)
    return any(aim is None or aim.target is not None for aim in aims)
