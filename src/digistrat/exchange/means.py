"""Formulas of the matrix that give means: never points themselves, and said where they give something else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.exchange.edits import points_of
from digistrat.exchange.grid import digits
from digistrat.exchange.remark import Remark
from digistrat.figures.scores import points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digistrat.exchange.rows import Taken

_SLACK = Fraction(1, 10**6)  # a double keeps a mean no better than this needs


def odd_means(rows: Sequence[Taken]) -> Iterator[Remark]:
    """Name each formula whose result is neither what the strategy has nor the mean of the rows that are taken."""
    given: dict[tuple[str, str], list[Decimal]] = {}
    for one in rows:
        for criterion, cell in (points_of(one) if one.by and one.record else {}).items():
            number = cell.get("score")
            if isinstance(number, Decimal):
                given.setdefault((one.record.key, criterion), []).append(number)
    for one in rows:
        known = points(one.record) if one.record and one.means else {}
        for place in one.layout.places:
            result = one.means.get(place.field)
            here = given.get((one.record.key, place.criterion), []) if one.record else []
            mean = [sum(map(Fraction, here), Fraction(0)) / len(here)] if here else []
            wanted = [*mean, *([known[place.criterion]] if place.criterion in known else [])]
            if result is not None and all(abs(Fraction(result) - number) > _SLACK for number in wanted):
                said = f"holds a formula that gives {digits(result)}, not the mean of the points here; it is not taken"
                yield Remark("note", said, one.layout.grid.sheet, (one.row,), place.column, place.heading)
