"""The same strategy by another method, for one run: as if scoring.yaml named it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digistrat.figures.scores import criteria
from digistrat.model.kinds.scoring import Scoring
from digistrat.read.fault import Ref

if TYPE_CHECKING:
    from digistrat.model.strategy import Strategy


def scored_by(strategy: Strategy, method: str) -> Strategy:
    """Give the strategy as if scoring.yaml named this method; a preset needs no scoring.yaml.

    What the strategy's own method is scored on stays known: nobody has to erase it to look at the others.
    """
    written = strategy.scoring
    if written is None:
        blank = Scoring()
        blank.placed(Ref("scoring.yaml"))
        return replace(strategy, singles={**strategy.singles, "scoring": blank.changed(method=method)})
    own = {name: written.at("method") for name in criteria(written)}
    names = {**own, **strategy.declared.get("scoring/criteria", {})}
    return replace(
        strategy,
        singles={**strategy.singles, "scoring": written.changed(method=method)},
        declared={**strategy.declared, "scoring/criteria": names},
    )
