"""HiGHS, the solver: the one place that knows it. One thread and one seed, so that the same problem has one answer.

Source: Huangfu and Hall, Parallelizing the dual revised simplex method (2018); https://highs.dev (MIT licence).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.plan.check import is_in_order, over
from digistrat.plan.program import program_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.plan.problem import Problem, Schedule
    from digistrat.plan.program import Program

    Watch = Callable[[float, float], bool]

SEED = 1
# How often the solver is asked whether to go on, times the entries of the program, and how often at least: it stops
# there whatever the clock says, after a minute or less, so that the same problem has the same plan on every machine.
_EFFORT = 30_000_000
_FEWEST = 60


class Means(NamedTuple):
    """How a plan is looked for: with the solver or without, for how many seconds each time at most.

    `watch` is told now and then what the best so far is worth, and what no plan can pass; what it gives says whether
    to stop there, and what it raises ends the search.
    """

    solver: bool = True
    seconds: float | None = None
    watch: Watch = lambda _worth, _bound: False


class Found(NamedTuple):
    """What a solver gives back: `bound` is what no plan can pass, `proven` that this one is the best there is.

    Without a schedule and proven: there is no plan.
    """

    schedule: Schedule | None
    bound: float
    proven: bool
    in_time: bool = True  # False where the clock stopped it: another run may give another plan
    effort: int = 0  # what it would cost to ask again: steps of the simplex method, columns and rows


def is_there() -> bool:
    """Tell whether the solver is installed, and works."""
    try:
        import highspy  # noqa: F401, PLC0415  (an extra, and heavy)
    except ImportError:
        return False
    return True


def name() -> str:
    """Name the solver with its version."""
    import highspy  # noqa: PLC0415  (see above)

    new: Callable[[], Any] = highspy.Highs  # it says no types
    return f"HiGHS {new().version()}"


def solve(problem: Problem, start: Schedule | None, means: Means, *, relaxed: bool = False) -> Found:
    """Find the best plan, from a first one if there is one; relaxed, the one that goes over the limits by least."""
    program = program_of(problem, relaxed=relaxed)
    if not program.slots:
        return Found({}, 0.0, proven=True)
    solver = _made(program, means.seconds)
    if start is not None and not relaxed:
        _begin_with(solver, program, start)
    watching = _Watching(means.watch, program)
    solver.cbMipInterrupt.subscribe(watching.look)  # lets Ctrl-C in, too
    solver.run()
    found = _found(solver, problem, program, relaxed=relaxed)
    return found._replace(in_time=found.in_time and not watching.is_enough)


class _Watching:
    """Asks now and then whether to go on: at the same points of the search whatever the machine."""

    def __init__(self, watch: Watch, program: Program) -> None:
        size = len(program.worth) + len(program.lower) + len(program.factors)
        self.watch, self.left, self.is_enough = watch, max(_FEWEST, _EFFORT // size), False

    def look(self, event: Any) -> None:
        """Stop where the watch says so, or where enough has been looked at."""
        self.left -= 1
        state = event.data_out
        self.is_enough = self.watch(float(state.mip_primal_bound), float(state.mip_dual_bound)) or self.is_enough
        if self.is_enough or self.left < 0:
            event.interrupt()


def _made(program: Program, seconds: float | None) -> Any:
    import highspy  # noqa: PLC0415  (see above)
    import numpy as np  # noqa: PLC0415  (comes with it)

    new: Callable[[], Any] = highspy.Highs
    solver, lp = new(), highspy.HighsLp()
    number = len(program.worth)
    lp.num_col_, lp.num_row_, lp.sense_ = number, len(program.lower), highspy.ObjSense.kMaximize
    lp.col_cost_ = np.array(program.worth)
    lp.col_lower_ = np.zeros(number)
    lp.col_upper_ = np.array([1.0] * len(program.slots) + [highspy.kHighsInf] * len(program.slacks))
    lp.row_lower_, lp.row_upper_ = np.array(program.lower), np.array(program.upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(program.starts)
    lp.a_matrix_.index_ = np.array(program.columns)
    lp.a_matrix_.value_ = np.array(program.factors)
    whole, part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    lp.integrality_ = [whole] * len(program.slots) + [part] * len(program.slacks)
    options: dict[str, bool | int | float | str] = {
        "output_flag": False, "threads": 1, "parallel": "off", "random_seed": SEED, "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.0, "mip_feasibility_tolerance": 1e-7,
    }  # fmt: skip
    if seconds is not None:
        options["time_limit"] = float(seconds)
    for option, value in options.items():
        solver.setOptionValue(option, value)
    solver.passModel(lp)
    return solver


def _begin_with(solver: Any, program: Program, start: Schedule) -> None:
    import highspy  # noqa: PLC0415  (see above)

    solution = highspy.HighsSolution()
    solution.col_value = [float(start.get(id) == place) for id, place in program.slots]
    solver.setSolution(solution)


def _found(solver: Any, problem: Problem, program: Program, *, relaxed: bool) -> Found:
    import highspy  # noqa: PLC0415  (see above)

    status, info = solver.getModelStatus(), solver.getInfo()
    in_time = status != highspy.HighsModelStatus.kTimeLimit
    if status == highspy.HighsModelStatus.kInfeasible:
        return Found(None, 0.0, proven=True)
    bound = float(info.mip_dual_bound) / program.factor
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Found(None, bound, proven=False, in_time=in_time)
    values = solver.getSolution().col_value
    half = 0.5
    schedule = {id: place for (id, place), value in zip(program.slots, values, strict=False) if value > half}
    proven = status == highspy.HighsModelStatus.kOptimal
    if not relaxed and (over(problem, schedule) or not is_in_order(problem, schedule)):
        return Found(None, bound, proven=False, in_time=in_time)  # rounded to something that does not hold exactly
    return Found(
        schedule,
        bound,
        proven,
        in_time,
        max(0, int(info.simplex_iteration_count)) + len(program.worth) + len(program.lower),
    )
