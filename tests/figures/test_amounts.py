"""More and worse, with words taken at their word."""

from __future__ import annotations

import pytest

from digistrat.figures.amounts import is_worse, lies_above
from digistrat.model.values.context import Context
from digistrat.model.values.quantity import Quantity, parse_quantity


def quantity(text: str) -> Quantity:
    return parse_quantity(text, Context())


@pytest.mark.parametrize(
    ("one", "other", "above"),
    [
        ("6", "5", True),
        ("5", "5", False),
        ("5", "6", False),
        ("over 5", "5", True),
        ("at least 5", "5", False),
        ("up to 9", "5", False),
        ("9", "up to 5", True),
        ("9", "over 5", False),
        ("about 10", "10.4", False),
        ("10.6", "about 10", True),
    ],
)
def test_an_amount_lies_above_another_where_nothing_else_can_be_meant(one: str, other: str, above: bool) -> None:  # noqa: FBT001  (a table)
    assert above == lies_above(quantity(one), quantity(other))


def test_what_is_worse_depends_on_what_is_better() -> None:
    low, high = quantity("5"), quantity("6")

    assert is_worse(low, high, rises=True)
    assert is_worse(high, low, rises=False)
    assert not is_worse(low, low, rises=True)
    assert not is_worse(low, high, rises=False)
