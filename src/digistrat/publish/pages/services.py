"""Services: what the organisation does for people; one page for all, and one for each that a team can call its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.figures.take_up import by_period, take_up
from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from digistrat.answers import Answers
    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.service import Figures, Service
    from digistrat.model.kinds.user import Need, User
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class FiguresView:
    """What was counted in one period; take-up in per cent, computed where it can be."""

    figures: Figures
    take_up: Decimal | None


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A service with everything that refers to it."""

    service: Service
    figures: tuple[FiguresView, ...]  # newest first
    users: tuple[User, ...]
    needs: tuple[Need, ...]
    initiatives: tuple[Initiative, ...]
    commitments: tuple[Commitment, ...]
    connects: tuple[Service, ...]

    @property
    def latest(self) -> FiguresView | None:
        """Give the newest figures."""
        return self.figures[0] if self.figures else None


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the list and a page for each service."""
    strategy = answers.strategy
    by_name = sorted(strategy.services.values(), key=lambda one: (one.name.casefold(), one.id))
    views = [_view(strategy, service) for service in by_name]
    if not views:
        return
    title = words["pages"]["services"]
    yield Page("services.html", title, "services", {"services": views})
    for view in views:
        path = f"services/{view.service.id}.html"
        yield Page(path, view.service.name, "service", {"view": view}, ((title, "services.html"),))
        for old in strategy.former(view.service):  # links to an older address still arrive
            yield Page(f"services/{old}.html", view.service.name, "moved", {"service": view.service})


def _view(strategy: Strategy, service: Service) -> ServiceView:
    connected = {one.id: one for one in strategy.find_all("services", service.connects)}
    connected |= {one.id: one for one in strategy.linking_to(service, "services")}
    return ServiceView(
        service,
        tuple(FiguresView(figures, take_up(figures)) for figures in by_period(service)),
        strategy.find_all("users", service.users),
        strategy.linking_to(service, "needs"),
        strategy.linking_to(service, "initiatives"),
        strategy.linking_to(service, "commitments"),
        tuple(connected.values()),
    )
