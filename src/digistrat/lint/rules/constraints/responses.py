"""Rules about what is done about constraints: is anything, and was every sort thought of?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.read.fault import Fault
from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.constraint import ConstraintKind
    from digistrat.model.strategy import Strategy

# Source: NHS Providers, Building a digital strategy (2021), on what limits a strategy.
_EACH_HAS: tuple[ConstraintKind, ...] = (
    "funding",
    "digital-skills",
    "physical-infrastructure",
    "data-infrastructure",
)


def constraint_without_response(strategy: Strategy) -> Iterator[Fault]:
    """A limit that nobody says anything is done about.

    Why: a limit is mended, respected by doing less, or lived with; what is only written down comes as a surprise.

    Bad:
        # constraints.yaml
        - id: letters-team  # <-
          … without response
        - {id: money, kind: funding, statement: One ward at a time, response: {kind: limit}}
        - {id: walls, kind: physical-infrastructure, statement: Thick walls, response: {kind: accept}}
        - {id: data, kind: data-infrastructure, statement: Eleven systems, response: {kind: accept}}

    Good:
        - id: letters-team
          response: {kind: accept}

    Source: NHS Providers, Building a digital strategy (2021), on bottlenecks: address them, or take on less.
    """
    for constraint in strategy.constraints.values():
        response = constraint.response
        if response is None or not (response.kind or response.text or response.initiatives):
            message = f"nothing is said to be done about {constraint.id!r}; add 'response'"
            yield Fault(constraint.at("response"), message, "address, limit or accept: response: {kind: limit}")


def unconsidered_constraint(strategy: Strategy) -> Iterator[Fault]:
    """A list of constraints in which money, skills, buildings and networks, or data do not come up.

    Why: each of the four holds back most organisations; where one does not, that is worth saying as well.

    Bad:
        # constraints.yaml
        - {id: money, kind: funding, statement: One ward at a time, response: {kind: limit}}  # <-
        - {id: people, kind: digital-skills, statement: Four people, response: {kind: limit}}
        - {id: walls, kind: physical-infrastructure, statement: Thick walls, response: {kind: accept}}

    Good:
        - {id: money, kind: funding, statement: One ward at a time, response: {kind: limit}}
        - {id: data, kind: data-infrastructure, statement: No gaps that we know of, response: {kind: accept}}

    Source: NHS Providers, Building a digital strategy (2021), on funding, skills and both sorts of infrastructure.
    """
    named = {one.kind for one in strategy.constraints.values()}
    missing = [kind for kind in _EACH_HAS if kind not in named]
    if named and missing and strategy.is_whole("constraints"):
        message = f"nothing on {in_words(missing)}; add {'it' if len(missing) == 1 else 'them'}"
        yield Fault(strategy.home("constraints"), message, "what limits you there, or that nothing does")
