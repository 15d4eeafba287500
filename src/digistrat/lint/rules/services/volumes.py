"""Rules about a service's volumes and shares: can they all be true at once?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from digistrat.figures.take_up import is_digital_above_total, is_take_up_possible, take_up
from digistrat.figures.uses import is_whole_in_per_cent, is_whole_volume
from digistrat.model.values.interval import total
from digistrat.read.document import read_document
from digistrat.read.fault import Fault, Related
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from digistrat.model.kinds.service import Figures, Service
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.quantity import Quantity
    from digistrat.read.fault import Ref


def channels_not_100(strategy: Strategy) -> Iterator[Fault]:
    """Channels that do not add up: shares in per cent to 100, or uses by channel to the volume.

    Shares may miss 100 by a point and uses the volume by half a per cent, as people round them one by one.

    Why: a channel was forgotten or counted twice, and nobody can tell which.

    Bad:
        # services.yaml
        - id: outpatient-booking
          channels: {online: 62, phone: 30, desk: 18}  # <-
          …

    Good:
        channels: {online: 62, phone: 30, desk: 8}
    """
    written = cache(lambda file: read_document(file, strategy.documents[file].text.encode()).data)
    for service in strategy.services.values():
        if service.channels and not is_whole_in_per_cent(service.channels.values()):
            yield from _not_whole(written, service.at("channels"), service.channels, None)
        for place, figures in enumerate(service.figures):
            if not _channels_add_up(figures) and not is_digital_above_total(figures):
                at = service.at("figures", place, "by_channel")
                yield from _not_whole(written, at, figures.by_channel, figures.volume)


def _channels_add_up(figures: Figures) -> bool:
    """Tell whether uses by channel can be all uses; those in per cent, where uses belong, at least 100."""
    parts = figures.by_channel.values()
    if all(part.percent for part in parts):
        return not parts or is_whole_in_per_cent(parts)
    volume = figures.volume
    if volume is None or volume.percent or any(part.percent for part in parts):
        return True
    return is_whole_volume(parts, volume)


def _not_whole(
    written: Callable[[str], Any], at: Ref, parts: Mapping[str, Quantity], volume: Quantity | None
) -> Iterator[Fault]:
    """Say what channels add up to, unless one of them is not known and could be the rest."""
    found = total(part.value for part in parts.values())
    whole = None if volume is None or all(part.percent for part in parts.values()) else volume
    if found < (whole.value if whole else 100) and _has_blank(written(at.file), at):
        return
    message = f"the channels add up to {rounded(found, grouped=True)}, not to {whole or 100}"
    yield Fault(at, message, "one that nobody counted may be left blank: not known is not zero")


def _has_blank(data: Any, at: Ref) -> bool:
    """Tell whether a map was written with a key and nothing behind it; such keys are not kept, so the file is read again."""
    for key in at.keys:
        if isinstance(key, str) or isinstance(data, list):  # else one bare value stands for a list of one
            data = data[key]
    return any(value is None or not value.strip() for value in data.values())


def digital_above_total(strategy: Strategy) -> Iterator[Fault]:
    """More digital uses than uses of every kind.

    Why: the two were counted in different ways, and a take-up worked out from them is above 100 per cent.

    Bad:
        # services.yaml
        - id: outpatient-booking
          figures:
            - period: 2026-Q2
              volume: 8,135,986
              digital_volume: 9,836,799  # <-
              cost_per_use: 3.10
          …

    Good:
        digital_volume: 7,836,799
    """
    for service, place, figures in _figures(strategy):
        if is_digital_above_total(figures):
            at = service.at("figures", place, "digital_volume")
            related = (Related(service.at("figures", place, "volume"), "all uses"),)
            message = f"{figures.digital_volume} digital uses, but {figures.volume} uses in all"
            yield Fault(at, message, "count both in the same way", related)


def take_up_disagrees(strategy: Strategy) -> Iterator[Fault]:
    """A stated take-up that is not the digital uses divided by all uses, give or take a point.

    Why: readers will quote one of the two numbers, and one of them is wrong.

    Bad:
        # services.yaml
        - id: outpatient-booking
          figures: {period: 2026-Q2, volume: 48200, digital_volume: 21400, digital_take_up: 54, cost_per_use: 3}  # <-
          …

    Good:
        figures: {period: 2026-Q2, volume: 48200, digital_volume: 21400, digital_take_up: 44, cost_per_use: 3}
    """
    for service, place, figures in _figures(strategy):
        if not is_take_up_possible(figures) and not is_digital_above_total(figures):
            at = service.at("figures", place, "digital_take_up")
            message = (
                f"take-up is given as {figures.digital_take_up}, but the volumes make it {rounded(take_up(figures))}"
            )
            help = "leave it out where both volumes are known: it is worked out from them"
            yield Fault(at, message, help)


def _figures(strategy: Strategy) -> Iterator[tuple[Service, int, Figures]]:
    for service in strategy.services.values():
        for place, figures in enumerate(service.figures):
            yield service, place, figures
