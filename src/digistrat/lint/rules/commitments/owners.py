"""Rules about who answers for a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.progress import is_closed
from digistrat.model.values.owner import is_named
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def unowned_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise that nobody answers for.

    Why: what belongs to everybody is done by nobody, and a board has nobody to ask.

    Bad:
        # commitments.yaml
        - id: same-day-letters  # <-
          … without owner

    Good:
        - id: same-day-letters
          owner: Medical director
    """
    for commitment in strategy.commitments.values():
        if not is_named(commitment.owner) and not is_closed(strategy, commitment):
            message = f"commitment {commitment.id!r} has no owner; name a role under 'owner'"
            yield Fault(commitment.at("owner"), message, "one role that can say yes or no")


def digital_owns_everything(strategy: Strategy) -> Iterator[Fault]:
    """A strategy whose every commitment belongs to the digital function.

    Why: a digital strategy that only digital people answer for is an IT plan.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          owner: {role: Chief digital officer, function: digital}  # <-
          …

    Good:
          owner: {role: Medical director, function: clinical}

    Source: NHS Providers, Building a digital strategy (2021), on ownership by the whole board.
    """
    owners = [owner for commitment in strategy.commitments.values() for owner in commitment.owner]
    if owners and all(owner.function == "digital" for owner in owners):
        first = next(commitment for commitment in strategy.commitments.values() if commitment.owner)
        help = "let those who run the services own what changes in them"
        yield Fault(first.at("owner"), "every commitment is owned by the digital function", help)
