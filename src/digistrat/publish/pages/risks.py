"""Risks: what could go wrong, how likely and how bad, and what is done about it; the worst first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.risk import Risk
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class RiskView:
    """A risk; `weight` is likelihood times impact, 1 to 25, and None where one of the two is not known."""

    risk: Risk
    weight: int | None
    initiatives: tuple[Initiative, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless no risk is written down."""
    strategy = answers.strategy
    if strategy.risks:
        views = [_view(strategy, risk) for risk in strategy.risks.values()]
        worst_first = sorted(views, key=lambda view: -(view.weight or 0))
        yield Page("risks.html", words["pages"]["risks"], "risks", {"risks": worst_first})


def _view(strategy: Strategy, risk: Risk) -> RiskView:
    weight = risk.likelihood * risk.impact if risk.likelihood and risk.impact else None
    return RiskView(risk, weight, strategy.find_all("initiatives", risk.initiatives))
