"""What limits us: the money of each year, what holds the organisation back, and what has been decided already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.publish.dates import in_words
from digistrat.publish.page import Page
from digistrat.publish.words import fill
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.constraint import Capacity, Constraint
    from digistrat.model.kinds.decision import Decision
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.principle import Principle
    from digistrat.model.kinds.technology import Technology
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class ConstraintView:
    """A limit and what is done about it; `capacity` says how much there is, a line for each period that differs."""

    constraint: Constraint
    capacity: tuple[str, ...]
    initiatives: tuple[Initiative, ...]  # that the response names
    used_by: tuple[Initiative, ...]
    freed_by: tuple[Initiative, ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision and what follows from it."""

    decision: Decision
    is_awaited: bool
    initiatives: tuple[Initiative, ...]
    rules_out: tuple[Initiative, ...]
    technology: tuple[Technology, ...]
    principles: tuple[Principle, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is said to limit anything."""
    strategy = answers.strategy
    envelope = [year for year in strategy.manifest.envelope if year.year]
    if not (envelope or strategy.constraints or strategy.decisions):
        return
    data = {
        "envelope": sorted(envelope, key=lambda one: (one.year.first, one.year.last) if one.year else ()),
        "constraints": [_constraint(strategy, words, one) for one in strategy.constraints.values()],
        "decisions": [_decision(strategy, one) for one in strategy.decisions.values()],
    }
    yield Page("limits.html", words["pages"]["limits"], "limits", data)


def _constraint(strategy: Strategy, words: Words, constraint: Constraint) -> ConstraintView:
    response = constraint.response
    return ConstraintView(
        constraint,
        tuple(_available(words, constraint.capacity)) if constraint.capacity else (),
        strategy.find_all("initiatives", response.initiatives) if response else (),
        strategy.linking_to(constraint, "initiatives", "uses"),
        strategy.linking_to(constraint, "initiatives", "frees"),
    )


def _available(words: Words, capacity: Capacity) -> Iterator[str]:
    """Say how much there is, in its own unit: the same in each period, or period by period."""
    available = capacity.available
    unit = f" {capacity.unit}" if capacity.unit else ""
    if available and available.each is not None:
        yield fill(words["capacity_per"][capacity.per], amount=f"{rounded(available.each, grouped=True)}{unit}")
    for period, amount in available.by_period if available else ():
        yield fill(
            words["limits"]["in_period"],
            amount=f"{rounded(amount, grouped=True)}{unit}",
            period=in_words(words, period),
        )


def _decision(strategy: Strategy, decision: Decision) -> DecisionView:
    return DecisionView(
        decision,
        decision.made is not None and decision.made.first > strategy.as_of,
        strategy.find_all("initiatives", decision.initiatives),
        strategy.find_all("initiatives", decision.rules_out),
        strategy.find_all("technology", decision.technology),
        strategy.find_all("principles", decision.principles),
    )
