"""What is done for an outcome, and whether anybody will be able to see it come true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.pace import goal
from digistrat.figures.progress import last_status
from digistrat.figures.scores import is_decided

if TYPE_CHECKING:
    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.mission import Outcome
    from digistrat.model.strategy import Strategy


def initiatives_for(strategy: Strategy, outcome: Outcome) -> tuple[Initiative, ...]:
    """Give the initiatives that work towards an outcome, but for those given up; in the order written."""
    found: tuple[Initiative, ...] = strategy.linking_to(outcome, "initiatives", "outcomes")
    return tuple(one for one in found if not _is_given_up(strategy, one))


def _is_given_up(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether nobody will do it; what is decided already is done whatever was said of it."""
    is_stopped = initiative.status == "stopped"
    return is_stopped or (initiative.is_given_up and not is_decided(strategy, initiative))


def commitments_for(strategy: Strategy, outcome: Outcome) -> tuple[Commitment, ...]:
    """Give the commitments that work towards an outcome, but for dropped ones; in the order written."""
    found: tuple[Commitment, ...] = strategy.linking_to(outcome, "commitments", "outcomes")
    return tuple(one for one in found if not _is_dropped(strategy, one))


def _is_dropped(strategy: Strategy, commitment: Commitment) -> bool:
    last = last_status(strategy, commitment)
    return last is not None and last.update.status == "dropped"


def is_measured(strategy: Strategy, outcome: Outcome) -> bool:
    """Tell whether a measure shows it, its own or one with a target that a commitment names.

    A measure that is named and not known counts: somebody meant to measure it.
    """
    if outcome.measures:
        return True
    promised = commitments_for(strategy, outcome)
    aims = (goal(strategy, commitment, gauge) for commitment in promised for gauge in commitment.measure)
    return any(aim is None or aim.target is not None for aim in aims)
