"""Weights and maxima that a file has otherwise than scoring.yaml: said, and taken only where somebody wants them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digistrat.exchange.edits import Edit
from digistrat.exchange.grid import digits, in_quotes
from digistrat.exchange.remark import Remark
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from digistrat.exchange.layout import SheetLayout
    from digistrat.model.strategy import Strategy

    Differing = Iterable[tuple[int, str, Fraction, Fraction]]

_NAMES = {"weight": "a weight", "max": "a maximum"}


def weight_remarks(strategy: Strategy, layout: SheetLayout, found: Differing) -> list[Remark]:
    """Say what differs; points are taken as they stand all the same."""
    criteria = strategy.scoring.criteria if strategy.scoring else ()
    return [
        Remark(
            "note",
            f"gives {in_quotes(criteria[index].id)} {_NAMES[key]} of {rounded(there)}, scoring.yaml has {rounded(here)}; "
            "points are taken as they stand, and scoring.yaml stays unless you say --weights",
            layout.grid.sheet,
        )
        for index, key, here, there in found
    ]


def weight_edits(strategy: Strategy, found: Differing) -> list[Edit]:
    """Give the changes to scoring.yaml."""
    criteria = strategy.scoring.criteria if strategy.scoring else ()
    return [
        Edit(("criteria", index, key), _decimal(there), f"criteria.{criteria[index].id}.{key}", digits(_decimal(here)))
        for index, key, here, there in found
    ]


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
