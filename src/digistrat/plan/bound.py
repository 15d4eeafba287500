"""What no plan can pass, reckoned without a solver: the most worth for each limit alone, in fractions of work."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.plan.problem import Problem


def bound(problem: Problem) -> Fraction:
    """Give the least of these: all that is worth anything together, and what each limit would let through by itself.

    A limit by itself is filled by value for what is asked of it, the last piece of work in part. Source: Dantzig,
    Discrete-variable extremum problems (1957). Never below the value of any plan; it may lie far above the best.
    """
    most = {id: max((option.value for option in some), default=Fraction(0)) for id, some in problem.options.items()}
    certain = sum((most[id] for id in problem.certain), Fraction(0))
    chosen = {id: value for id, value in most.items() if value > 0 and id not in problem.certain}
    found = certain + sum(chosen.values(), Fraction(0))
    for limit, one in enumerate(problem.limits):
        if one.kind != "mix":
            found = min(found, certain + _let_through(problem, limit, chosen))
    return found


def _let_through(problem: Problem, limit: int, chosen: dict[str, Fraction]) -> Fraction:
    least = {id: min(dict(option.asks).get(limit, 0) for option in problem.options[id]) for id in problem.options}
    room = problem.there[limit] - sum(least[id] for id in problem.certain)
    room -= sum(least[id] for id in least if id not in problem.certain and least[id] < 0)  # what could be freed
    worth = sum((value for id, value in chosen.items() if least[id] <= 0), Fraction(0))
    asking = sorted((id for id in chosen if least[id] > 0), key=lambda one: (-chosen[one] / least[one], one))
    for id in asking:
        if least[id] > room:
            return worth + (chosen[id] * max(room, 0)) / least[id]
        room -= least[id]
        worth += chosen[id]
    return worth
