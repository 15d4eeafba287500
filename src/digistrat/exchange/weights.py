"""Weights and maxima that a file has otherwise than scoring.yaml: said, and taken only where somebody wants them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digistrat.errors import DigistratError
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

_DIGITS = 15  # that a number of the format has at most
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
    """Give the changes to scoring.yaml; raises DigistratError for a number that it could not be read with."""
    criteria = strategy.scoring.criteria if strategy.scoring else ()
    found = list(found)
    for index, key, _, there in found:
        written = digits(_decimal(there))
        if sum(character.isdigit() for character in written) > _DIGITS:
            said = (
                f"{_NAMES[key]} of {in_quotes(criteria[index].id)} is {written}, a number of more than {_DIGITS} digits"
            )
            raise DigistratError(f"scoring.yaml cannot take it: {said}", "round it in the file")
    return [
        Edit(("criteria", index, key), _decimal(there), f"criteria.{criteria[index].id}.{key}", _decimal(here))
        for index, key, here, there in found
    ]


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
