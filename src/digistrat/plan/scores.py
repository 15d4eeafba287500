"""The scores that a plan goes by: of every initiative that could be scored without a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.methods import DECLARED
from digistrat.figures.scores import impossible
from digistrat.score.methods import METHODS
from digistrat.score.stops import about_scores
from digistrat.score.table import columns, row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from digistrat.lint.finding import Report
    from digistrat.model.strategy import Strategy


def scores_of(strategy: Strategy, report: Report) -> Mapping[str, Fraction]:
    """Give the scores by id; a plan goes on over scoring errors, without the initiatives that have one."""
    scoring = strategy.scoring
    if scoring is None:
        return {}
    method, across = DECLARED[scoring.method], columns(scoring)
    faulty = about_scores(one for one in report.findings if one.level == "error")
    found = {}
    for id, one in strategy.initiatives.items():
        if one.address not in faulty and not any(impossible(scoring, one)):
            result = METHODS[method.name](across, row(method, one))
            if result:
                found[id] = result.score
    return found
