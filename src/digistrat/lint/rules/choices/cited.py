"""Rules about what an initiative cites: who answers for it, whom it is for, and what it works towards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.live import is_open
from digistrat.figures.scores import is_decided
from digistrat.model.values.owner import is_named
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def unowned_initiative(strategy: Strategy) -> Iterator[Fault]:
    """A piece of work that nobody answers for.

    Why: work without an owner waits for somebody else to begin. What was put aside needs nobody.

    Bad:
        # initiatives.yaml
        - id: e-letters  # <-
          … without owner

    Good:
        - id: e-letters
          owner: Medical director
    """
    for initiative in strategy.initiatives.values():
        if is_open(strategy, initiative) and not is_named(initiative.owner):
            message = f"initiative {initiative.id!r} has no owner; name a role under 'owner'"
            yield Fault(initiative.at("owner"), message, "one role that can say yes or no")


def initiative_without_need(strategy: Strategy) -> Iterator[Fault]:
    """A piece of work that names nobody it is for: no user group and no need of theirs.

    Why: work that begins with nobody's need ends as a system that nobody uses.
    What only keeps things going (`portfolio: maintain`) and what is decided already need not say it.

    Bad:
        # initiatives.yaml
        - id: e-letters  # <-
          … without users

    Good:
        - id: e-letters
          users: patients

    Source: NHS Providers, Building a digital strategy (2021), step 5, on users.
    """
    if not strategy.declared.get("users"):
        return
    for initiative in strategy.initiatives.values():
        if initiative.portfolio == "maintain" or is_decided(strategy, initiative):
            continue
        if is_open(strategy, initiative) and not (initiative.users or initiative.needs):
            message = f"initiative {initiative.id!r} is for nobody; name 'users', or 'needs' that it meets"
            yield Fault(initiative.at("users"), message, "users: patients, or needs: patients/move-an-appointment")


def initiative_without_outcome(strategy: Strategy) -> Iterator[Fault]:
    """A piece of work that works towards no outcome of the mission.

    Why: it may be worth doing, but the strategy does not say what for.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          …
        # initiatives.yaml
        - id: e-letters  # <-
          … without outcomes

    Good:
        - id: e-letters
          outcomes: less-waiting
    """
    if not strategy.declared.get("outcomes"):
        return
    for initiative in strategy.initiatives.values():
        if is_open(strategy, initiative) and not initiative.outcomes:
            message = f"initiative {initiative.id!r} works towards no outcome; name one under 'outcomes'"
            yield Fault(initiative.at("outcomes"), message, "an outcome of mission.yaml, by its id")
