"""Were the readings taken, and could they be true?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.amounts import lies_above
from digistrat.figures.old import old_period
from digistrat.figures.readings import age, is_read, reads
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.figures.readings import Age
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.model.values.period import Period
    from digistrat.read.fault import Ref


def reading_in_the_future(strategy: Strategy) -> Iterator[Fault]:
    """A reading with a value, of a measure or in a commitment's updates, that is dated ahead.

    Why: nobody can have counted it yet, so the date or the value is wrong. What is hoped for is a target.

    Bad:
        # measures.yaml
        - id: letters-sent
          readings: {date: 2027-10-31, value: 70}  # <-
          …

    Good:
          readings: {date: 2026-10-31, value: 70}
    """
    for measure in strategy.measures.values():
        for index, reading in enumerate(measure.readings):
            if is_read(reading) and _is_ahead(strategy, reading.date):
                yield _too_early(strategy, measure.at("readings", index, "date"), reading.date)
    for commitment in strategy.commitments.values():
        for index, update in enumerate(commitment.updates):
            if update.value and _is_ahead(strategy, update.date):
                yield _too_early(strategy, commitment.at("updates", index, "date"), update.date)


def _is_ahead(strategy: Strategy, when: Date | Period | None) -> bool:
    """Tell whether not even the first of its days has come."""
    return when is not None and when.first > strategy.as_of


def _too_early(strategy: Strategy, at: Ref, when: Date | None) -> Fault:
    message = f"dated {when}, which is after {strategy.as_of}; mend the date"
    return Fault(at, message, "what is hoped for is a target, not a reading")


def stale_measure(strategy: Strategy) -> Iterator[Fault]:
    """A measure whose newest reading is older than `every` says; without a reading its baseline counts.

    Why: people take the last number they see for the present one.
    A reading may also stand in the figures of its service, or as the value of a commitment's update.

    Bad:
        # measures.yaml
        - id: letters-sent
          every: monthly
          readings: {date: 2026-08-31, value: 70}  # <-
          …

    Good:
          readings: {date: 2026-10-31, value: 70}
    """
    for measure in strategy.measures.values():
        found = age(strategy, measure) if measure.every else None
        if found is None or measure.every is None or found.days <= measure.every.days:
            continue
        if not _is_told(strategy, measure, found):
            message = f"{measure.id!r} was last read {found.days} days ago, and 'every' says {measure.every}"
            is_own = found.at.file == measure.at().file
            related = () if is_own else (Related(found.at, "read here last"),)
            help = "add a reading, or say how often it is really counted"
            yield Fault(found.at if is_own else measure.at("every"), message, help, related)


def _is_told(strategy: Strategy, measure: Measure, found: Age) -> bool:
    """Tell whether another finding says it: a reading dated ahead may be the newest, and a service's figures be old."""
    if any(_is_ahead(strategy, one.when) for one in reads(strategy, measure)):
        return True
    service = strategy.find("services", measure.service) if measure.service else None
    return service is not None and found.at.file == service.at().file and old_period(strategy, service) is not None


def count_above_total(strategy: Strategy) -> Iterator[Fault]:
    """A reading that counts more than there are in all.

    Why: one of the two numbers is wrong, and so is every share that is worked out from them.

    Bad:
        # measures.yaml
        - id: letters-sent
          readings: {date: 2026-10-31, count: 48200, out_of: 25100}  # <-
          …

    Good:
          readings: {date: 2026-10-31, count: 25100, out_of: 48200}
    """
    for measure in strategy.measures.values():
        for index, reading in enumerate(measure.readings):
            if reading.count and reading.out_of and lies_above(reading.count, reading.out_of):
                message = f"{reading.count} counted out of {reading.out_of}; mend whichever is wrong"
                related = (Related(measure.at("readings", index, "out_of"), "the total"),)
                yield Fault(measure.at("readings", index, "count"), message, related=related)
