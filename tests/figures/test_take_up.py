"""Digital take-up: computed, stated, and possible or not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from digistrat.figures.take_up import is_digital_above_total, is_take_up_possible, take_up
from digistrat.model.kinds.service import Figures
from digistrat.model.values.context import Context


def figures(**written: str) -> Figures:
    return Figures.model_validate(written, context=Context("GBP", (4, 1)))


def test_a_computed_take_up_comes_before_a_stated_one() -> None:
    assert Decimal(45) == take_up(figures(volume="200", digital_volume="90", digital_take_up="46"))
    assert Decimal(46) == take_up(figures(volume="0", digital_volume="0", digital_take_up="46"))
    assert take_up(figures(volume="200")) is None


@pytest.mark.parametrize(
    ("volume", "digital", "expected"),
    [
        pytest.param("88", "88", False, id="as many"),
        pytest.param("88", "89", True, id="one more"),
        pytest.param("about 40000", "42000", False, id="what about could mean"),
        pytest.param("about 40000", "42001", True, id="more than about could mean"),
        pytest.param("over 2m", "3m", False, id="no upper end"),
        pytest.param("40000", "over 40000", True, id="more than all"),
        pytest.param("40000", "at least 40000", False, id="at least all"),
        pytest.param("40000", "up to 45000", False, id="up to more than all"),
    ],
)
def test_digital_uses_are_above_all_uses_only_where_no_reading_fits(
    volume: str, digital: str, *, expected: bool
) -> None:
    assert expected == is_digital_above_total(figures(volume=volume, digital_volume=digital))


@pytest.mark.parametrize(
    ("volume", "digital", "stated", "expected"),
    [
        pytest.param("200", "90", "46", True, id="a point off"),
        pytest.param("200", "90", "46.1", False, id="more than a point off"),
        pytest.param("200", "90", "about 47", True, id="a stated take-up that is not exact"),
        pytest.param("about 200", "90", "48", True, id="a volume that is not exact"),
        pytest.param("over 2m", "1m", "20", True, id="less than the volumes' own words"),
        pytest.param("over 2m", "1m", "60", False, id="more than the volumes allow"),
        pytest.param("up to 200", "over 90", "98", True, id="volumes that say little"),
        pytest.param("0", "0", "40", True, id="no uses"),
    ],
)
def test_a_take_up_is_impossible_only_where_no_reading_fits(
    volume: str, digital: str, stated: str, *, expected: bool
) -> None:
    assert expected == is_take_up_possible(figures(volume=volume, digital_volume=digital, digital_take_up=stated))


def test_without_both_volumes_any_take_up_is_possible() -> None:
    assert is_take_up_possible(figures(volume="200", digital_take_up="46"))
    assert is_take_up_possible(figures(volume="200", digital_volume="90"))
    assert not is_digital_above_total(figures(digital_volume="90"))
