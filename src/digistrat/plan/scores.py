"""The scores that a plan goes by: of every initiative that could be scored without a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.score.ranking import score_of
from digistrat.score.stops import about_scores

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from digistrat.lint.finding import Report
    from digistrat.model.strategy import Strategy


def scores_of(strategy: Strategy, report: Report) -> Mapping[str, Fraction]:
    """Give the scores by id; a plan goes on over scoring errors, without the initiatives that have one."""
    faulty = about_scores(one for one in report.findings if one.level == "error")
    results = {id: score_of(strategy, one) for id, one in strategy.initiatives.items() if one.address not in faulty}
    return {id: result.score for id, result in results.items() if result}
