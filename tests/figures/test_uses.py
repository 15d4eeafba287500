"""Uses of a service: in all, in a year, by channel and online."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from digistrat.figures.uses import is_online, is_used_online, is_whole_in_per_cent, is_whole_volume, uses_in_a_year
from digistrat.model.kinds.service import Service
from digistrat.model.values.context import Context
from digistrat.model.values.interval import Interval
from digistrat.model.values.quantity import Quantity, parse_quantity

HERE = Context("GBP", (4, 1))


def quantity(text: str) -> Quantity:
    return parse_quantity(text, HERE)


def service(*figures: dict[str, Any], channels: dict[str, str] | None = None) -> Service:
    data = {"id": "booking", "name": "Booking", "figures": list(figures), "channels": channels or {}}
    return Service.model_validate(data, context=HERE)


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        pytest.param(["62", "30", "8"], True, id="a hundred"),
        pytest.param(["33", "33", "33"], True, id="a point too few"),
        pytest.param(["50.5", "50.6"], False, id="more than a point too many"),
        pytest.param(["about 60", "36"], True, id="one of them not exact"),
        pytest.param(["over 50", "20"], True, id="one of them open"),
    ],
)
def test_shares_may_miss_a_hundred_by_a_point(shares: list[str], *, expected: bool) -> None:
    assert expected == is_whole_in_per_cent(map(quantity, shares))


@pytest.mark.parametrize(
    ("parts", "volume", "expected"),
    [
        pytest.param(["20200", "20000"], "40000", True, id="half a per cent too many"),
        pytest.param(["20201", "20000"], "40000", False, id="one more"),
        pytest.param(["19800", "20000"], "40000", True, id="half a per cent too few"),
        pytest.param(["22000", "20000"], "about 40000", True, id="a volume that is not exact"),
        pytest.param(["2m", "400k"], "over 2m", True, id="a volume that is open"),
        pytest.param(["2m"], "up to 1m", False, id="more than there can be"),
    ],
)
def test_uses_by_channel_may_miss_the_volume_by_half_a_per_cent(
    parts: list[str], volume: str, *, expected: bool
) -> None:
    assert expected == is_whole_volume(map(quantity, parts), quantity(volume))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        pytest.param("FY2025-26", 30_000, id="a year"),
        pytest.param("2026-Q1", 120_000, id="a quarter"),
        pytest.param("2026-02", 360_000, id="a month, however long"),
        pytest.param({"from": "2024-04", "to": "2026-03"}, 15_000, id="two years"),
        pytest.param("2026-02-01", Decimal("365.25") * 30_000, id="a day"),
    ],
)
def test_uses_are_scaled_to_a_year(period: Any, expected: Decimal) -> None:
    assert Interval(Decimal(expected), Decimal(expected)) == uses_in_a_year(
        service({"period": period, "volume": "30000"})
    )


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param([], None, id="nothing"),
        pytest.param([{"volume": "5"}], None, id="no period"),
        pytest.param([{"period": {"from": "2026-04", "to": "2026-01"}, "volume": "5"}], None, id="a period backwards"),
        pytest.param([{"period": "2026", "volume": "5%"}], None, id="no uses but a share"),
        pytest.param(
            [{"period": "2025", "volume": "5"}, {"period": "2026", "satisfaction": "9"}], 5, id="the newest with uses"
        ),
        pytest.param(
            [{"period": "2026-Q4", "volume": "5"}, {"period": "2026", "volume": "7"}], 7, id="the year, not its quarter"
        ),
        pytest.param(
            [{"period": "2026", "volume": "7"}, {"period": {"from": "2025", "to": "2026"}, "volume": "50"}], 7,
            id="the year, not two",
        ),
        pytest.param([{"period": "2026", "by_channel": {"online": "5", "desk": "4"}}], 9, id="by channel"),
        pytest.param([{"period": "9999", "volume": "5"}], 5, id="the last year there is"),
    ],
)  # fmt: skip
def test_the_newest_figures_with_uses_count(figures: list[dict[str, Any]], expected: int | None) -> None:
    found = uses_in_a_year(service(*figures))

    assert expected == (found and found.low)


def test_what_is_open_stays_open() -> None:
    found = uses_in_a_year(service({"period": "2026-Q1", "volume": "over 25000"}))

    assert Interval(Decimal(100_000), None, open=True) == found


@pytest.mark.parametrize(
    ("figures", "channels", "expected"),
    [
        pytest.param([], {}, False, id="nothing is known"),
        pytest.param([{"digital_volume": "1"}], {}, True, id="a digital use"),
        pytest.param([{"digital_take_up": "5"}], {}, True, id="a take-up"),
        pytest.param([{"by_channel": {"NHS App": "3", "desk": "4"}}], {}, True, id="uses by an online channel"),
        pytest.param([], {"web form": "30", "desk": "70"}, True, id="an online channel"),
        pytest.param([], {"online": "0", "desk": "100"}, False, id="an online channel that nobody uses"),
        pytest.param(
            [{"period": "2025", "digital_volume": "5"}, {"period": "2026", "digital_volume": "0"}], {}, False,
            id="no longer",
        ),
    ],
)  # fmt: skip
def test_a_service_is_used_online_where_its_newest_figures_or_channels_say_so(
    figures: list[dict[str, Any]], channels: dict[str, str], *, expected: bool
) -> None:
    assert expected == is_used_online(service(*figures, channels=channels))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("online", True), ("Web form", True), ("NHS App", True), ("not online", False), ("non-digital", False),
     ("offline", False), ("phone", False)],
)  # fmt: skip
def test_a_channel_says_by_its_name_that_it_is_online(name: str, *, expected: bool) -> None:
    assert expected == is_online(name)
