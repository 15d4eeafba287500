"""Small strategies for the planner, written by hand, and what is made of them on the way to a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.engine import EVERYTHING, run
from digistrat.model.load import load_folder
from digistrat.plan.problem import problem_of
from digistrat.plan.scores import scores_of
from digistrat.plan.solver import Means
from tests.plan.written import write
from tests.strategies import AS_OF

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction
    from pathlib import Path

    from digistrat.model.strategy import Strategy
    from digistrat.plan.problem import Problem
    from tests.plan.case import Case

HAND = Means(solver=False)
TEAM = "id: team, capacity: {per: quarter, available: 2}"
POT = "id: pot, capacity: {per: total, available: 10}"
YEAR = "plan: {from: 2027-04, quarters: 4}"
QUARTER = "plan: {from: 2027-04, quarters: 1}"
_MANIFEST = "format: 1\ntitle: T\norganisation: {name: O}\nowner: Board\n"
_CRITERION = "criteria: [{id: worth, weight: 100, max: 100}]"


def strategy_of(
    folder: Path, *work: str, having: str = "", plan: str = YEAR, to: str = "2029-03", **files: str
) -> Strategy:
    """Write and load a strategy: work as `id: a, worth: 50, …`, one bottleneck, and more lines or files."""
    initiatives = [f"- {{{_scored(one)}}}\n" for one in work]
    text = {
        "strategy": f"{_MANIFEST}period: {{from: 2026-04, to: {to}}}\n{files.pop('manifest', '')}",
        "mission": "mission: M\n" + files.pop("mission", ""),
        "scoring": f"method: weighted\n{_CRITERION}\n{plan}\n",
        "initiatives": "".join(initiatives),
        "constraints": f"- {{statement: S, {having}}}\n" if having else "",
        **files,
    }
    for name, content in text.items():
        if content:
            (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return load_folder(folder, AS_OF)


def _scored(work: str) -> str:
    """Write `worth: 50` as the score that it is, and a title where there is none."""
    work = work if "title: " in work else f"title: T, {work}"
    parts = (f"scores: {{{part}}}" if part.startswith("worth: ") else part for part in work.split(", "))
    return ", ".join(parts)


def scored(strategy: Strategy) -> Mapping[str, Fraction]:
    """Give the scores that a plan goes by."""
    return scores_of(strategy, run(strategy, EVERYTHING))


def problem(folder: Path, *work: str, having: str = "", plan: str = YEAR, **files: str) -> Problem:
    """Set up the problem of a small strategy."""
    strategy = strategy_of(folder, *work, having=having, plan=plan, **files)
    return problem_of(strategy, scored(strategy))


def loaded(folder: Path, case: Case) -> Strategy:
    """Write a case down, and load it."""
    for name, text in write(case).items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_folder(folder, AS_OF)


def problem_in(folder: Path, case: Case) -> Problem:
    """Set up the problem of a case."""
    strategy = loaded(folder, case)
    return problem_of(strategy, scored(strategy))
