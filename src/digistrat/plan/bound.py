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
    least = _least(problem)
    for limit, one in enumerate(problem.limits):
        if one.kind != "mix":
            found = min(found, certain + _let_through(problem, limit, least[limit], chosen))
    return found


def _least(problem: Problem) -> list[dict[str, int]]:
    """Give, for each limit, what each piece of work asks of it at least, where it asks or frees anything at all."""
    least: list[dict[str, int]] = [{} for _ in problem.limits]
    for id, options in problem.options.items():
        asked: dict[int, list[int]] = {}
        for option in options:
            for limit, amount in option.asks:
                asked.setdefault(limit, []).append(amount)
        for limit, amounts in asked.items():
            least[limit][id] = min(amounts) if len(amounts) == len(options) else min(0, *amounts)
    return least


def _let_through(problem: Problem, limit: int, least: dict[str, int], chosen: dict[str, Fraction]) -> Fraction:
    """Fill one limit by itself: work that asks nothing of it goes in whole."""
    room = problem.there[limit] - sum(amount for id, amount in least.items() if id in problem.certain)
    room -= sum(amount for id, amount in least.items() if id not in problem.certain and amount < 0)  # could be freed
    worth = sum((value for id, value in chosen.items() if least.get(id, 0) <= 0), Fraction(0))
    asking = sorted((id for id in chosen if least.get(id, 0) > 0), key=lambda one: (-chosen[one] / least[one], one))
    for id in asking:
        if least[id] > room:
            return worth + (chosen[id] * max(room, 0)) / least[id]
        room -= least[id]
        worth += chosen[id]
    return worth
