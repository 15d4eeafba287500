"""Rules about ids: can each be a file name, an anchor and a reference, and does it stand for one thing?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Fault


def bad_id(strategy: Strategy) -> Iterable[Fault]:
    """An id that cannot be a file name, an anchor and a reference on every machine.

    Why: ids make the addresses that people send each other.

    Bad:
        # decisions.yaml
        - id: Open First  # <-
          title: Open first

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first
    """
    return strategy.faults.get("bad-id", ())


def duplicate_id(strategy: Strategy) -> Iterable[Fault]:
    """An id that another record of its kind already has.

    Why: a reference to it could mean either. Only the first is read.

    Bad:
        # decisions.yaml
        - id: open-first
          title: Open first
        - id: open-first  # <-
          title: Closed last

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first
        - id: closed-last
          title: Closed last
    """
    return strategy.faults.get("duplicate-id", ())
