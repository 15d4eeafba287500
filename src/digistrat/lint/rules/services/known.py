"""Rules about what is known of a service: who answers for it, who runs it, and what it is like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.take_up import take_up
from digistrat.figures.uses import is_online, uses_in_a_year
from digistrat.model.values.owner import is_named
from digistrat.read.fault import Fault
from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.service import Service
    from digistrat.model.strategy import Strategy


def unowned_service(strategy: Strategy) -> Iterator[Fault]:
    """A service for which nobody answers.

    Why: what belongs to everybody is mended by nobody, and a board does not know whom to ask.

    Bad:
        # services.yaml
        - id: outpatient-booking  # <-
          … without owner

    Good:
        - id: outpatient-booking
          owner: Chief operating officer

    Source: NHS Providers, Building a digital strategy (2021), on service maps.
    """
    for service in strategy.services.values():
        if not is_named(service.owner) and service.status != "retired":
            message = f"service {service.id!r} has no owner; say under 'owner' who answers for it"
            yield Fault(service.at("owner"), message, "a role will do: Chief operating officer")


def incomplete_service(strategy: Strategy) -> Iterator[Fault]:
    """A service of which nobody knows how much it is used, how good it is, or how much better it could be.

    Of a transaction one wants to know, too, what a use costs and how many are digital. What is still planned, or
    retired, is left alone.

    Why: without these nobody can say which service to improve first.

    Bad:
        # services.yaml
        - id: outpatient-booking  # <-
          … without quality

    Good:
        - id: outpatient-booking
          quality: Easy when nothing changes, but moving an appointment takes two calls

    Source: NHS Providers, Building a digital strategy (2021), on service maps.
    """
    for service in strategy.services.values():
        lacking = list(_unknown(service)) if service.status not in {"retired", "planned"} else []
        if lacking:
            fields = {field for _, field in lacking}
            message = f"not known of {service.id!r}: {in_words(name for name, _ in lacking)}"
            help = f"write it under {in_words(dict.fromkeys(repr(field) for _, field in lacking))}, or find out"
            yield Fault(service.at(*fields) if len(fields) == 1 else service.at(), message, help)


def _unknown(service: Service) -> Iterator[tuple[str, str]]:
    """Name what nobody knows of a service, each with the field it belongs in."""
    figures = service.figures
    if not any(one.volume or one.by_channel for one in figures):
        yield "volume", "figures"
    if not service.quality:
        yield "quality", "quality"
    if service.opportunity is None or not (service.opportunity.size or service.opportunity.note):
        yield "opportunity", "opportunity"
    if service.kind != "transaction":
        return
    if not any(one.cost_per_use for one in figures):
        yield "cost per use", "figures"
    channels = [*service.channels, *(name for one in figures for name in one.by_channel)]
    if all(take_up(one) is None for one in figures) and not any(map(is_online, channels)):
        yield "take-up", "figures"


_BUSY = 100_000  # uses a year


def busy_service_unmanaged(strategy: Strategy) -> Iterator[Fault]:
    """A transaction with over 100,000 uses a year and nobody who runs it from day to day.

    What was counted in a quarter counts four times.

    Why: at this size every small fault is met hundreds of times a day; somebody has to have the time to mend it.

    Bad:
        # services.yaml
        - id: outpatient-booking  # <-
          … without manager

    Good:
        - id: outpatient-booking
          manager: Booking manager

    Source: Government Digital Strategy (2012), actions 2 and 5.
    """
    for service in strategy.services.values():
        if service.kind != "transaction" or service.manager or service.status in {"retired", "planned"}:
            continue
        uses = uses_in_a_year(service)
        if uses and uses.low is not None and (uses.low > _BUSY or (uses.low == _BUSY and uses.open)):
            message = f"{service.id!r} has over {_BUSY:,} uses a year and no manager; name one"
            yield Fault(service.at("manager"), message, "under 'manager', the role that improves it week by week")
