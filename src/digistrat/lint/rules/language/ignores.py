"""Rules about the comments that hide findings. The filter finds these, when every other rule has spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Fault

_BY_THE_FILTER: tuple[Fault, ...] = ()


def unused_ignore(strategy: Strategy) -> Iterable[Fault]:  # noqa: ARG001  (the filter finds it)
    """An ignore that hides nothing, or names no rule.

    Why: it will hide the next mistake at this place before anybody has seen it.

    Bad:
        # decisions.yaml
        - id: open-first
          title: Open first  # digistrat: ignore[bad-value] the list is being changed  # <-

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first
    """
    return _BY_THE_FILTER


def ignore_without_reason(strategy: Strategy) -> Iterable[Fault]:  # noqa: ARG001  (the filter finds it)
    """An ignore that does not say why the finding may stand. It hides the finding all the same.

    Why: in a year nobody will know whether it still may.

    Bad:
        # services.yaml
        - id: outpatients
          name: Outpatient appointments
          # digistrat: ignore[bad-value]  # <-
          kind: caring

    Good:
        # services.yaml
        - id: outpatients
          name: Outpatient appointments
          # digistrat: ignore[bad-value] the word of our service catalogue
          kind: caring
    """
    return _BY_THE_FILTER


def expired_ignore(strategy: Strategy) -> Iterable[Fault]:  # noqa: ARG001  (the filter finds it)
    """An ignore whose last day is past. It hides nothing any more.

    Why: somebody promised to look again by then.

    Bad:
        # decisions.yaml
        - id: open-first
          # digistrat: ignore[bad-value] until 2026-06: the list is being changed  # <-
          title: Open first

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first
    """
    return _BY_THE_FILTER
