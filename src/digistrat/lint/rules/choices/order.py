"""Rules about what comes after what: does work wait for what it needs, and not for too much?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.chains import awaited, in_circles, longest_chains, starts_too_early
from digistrat.figures.live import is_live, is_open
from digistrat.model.deadlines import last_day
from digistrat.model.values.date import day
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


def starts_before_dependency(strategy: Strategy) -> Iterator[Fault]:
    """Chosen work that starts before something that it depends on has ended.

    Why: it will stand waiting, with its people paid, or go ahead on what is not there yet.

    Bad:
        # initiatives.yaml
        - id: e-letters
          start: 2027-03  # <-
          depends_on: new-network
          …
        - id: new-network
          must_do: true
          finish: 2027-06
          …

    Good:
        start: 2027-07
    """
    circles = None
    for initiative in strategy.initiatives.values():
        for _, other in awaited(strategy, initiative) if is_live(strategy, initiative) else ():
            if not (is_open(strategy, other) or other.status == "idea") or not starts_too_early(initiative, other):
                continue
            circles = in_circles(strategy) if circles is None else circles
            if not {initiative.id, other.id} <= circles:
                yield _too_early(initiative, other)


def _too_early(initiative: Initiative, other: Initiative) -> Fault:
    end = last_day(other)
    said = other.finish or (day(end) if end else "")
    related = (Related(other.at("finish" if other.finish else "duration"), f"{other.id!r} ends {said}"),)
    message = f"starts {initiative.start}, before {other.id!r} has ended ({said})"
    return Fault(initiative.at("start"), message, "it depends on that; move one of the two", related)


_LINKS = 3  # that a chain may have


def long_dependency_chain(strategy: Strategy) -> Iterator[Fault]:
    """Chosen work that waits behind a chain of more than three others.

    Why: each delay on the way is passed on, and the last in the chain hardly ever begins on time.

    Bad:
        # initiatives.yaml
        - id: e-letters
          depends_on: new-printers  # <-
          …
        - id: new-printers
          depends_on: wi-fi
          …
        - id: wi-fi
          depends_on: new-network
          …
        - id: new-network
          depends_on: new-cables
          …
        - id: new-cables
          …
        - id: new-record
          choice: {decision: will-not, reason: The present contract runs to 2030}
          …

    Good:
        x-would-help: new-printers
    """
    for last, links, before in longest_chains(strategy):
        if links > _LINKS:
            place = next(index for index, other in awaited(strategy, last) if other is before[0])
            related = tuple(Related(one.at("depends_on"), f"{one.id!r} waits, too") for one in before[: links - 1])
            message = f"{last.id!r} waits behind a chain of {links} others; free it of some of them"
            help = "what waits for what: " + " → ".join(one.id for one in (last, *before))
            yield Fault(last.at("depends_on", place), message, help, related)
