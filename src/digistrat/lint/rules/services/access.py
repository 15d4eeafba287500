"""Rules about who can use a service at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.uses import is_used_online
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.service import Service
    from digistrat.model.kinds.user import User
    from digistrat.model.strategy import Strategy

_PEOPLE = frozenset(["patient", "carer", "public", "service-user"])


def no_assisted_route(strategy: Strategy) -> Iterator[Fault]:
    """A service that patients, carers, the public or service users use online, and no word on those who cannot.

    Why: whoever is not online often needs the service most, and nobody has said how they get it.

    Bad:
        # services.yaml
        - id: outpatient-booking  # <-
          … without assisted_route

    Good:
        - id: outpatient-booking
          assisted_route: The booking line, and a desk at each main entrance

    Source: Government Digital Strategy (2012), action 9.
    """
    for service in strategy.services.values():
        if service.assisted_route or service.status == "retired":
            continue
        people = _people(strategy, service)
        if people and is_used_online(service):
            message = f"nothing says how those of {people[0].id!r} who cannot go online use {service.id!r}"
            related = tuple(Related(user.at(), "uses it") for user in people[:1])
            yield Fault(service.at("assisted_route"), message, "say it under 'assisted_route'", related)


def _people(strategy: Strategy, service: Service) -> list[User]:
    """Give the groups of people that use it, but for those of whom everybody is online."""
    users: tuple[User, ...] = strategy.find_all("users", service.users)
    return [user for user in users if user.kind in _PEOPLE and not _is_all_online(user)]


def _is_all_online(user: User) -> bool:
    excluded = user.digitally_excluded
    return excluded is not None and excluded.interval.high == 0
