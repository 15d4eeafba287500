"""Rules about research: when did anybody last ask or watch?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.model.values.date import months_from
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy

_OLD = 24  # months


def old_research(strategy: Strategy) -> Iterator[Fault]:
    """Research, but none of it in the last 24 months.

    Why: people change faster than strategies do, and what was true of them may not be any more.

    Bad:
        # research.yaml
        - id: booking-desk
          date: 2024-10  # <-
          …

    Good:
        date: 2024-11
    """
    studies = list(strategy.research.values())
    dated = [(study.date, study) for study in studies if study.date]
    if not dated or len(dated) < len(studies) or not strategy.is_whole("research"):
        return  # one without a date may be newer
    newest, study = max(dated, key=lambda one: one[0].last)
    if newest.last < months_from(strategy.as_of, -_OLD):
        message = f"the newest research is of {newest.in_words}, over {_OLD} months ago; go and ask again"
        yield Fault(study.at("date"), message)
