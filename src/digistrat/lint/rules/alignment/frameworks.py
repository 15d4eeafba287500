"""Rules about frameworks themselves: does the one that is answered still count, and what shows where we stand?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.frameworks.library import find
from digistrat.lint.doubt import is_in_doubt
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digistrat.model.kinds.framework import Framework
    from digistrat.model.strategy import Strategy


def expired_framework(strategy: Strategy) -> Iterator[Fault]:
    """Answers to a framework that no longer counts.

    Why: the work goes into a list that nobody reads any more, while the one that took its place waits.

    Bad:
        # alignment/letters.yaml
        framework: letters  # <-
        responses: {item: on-the-day, status: met, response: Nine in ten}
        # frameworks/letters.yaml
        title: What family doctors ask of letters
        items: {id: on-the-day, title: A letter on the day}
        expires: 2026-03

    Good:
        # alignment/letters.yaml
        framework: letters
        responses: {item: on-the-day, status: met, response: Nine in ten}
        # frameworks/letters.yaml
        title: What family doctors ask of letters
        items: {id: on-the-day, title: A letter on the day}
        expires: 2027-03
    """
    for alignment in strategy.alignments.values():
        framework = find(strategy, alignment.framework)
        ended = _ended(framework, strategy.as_of) if framework else ""
        if framework and ended:
            help = f"replaced by: {framework.replaced_by}" if framework.replaced_by else ""
            message = f"framework {framework.id!r} {ended}; see what has taken its place"
            yield Fault(alignment.at("framework"), message, help)


def _ended(framework: Framework, as_of: date) -> str:
    """Say that a framework no longer counts, or nothing; what is to be replaced counts until it expires."""
    if framework.expires:
        return f"expired {framework.expires}" if framework.expires.last < as_of else ""
    return "was replaced" if framework.replaced_by else ""


def level_without_evidence(strategy: Strategy) -> Iterator[Fault]:
    """A level on a scale, and nothing that shows that one stands there.

    Why: people who judge themselves are kind; evidence is what somebody else could check.

    Bad:
        # maturity.yaml
        assessments: {framework: integration, date: 2026-10, level: siloed}  # <-

    Good:
        # maturity.yaml
        assessments: {framework: integration, date: 2026-10, level: siloed, evidence: Budgets are still kept apart}
    """
    maturity = strategy.maturity
    for index, assessment in enumerate(maturity.assessments if maturity else ()):
        at = maturity.at("assessments", index, "evidence") if maturity else None
        if at and assessment.level and not assessment.evidence and not is_in_doubt(strategy, at):
            on = f" on {assessment.framework!r}" if assessment.framework else ""
            message = f"level {shown(assessment.level)}{on} has no evidence; say what shows it"
            yield Fault(at, message, "what somebody else could check")
