"""Choices: what comes first, what is done when and what is not, and how initiatives were compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.publish.page import Page
from digistrat.publish.pages.choices import capacity, initiatives, noes, plan, portfolio, quadrant, ranking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.publish.words import Words


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless there is nothing to choose from, or by."""
    strategy = answers.strategy
    said_no = list(noes.noes(answers))
    if not strategy.initiatives and not strategy.principles and not said_no:
        return
    data = {
        "ranking": answers.ranking,
        "scoring": strategy.scoring,
        "ranks": ranking.build(answers, words),
        "quadrant": quadrant.build(answers, words),
        "portfolio": portfolio.build(strategy, words),
        "room": capacity.build(answers, words),
        "nos": said_no,
        "plan": plan.build(answers, words),
        "initiatives": initiatives.build(strategy, words),
    }
    yield Page("choices.html", words["pages"]["choices"], "choices", data)
