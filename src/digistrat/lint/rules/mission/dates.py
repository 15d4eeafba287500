"""Rules about the strategy's own dates: how long it runs, when it is looked at again, whether a plan followed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from digistrat.figures.progress import is_closed
from digistrat.lint.doubt import is_in_doubt
from digistrat.model.values.date import months_from
from digistrat.read.fault import Fault
from digistrat.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.model.values.period import Period

_LEAST, _MOST = 12, 60  # months that a strategy runs
_FOR_A_PLAN = 6  # months after the approval


def period_out_of_range(strategy: Strategy) -> Iterator[Fault]:
    """A strategy that runs for less than one year or more than five.

    Why: within a year nothing large changes, and what lies more than five years ahead nobody knows.

    Bad:
        # strategy.yaml
        period: {from: 2026-04, to: 2036-03}  # <-
        …

    Good:
        period: {from: 2026-04, to: 2031-03}

    Source: NHS Providers, Building a digital strategy (2021), on strategies that are too long-term.
    """
    period = strategy.manifest.period
    if period is None:
        return
    at = strategy.manifest.at("period", "to")
    if period.last < period.first:
        yield Fault(at, f"ends {period.end}, before it starts ({period.start}); change one of the two")
    elif period.last < _last_day(period.first, _LEAST):
        yield Fault(at, f"runs for less than a year ({period}); give it one to five years")
    elif period.last > _last_day(period.first, _MOST):
        message = f"runs for {_months(period)} months, more than five years ({period}); give it five at most"
        yield Fault(at, message, "what is further away can stand in the vision")


def _months(period: Period) -> int:
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _last_day(start: date, months: int) -> date:
    """Give the last day of so many months from a day."""
    end = months_from(start, months)
    return end if end == date.max else end - timedelta(1)


def strategy_ended(strategy: Strategy) -> Iterator[Fault]:
    """A strategy whose period is over and that is not retired.

    Why: people still work by it, and nobody has said whether they should.

    Bad:
        # strategy.yaml
        period: {from: 2023-10, to: 2026-09}  # <-
        next_review: 2026-12
        …

    Good:
        period: {from: 2023-10, to: 2026-12}
    """
    period = strategy.manifest.period
    if period and _has_ended(strategy):
        message = f"the period ended ({period.end.in_words}); renew the strategy, or retire it"
        yield Fault(strategy.manifest.at("period", "to"), message, "write 'status: retired' once another has its place")


def _has_ended(strategy: Strategy) -> bool:
    """Tell whether the last day of its period has passed; one that ends before it starts has other troubles."""
    period = strategy.manifest.period
    return period is not None and period.first <= period.last < strategy.as_of


def review_overdue(strategy: Strategy) -> Iterator[Fault]:
    """A review of the strategy whose date has passed; silent where the whole strategy has ended.

    Why: a strategy that nobody looks at again is soon about a world that is gone.

    Bad:
        # strategy.yaml
        next_review: 2026-10  # <-
        …

    Good:
        next_review: 2027-03
    """
    review = strategy.manifest.next_review
    if review and review.last < strategy.as_of and not _has_ended(strategy):
        message = f"the review was due by {review.in_words}; hold it, and set the next date"
        yield Fault(strategy.manifest.at("next_review"), message)


def no_next_review(strategy: Strategy) -> Iterator[Fault]:
    """A strategy that does not say when it will be looked at again.

    Why: what is not planned does not happen, and the plan is kept long after its reasons are gone.

    Bad:
        # strategy.yaml
        format: 1  # <-
        … without next_review

    Good:
        format: 1
        next_review: 2027-03
    """
    manifest = strategy.manifest
    if manifest.next_review or _has_ended(strategy) or is_in_doubt(strategy, manifest.at("next_review")):
        return
    if not (manifest.title or manifest.owner or manifest.period):
        return  # where nothing stands yet, reading has spoken
    message = "nobody knows when the strategy is looked at again; add 'next_review'"
    yield Fault(manifest.at("next_review"), message, "a month will do: 2027-03")


def plan_missing(strategy: Strategy) -> Iterator[Fault]:
    """A strategy approved more than six months ago in which not one commitment is dated.

    Why: it promises, and leaves to a plan by when. That plan has not come.

    Bad:
        # strategy.yaml
        status: approved
        approved: {by: Trust board, date: 2026-03-26}
        lint: {ignore: undated-commitment}  # the dates follow with the plan
        …
        # commitments.yaml
        - id: same-day-letters  # <-
          … without due

    Good:
        - id: same-day-letters
          due: 2028-03
    """
    manifest = strategy.manifest
    approved = manifest.approved.date if manifest.approved and manifest.status == "approved" else None
    if approved is None or strategy.as_of <= months_from(approved.last, _FOR_A_PLAN):
        return
    commitments = strategy.commitments.values()
    if any(one.due for one in commitments) or not strategy.is_whole("commitments"):
        return
    waiting = [one for one in commitments if not (one.standing or one.applies_if or is_closed(strategy, one))]
    if waiting:
        message = f"approved {approved.in_words}, and no commitment has a date yet; make the plan"
        help = f"{counted(len(waiting), 'commitment')} without 'due'; a month or a quarter will do"
        yield Fault(strategy.home("commitments"), message, help)
