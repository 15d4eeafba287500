"""Rules about a commitment's dates: is there one, and does nothing else say another?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.progress import is_closed, slips
from digistrat.lint.rules.commitments.due import is_contested, later_targets, said_otherwise
from digistrat.lint.rules.mission.dates import period_out_of_range
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Level


def undated_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise without a date.

    Why: without a date it can be neither kept nor broken.

    Bad:
        # commitments.yaml
        - id: same-day-letters  # <-
          … without due
        - id: letters-by-night
          statement: Every letter of the night shift leaves by nine in the morning
          …

    Good:
        - id: same-day-letters
          due: 2028-03

    Source: NHS Providers, Building a digital strategy (2021), on time-bound commitments.
    """
    for commitment in strategy.commitments.values():
        promised = commitment.due or commitment.standing or commitment.applies_if
        if not promised and not is_closed(strategy, commitment):
            message = f"commitment {commitment.id!r} has no date; add 'due', or 'standing: true' if it has no end"
            yield Fault(commitment.at("due"), message, "a month or a quarter will do: 2028-03, FY2027-28-Q4")


def date_disagrees(strategy: Strategy) -> Iterator[Fault]:
    """A statement that names another date than `due`, after by, before or until.

    Why: readers go by the sentence, the tool by the field, and one of them will be wrong.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          statement: Every discharge letter leaves on the same day by March 2027
          due: 2028-03  # <-
          …

    Good:
        # commitments.yaml
        - id: same-day-letters
          statement: Every discharge letter leaves on the same day by March 2028
          …
    """
    for commitment in strategy.commitments.values():
        due, said = strategy.due(commitment), said_otherwise(strategy, commitment)
        if due and said:
            related = (Related(commitment.at("statement"), f"says {said!r}"),)
            message = f"due {due.in_words}, but the statement says {said!r}"
            yield Fault(commitment.at("due"), message, "make them agree", related)


def target_date_disagrees(strategy: Strategy) -> Iterator[Fault]:
    """A commitment that falls due before its measure's target does.

    Why: on the day of the promise the target will not have been reached, as planned.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          due: 2027-03  # <-
          …

    Good:
          due: 2028-03
    """
    for commitment in strategy.commitments.values():
        later = () if is_contested(strategy, commitment) else tuple(later_targets(strategy, commitment))
        if later:
            first = later[0]
            related = tuple(
                Related(one.measure.at("targets", one.place, "by"), "the target falls due here") for one in later
            )
            message = f"due {strategy.due(commitment)}, before the target of {first.measure.id!r} is ({first.by})"
            yield Fault(commitment.at("due"), message, "make them agree", related)


def due_outside_period(strategy: Strategy) -> Iterator[Fault]:
    """A commitment that falls due before the strategy starts or after it ends.

    Why: nobody will answer for it when the strategy is no longer in force.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          due: 2030-03  # <-
          …

    Good:
          due: 2029-03
    """
    period = None if any(period_out_of_range(strategy)) else strategy.manifest.period
    for commitment in strategy.commitments.values() if period else ():
        due = strategy.due(commitment)
        if not (due and period) or is_closed(strategy, commitment) or period.first <= due.last <= period.last:
            continue
        if said_otherwise(strategy, commitment):
            continue
        message = f"due {due}, outside the strategy's period ({period})"
        yield Fault(commitment.at("due"), message, "change one of the two")


def due_after_headline(strategy: Strategy) -> Iterator[Fault]:
    """A commitment that falls due later than the headline commitment it belongs to.

    Why: the headline cannot be kept while a part of it is still to come.

    Bad:
        # commitments.yaml
        - id: letters
          headline: true
          …
        - id: scanner
          under: letters
          statement: Every ward scans its letters
          due: 2028-06  # <-
          …

    Good:
        due: 2028-03
    """
    for commitment in strategy.commitments.values():
        headline = strategy.find("commitments", commitment.under) if commitment.under else None
        due, by = strategy.due(commitment), strategy.due(headline) if headline else None
        if not (headline and due and by) or due.last <= by.last or is_closed(strategy, commitment):
            continue
        if not any(is_contested(strategy, one) for one in (commitment, headline)):
            related = (Related(headline.at("due"), "the headline falls due here"),)
            message = f"due {due}, after its headline {headline.id!r} ({by})"
            yield Fault(commitment.at("due"), message, "change one of the two", related)


def slipped_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A date that was put off. Twice or more is an error.

    Why: a promise that moves is soon believed by nobody; the change is kept so that a board can ask why.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          changes: {date: 2026-09, field: due, from: 2027-09, to: 2028-03, why: Late delivery}  # <-
          …

    Good:
          changes: {date: 2026-09, field: due, from: 2028-09, to: 2028-03, why: Early delivery}

    Source: NHS Providers, Building a digital strategy (2021), on broken commitments.
    """
    for commitment in strategy.commitments.values():
        moved = list(slips(commitment, strategy.context))
        if moved and not is_closed(strategy, commitment):
            last = moved[-1]
            times = "once" if len(moved) == 1 else "twice" if len(moved) == 2 else f"{len(moved)} times"  # noqa: PLR2004  (twice)
            message = f"put off {times}, last from {last.before} to {last.after}"
            level: Level | None = "error" if len(moved) > 1 else None
            why = commitment.changes[last.place].why
            help = "see to it that this date holds, or drop the promise" if why else "say why it moved, under 'why'"
            yield Fault(commitment.at("changes", last.place), message, help, level=level)
