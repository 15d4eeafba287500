"""Rules about the choices as a whole: was anything given up for what was chosen?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.progress import is_closed
from digistrat.figures.refusals import ruled_out
from digistrat.figures.scores import is_decided
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy

_WORK, _PROMISES = 3, 2  # of two pieces of work both may well be needed; two promises can be told apart


def wish_list(strategy: Strategy) -> Iterator[Fault]:
    """A list on which everything is wanted: no work is put aside, or most promises have high priority.

    Why: nobody can do it all at once, and whoever has to choose will choose without the strategy.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          priority: high  # <-
          …
        - id: letters-by-night
          statement: Every letter of the night shift leaves by nine in the morning
          priority: high
          …

    Good:
        # commitments.yaml
        - id: same-day-letters
          priority: high
          …
        - id: letters-by-night
          statement: Every letter of the night shift leaves by nine in the morning
          priority: medium
          …

    Source: NHS Providers, Building a digital strategy (2021), on strategies that read like a wish list.
    """
    yield from _nothing_waits(strategy)
    yield from _everything_is_urgent(strategy)


def _nothing_waits(strategy: Strategy) -> Iterator[Fault]:
    says_no = strategy.manifest.out_of_scope or (strategy.mission and strategy.mission.will_not)
    if not says_no or not strategy.is_whole("initiatives"):
        return  # where nobody rules out anything at all, nothing-ruled-out says it
    initiatives = strategy.initiatives.values()
    wanted = [one for one in initiatives if not (one.status == "idea" or one.is_over or is_decided(strategy, one))]
    left_out = ruled_out(strategy)
    if len(wanted) >= _WORK and not any(one.id in left_out or _is_turned_down(strategy, one) for one in initiatives):
        message = f"none of {len(wanted)} initiatives is will-not or later; say what has to wait"
        yield Fault(strategy.home("initiatives"), message, "keep what you turned down, with the reason")


def _is_turned_down(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether its own choice or a decision says no or not yet to it."""
    return initiative.is_put_aside or bool(strategy.linking_to(initiative, "decisions", "rules_out"))


def _everything_is_urgent(strategy: Strategy) -> Iterator[Fault]:
    if not strategy.is_whole("commitments"):
        return
    standing = [one for one in strategy.commitments.values() if not is_closed(strategy, one)]
    high = [one for one in standing if one.priority == "high"]
    if len(standing) >= _PROMISES and len(high) * 2 > len(standing):
        message = f"{len(high)} of {len(standing)} commitments have high priority; choose which come first"
        yield Fault(high[0].at("priority"), message, "no more than half are high")
