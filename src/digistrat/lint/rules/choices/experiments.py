"""Rules about what is tried first: does an experiment end, and does an exemplar help people soon?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.live import is_open
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date


def endless_experiment(strategy: Strategy) -> Iterator[Fault]:
    """An experiment that does not say what it is to find out, or when it ends if it does not work.

    Why: without both it cannot fail, and goes on for as long as somebody likes it.

    Bad:
        # initiatives.yaml
        - id: e-letters  # <-
          certainty: experiment
          hypothesis: Nine letters in ten leave on the day
          …

    Good:
        - id: e-letters
          stop_by: 2027-06

    Source: NHS Providers, Building a digital strategy (2021), on stopping what does not work.
    """
    for initiative in strategy.initiatives.values():
        if initiative.certainty != "experiment" or not is_open(strategy, initiative):
            continue
        lacking = [field for field in ("hypothesis", "stop_by") if getattr(initiative, field) is None]
        if lacking:
            message = f"experiment {initiative.id!r} has no {' and no '.join(map(repr, lacking))}; add it"
            help = "hypothesis: what it is to find out; stop_by: when it ends if it has not worked"
            yield Fault(initiative.at(lacking[0]), message, help)


_SOON = 6  # months. Source: NHS Providers, Building a digital strategy (2021), on exemplars


def slow_exemplar(strategy: Strategy) -> Iterator[Fault]:
    """An exemplar that is of use to people only later than six months after its start.

    Why: an exemplar is there to show quickly that it can be done; what takes longer persuades nobody.

    Bad:
        # initiatives.yaml
        - id: e-letters
          start: 2027-01
          exemplar:
            value_by: 2027-12  # <-
          …

    Good:
        value_by: 2027-06

    Source: NHS Providers, Building a digital strategy (2021), on exemplars of real value within six months.
    """
    for initiative in strategy.initiatives.values():
        exemplar, start = initiative.exemplar, initiative.start
        by = strategy.when(exemplar.value_by) if exemplar else None
        if start and by and is_open(strategy, initiative) and _is_late(start, by):
            related = (Related(initiative.at("start"), f"starts {start}"),)
            message = f"of use by {by}, over {_SOON} months after its start ({start}); begin with less"
            yield Fault(initiative.at("exemplar", "value_by"), message, "", related)


def _is_late(start: Date, by: Date) -> bool:
    """Tell whether it is later than six months on: by the day where both name one, else by the month."""
    months = (by.last.year - start.first.year) * 12 + by.last.month - start.first.month
    is_to_the_day = start.precision == by.precision == "day"
    return months > _SOON or (months == _SOON and is_to_the_day and by.last.day > start.first.day)
