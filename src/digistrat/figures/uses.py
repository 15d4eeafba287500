"""Uses of a service: in all, in a year, by channel and online, with `about` and `over` taken at their word."""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal
from typing import TYPE_CHECKING

from digistrat.figures.take_up import by_period
from digistrat.model.values.interval import Interval, total_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from digistrat.model.kinds.service import Figures, Service
    from digistrat.model.values.period import Period
    from digistrat.model.values.quantity import Quantity

_POINTS = Decimal(1)  # by which percentages may miss 100: each of them was rounded
_ROUNDING = Decimal("0.005")  # of a volume, by which its channels may miss it: people round them one by one
_YEAR = Decimal("365.25")  # days, on average
_WHOLE_YEAR = 365  # days, at least
_WORD = re.compile(r"[\w-]+")
_ONLINE = frozenset(
    ["online", "web", "website", "internet", "app", "digital", "portal", "electronic", "ar-lein", "gwefan"]
)
_NOT = frozenset(["not", "non", "no"])


def is_whole_in_per_cent(shares: Iterable[Quantity]) -> bool:
    """Tell whether percentages could add up to 100, give or take a point."""
    hundred = Interval(100 - _POINTS, 100 + _POINTS)
    return total_of(share.interval for share in shares).meets(hundred)


def is_whole_volume(parts: Iterable[Quantity], volume: Quantity) -> bool:
    """Tell whether uses by channel could add up to all uses, give or take half a per cent of them."""
    slack, whole = abs(volume.value) * _ROUNDING, volume.interval
    low = None if whole.low is None else whole.low - slack
    high = None if whole.high is None else whole.high + slack
    return total_of(part.interval for part in parts).meets(Interval(low, high))


def uses_in_a_year(service: Service) -> Interval | None:
    """Give the uses in a year, from the newest figures that have a period and uses; None where there are none.

    Of two that end on the same day the year counts before the quarter. What was counted in a quarter comes four times
    a year.
    """
    dated = [(one.period, uses) for one in service.figures if one.period and (uses := _uses(one))]
    dated = [(period, uses) for period, uses in dated if period.first <= period.last]
    if not dated:
        return None
    period, uses = max(dated, key=lambda one: (one[0].last, min(_days(one[0]), _WHOLE_YEAR), one[0].first))
    times = _times_a_year(period)
    low, high = (None if end is None else end * times for end in (uses.low, uses.high))
    return Interval(low, high, open=uses.open)


def _uses(figures: Figures) -> Interval | None:
    """Give all uses of a period, by channel where only that is known."""
    if figures.volume:
        return None if figures.volume.percent else figures.volume.interval
    parts = figures.by_channel.values()
    return total_of(part.interval for part in parts) if parts and not any(part.percent for part in parts) else None


def _times_a_year(period: Period) -> Decimal:
    """Say how often a period goes into a year: by its months where they are whole, else by its days."""
    first, last = period.first, period.last
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return Decimal(12) / ((last.year - first.year) * 12 + last.month - first.month + 1)
    return _YEAR / _days(period)


def _days(period: Period) -> int:
    return (period.last - period.first).days + 1


def is_used_online(service: Service) -> bool:
    """Tell whether anybody uses it online, by the newest figures that say so or by its channels."""
    said = (_is_online(figures) for figures in by_period(service))
    newest = next((online for online in said if online is not None), False)
    return newest or _any(_online(service.channels))


def _is_online(figures: Figures) -> bool | None:
    """Tell whether there were uses online in a period; None where its figures do not say."""
    digital = [one for one in (figures.digital_volume, figures.digital_take_up) if one]
    digital += _online(figures.by_channel)
    return _any(digital) if digital else None


def _any(amounts: Collection[Quantity]) -> bool:
    """Tell whether one of some amounts is more than none."""
    return any(amount.value > 0 for amount in amounts)


def _online(channels: dict[str, Quantity]) -> list[Quantity]:
    """Give what goes through the channels whose name says that they are online."""
    return [amount for name, amount in channels.items() if is_online(name)]


def is_online(channel: str) -> bool:
    """Tell whether a channel's name says that it is online: `online`, `NHS App`, `web form`."""
    words = set(_WORD.findall(channel.lower()))
    return bool(words & _ONLINE) and not words & _NOT
