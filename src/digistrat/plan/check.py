"""Whether a schedule respects everything that a plan has to respect, exactly and without a solver."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.plan.problem import Problem, Schedule


class Over(NamedTuple):
    """A limit that is passed, and by how many of its units."""

    limit: int
    units: int


def over(problem: Problem, schedule: Schedule) -> list[Over]:
    """Give the limits that a schedule passes."""
    used = problem.used(schedule)
    return [
        Over(limit, amount - problem.room[limit])
        for limit, (amount, there) in enumerate(zip(used, problem.there, strict=True))
        if amount > there
    ]


def is_in_order(problem: Problem, schedule: Schedule) -> bool:
    """Tell whether everything certain is done, nothing that excludes something, and all after what it waits for."""
    return not (
        any(_missing(problem, schedule)) or any(_too_early(problem, schedule)) or any(_clashing(problem, schedule))
    )


def holds(problem: Problem, schedule: Schedule) -> bool:
    """Tell whether a schedule is a plan."""
    return is_in_order(problem, schedule) and not over(problem, schedule)


def _missing(problem: Problem, schedule: Schedule) -> Iterator[str]:
    return (id for id in problem.certain if id not in schedule)


def _too_early(problem: Problem, schedule: Schedule) -> Iterator[str]:
    for id, place in schedule.items():
        start = problem.options[id][place].slot.start
        for other in problem.work[id].after:
            if other not in schedule or problem.options[other][schedule[other]].slot.finish > start:
                yield id


def _clashing(problem: Problem, schedule: Schedule) -> Iterator[str]:
    return (id for id in schedule for other in problem.work[id].against if other in schedule)
