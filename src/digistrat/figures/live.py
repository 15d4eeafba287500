"""Which work is still to do or may still be chosen, once ideas and what is over are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.scores import is_decided
from digistrat.figures.spans import is_work

if TYPE_CHECKING:
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


def is_live(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether it is taken on and not delivered yet; an idea is not, whatever else it says."""
    return initiative.status not in {"idea", "delivered"} and is_work(strategy, initiative)


def is_given_up(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether nobody will do it, at least for now: stopped, or put aside and neither begun nor decided already."""
    if initiative.status == "stopped":
        return True
    return initiative.is_put_aside and not (initiative.is_chosen or is_decided(strategy, initiative))


def is_open(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether it is live, or proposed and not put aside."""
    if initiative.status == "idea" or initiative.is_over:
        return False
    return not initiative.is_put_aside or is_live(strategy, initiative)
