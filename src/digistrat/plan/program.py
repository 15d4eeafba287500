"""The planning problem as a mixed-integer program: one column a slot, taken or not.

Precedence stands in its strong form: up to each quarter no more of what waits has begun than has finished of what it
waits for. Source: Christofides, Alvarez-Valdes and Tamarit, Project scheduling with resource constraints (1987), the
disaggregated form for time-indexed columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import frexp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.plan.problem import Problem

ENDLESS = float("inf")
_BIG = 10**6  # amounts up to this stay whole numbers; greater ones are brought down to it


@dataclass(slots=True)
class Program:
    """Columns with what each is worth, and rows that bound sums of columns; the sum of `worth` is to be as high as can be.

    The columns of the slots come first; `slacks` are limits that may be passed, each with a column after those.
    """

    slots: list[tuple[str, int]] = field(default_factory=list)
    worth: list[float] = field(default_factory=list)
    slacks: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])  # of the rows, in `columns` and `factors`
    columns: list[int] = field(default_factory=list)
    factors: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    factor: float = 1.0  # what all worth was multiplied by

    def add(self, entries: Iterable[tuple[int, float]], lower: float, upper: float) -> None:
        """Add a row of columns and their factors."""
        for column, factor in entries:
            self.columns.append(column)
            self.factors.append(factor)
        self.starts.append(len(self.columns))
        self.lower.append(lower)
        self.upper.append(upper)


def program_of(problem: Problem, *, relaxed: bool = False) -> Program:
    """Write the program.

    Relaxed, every limit may be passed, and the worth is how little of that is needed, each as a share of its room.
    """
    program = Program()
    of: dict[str, list[int]] = {}
    most = _most(problem) if relaxed else None
    for id, options in problem.options.items():
        of[id] = list(range(len(program.slots), len(program.slots) + len(options)))
        program.slots += [(id, place) for place in range(len(options))]
        program.worth += [_worth(problem, id, place, most) for place in range(len(options))]
    for id, columns in of.items():
        program.add(((column, 1.0) for column in columns), float(id in problem.certain), 1.0)
    _order(program, problem, of)
    _either_or(program, problem, of)
    _limits(program, problem, of, relaxed=relaxed)
    _scale(program)
    return program


def _scale(program: Program) -> None:
    """Multiply all worth by one power of two, so that differences between small scores are not taken for rounding."""
    largest = max(map(abs, program.worth), default=0.0)
    if largest:
        program.factor = 2.0 ** (_BIG.bit_length() - frexp(largest)[1])
        program.worth = [worth * program.factor for worth in program.worth]


def _worth(problem: Problem, id: str, place: int, most: float | None) -> float:
    """Give what a slot is worth; relaxed, `most` is what all that is certain could be worth."""
    value = float(problem.options[id][place].value)
    if most is None:
        return value
    # What is short counts first; then that nothing is done that does not help; then the value.
    return 1e-6 * value / most if id in problem.certain else -1e-5


def _most(problem: Problem) -> float:
    """Give what all that is certain could be worth at most; never 0."""
    best = (max(abs(float(option.value)) for option in problem.options[id]) for id in problem.certain)
    return sum(best) or 1.0


def _order(program: Program, problem: Problem, of: dict[str, list[int]]) -> None:
    for id, work in problem.work.items():
        for other in work.after:
            before = problem.options[other]
            for start in sorted({option.slot.start for option in problem.options[id]}):
                begun = [
                    (column, 1.0)
                    for column, option in zip(of[id], problem.options[id], strict=True)
                    if option.slot.start <= start
                ]
                done = [
                    (column, -1.0)
                    for column, option in zip(of[other], before, strict=True)
                    if option.slot.finish <= start
                ]
                program.add((*begun, *done), -ENDLESS, 0.0)


def _either_or(program: Program, problem: Problem, of: dict[str, list[int]]) -> None:
    for id, work in problem.work.items():
        for other in work.against:
            if other in of and id < other:
                program.add(((column, 1.0) for column in (*of[id], *of[other])), -ENDLESS, 1.0)


def _limits(program: Program, problem: Problem, of: dict[str, list[int]], *, relaxed: bool) -> None:
    asked: list[list[tuple[int, int]]] = [[] for _ in problem.limits]
    for id, columns in of.items():
        for column, option in zip(columns, problem.options[id], strict=True):
            for limit, amount in option.asks:
                asked[limit].append((column, amount))
    for limit, entries in enumerate(asked):
        largest = max((abs(amount) for _, amount in entries), default=1)
        scale = max(1.0, largest / _BIG)
        row = [(column, amount / scale) for column, amount in entries]
        if relaxed:
            row.append((len(program.slots) + len(program.slacks), -max(problem.there[limit], largest, 1) / scale))
            program.slacks.append(limit)
            program.worth.append(-1.0)
        program.add(row, -ENDLESS, problem.there[limit] / scale)
