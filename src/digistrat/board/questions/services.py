"""Does the board know its services, how they do, and where there is most to gain?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.figures.take_up import by_period, take_up
from digistrat.model.values.owner import is_named
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.service import Figures
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.quantity import Quantity


def owned(strategy: Strategy) -> Iterator[Evidence]:
    """Give each live service that somebody answers for."""
    for service in strategy.services.values():
        if is_named(service.owner) and service.status != "retired":
            yield Evidence(f"{service.name}: owned by {service.owner[0]}", service)


def measured(strategy: Strategy) -> Iterator[Evidence]:
    """Give each live service of which newest figures say how it does."""
    for service in strategy.services.values():
        newest = next(iter(by_period(service)), None)
        said = _said(newest) if newest and service.status != "retired" else ""
        if newest and said:
            when = f" in {newest.period}" if newest.period else ""
            yield Evidence(f"{service.name}: {said}{when}", service)


def _share(rate: Quantity | None) -> str:
    return f"{str(rate or '').rstrip('% ')}%"


def _many(amount: Quantity | None) -> str:
    """Write an amount as it was written, a bare number with its commas."""
    return f"{amount.value:,f}" if amount and amount.text.isdigit() else str(amount or "")


def _said(figures: Figures) -> str:
    """Say the figures that there are, in the order in which a board asks for them."""
    online = take_up(figures)
    known = (
        (figures.volume, f"{_many(figures.volume)} uses"),
        (online, f"{rounded(online)}% online"),
        (figures.cost_per_use, f"{figures.cost_per_use} a use"),
        (figures.satisfaction, f"{_share(figures.satisfaction)} satisfied"),
        (figures.completion_rate, f"{_share(figures.completion_rate)} completed"),
        (figures.failure_demand, f"{_share(figures.failure_demand)} failure demand"),
    )
    return ", ".join(text for value, text in known if value is not None)


QUESTION = Question(
    id="services",
    text="Do we know all our services, how well each one does, and where there is most to gain?",
    prompts=(
        "Is every service listed, with an owner?",
        "How many people use each, what does a use cost, and how many come online?",
        "Which one would we mend first, and why?",
        "What happens to people who cannot go online?",
    ),
    strands=(
        Strand(owned, "no service is described with an owner", "unowned-service"),
        Strand(measured, "no service has figures", "incomplete-service"),
    ),
    rules=frozenset(
        {
            "unowned-service",
            "incomplete-service",
            "channels-not-100",
            "digital-above-total",
            "take-up-disagrees",
            "repeated-period",
            "figures-in-the-future",
            "old-figures",
            "busy-service-unmanaged",
            "no-assisted-route",
        }
    ),
    sorts=frozenset({"services"}),
)
