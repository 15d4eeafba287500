"""Rules about dates: would every reader read the same quarter?"""

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
    dates = list(_dates(strategy))
    if not any(date.precision.startswith("financial") for _, date in dates):
        return
    for ref, date in dates:
        if date.precision == "quarter":
            help = f"{date.in_words}; write a financial quarter, or the months"
            yield Fault(ref, f"{date.text!r} is a calendar quarter among financial years", help)


def _dates(strategy: Strategy) -> Iterator[tuple[Ref, Date]]:
    """Give every date in the strategy."""
    for part in strategy.parts():
        for keys, value in leaves(part):
            if isinstance(value, Date):
                yield part.at(*keys), value
