"""Rules about dates: would every reader read the same quarter, and does nothing end before it starts?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.model.anatomy import leaves
from digistrat.model.values.date import Date
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref


_CALENDAR_QUARTER = re.compile(r"\b\d{4}-Q[1-4]\b")


def ambiguous_quarter(strategy: Strategy) -> Iterator[Fault]:
    """A calendar quarter in a strategy whose other dates are financial years.

    Why: the first quarter starts in January for one reader and in April for the next.

    Bad:
        # services.yaml
        - id: outpatients
          name: Outpatient appointments
          kind: information
          figures:
            - {period: FY2025-26, volume: 1200}
            - {period: 2026-Q2, volume: 300}  # <-
          …

    Good:
            - {period: FY2026-27-Q1, volume: 300}
    """
    if not any(_CALENDAR_QUARTER.search(document.text) for document in strategy.documents.values()):
        return
    if not strategy.is_in_financial_years:
        return
    for ref, date in _dates(strategy):
        if date.precision == "quarter":
            help = f"{date.in_words}; write a financial quarter, or the months"
            yield Fault(ref, f"{date.text!r} is a calendar quarter among financial years", help)


def _dates(strategy: Strategy) -> Iterator[tuple[Ref, Date]]:
    """Give every date in the strategy."""
    for part in strategy.parts():
        for keys, value in leaves(part):
            if isinstance(value, Date):
                yield part.at(*keys), value


def ends_before_it_starts(strategy: Strategy) -> Iterator[Fault]:
    """Something that ends before it starts: work, a contract, a benefit, the period of a figure.

    Why: one of the two dates is wrong, and whatever is reckoned from them is wrong with it.

    Bad:
        # initiatives.yaml
        - id: e-letters
          start: 2027-04
          finish: 2027-01  # <-
          …

    Good:
          finish: 2028-01
    """
    for at, start, end in _spans(strategy):
        if start and end and end.last < start.first:
            yield Fault(at, f"ends {end}, before it starts ({start}); change one of the two")


def _spans(strategy: Strategy) -> Iterator[tuple[Ref, Date | None, Date | None]]:
    """Give all that has a start and an end, and the address of the end; the strategy's own period has a rule itself."""
    for initiative in strategy.initiatives.values():
        yield initiative.at("finish"), initiative.start, initiative.finish
    for benefit in strategy.benefits.values():
        yield benefit.at("until"), benefit.start, benefit.until
    for technology in strategy.technology.values():
        if technology.contract:
            yield technology.at("contract", "ends"), technology.contract.start, technology.contract.ends
    for service in strategy.services.values():
        for index, figures in enumerate(service.figures):
            if figures.period:
                yield service.at("figures", index, "period", "to"), figures.period.start, figures.period.end
    for index, chosen in enumerate(strategy.plan.chosen if strategy.plan else ()):
        if strategy.plan:
            yield strategy.plan.at("chosen", index, "finish"), chosen.start, chosen.finish
