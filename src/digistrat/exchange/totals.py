"""Does a stated total match its scores, by the file's own weights and maxima?"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.exchange.grid import digits, in_quotes
from digistrat.exchange.layout import full
from digistrat.exchange.numbers import number_in
from digistrat.figures.methods import DECLARED
from digistrat.figures.scores import points
from digistrat.score.methods import METHODS
from digistrat.score.table import Column, Row
from digistrat.wording import in_words, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.exchange.layout import Place, SheetLayout
    from digistrat.exchange.numbers import Number
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


class NoTotalError(Exception):
    """What stands for a total is no number."""


def columns(strategy: Strategy, layout: SheetLayout) -> tuple[Column, ...] | None:
    """Give the criteria that the file has, as it weighs them; None where a weight or a maximum is nowhere written."""
    if not DECLARED[layout.method].is_weighted:
        return ()
    known = {one.id: one for one in strategy.scoring.criteria} if strategy.scoring else {}
    made = []
    for place in layout.places:
        here = known.get(place.criterion)
        weight = place.weight if place.weight is not None or here is None else Fraction(here.weight)
        most = place.out_of or place.max or (Fraction(here.max) if here else None)
        if place.criterion and (weight is None or not most):
            return None
        if place.criterion:
            made.append(Column(place.criterion, place.heading, weight or Fraction(0), most or Fraction(1)))
    return tuple(made)


def wrong_total(
    strategy: Strategy, layout: SheetLayout, initiative: Initiative | None, row: int, numbers: Mapping[str, Number]
) -> str:
    """Say how a stated total differs from what the row's scores make; empty where it does not, or none is stated.

    It may be off by half of the last place that is shown, for so much may have been rounded away. Raises NoTotalError
    where no number is stated.
    """
    place, across = layout.place("total"), columns(strategy, layout)
    if place is None or across is None:
        return ""
    stated = _stated(layout, place, row)
    if stated is None:
        return ""
    if not numbers and not stated.value:
        return ""  # a formula's 0 beside scores that nobody gave
    share = Fraction(100) / place.out_of if place.out_of else Fraction(1)
    known = _known(strategy, layout, initiative, numbers)
    result = METHODS[layout.method](across, Row("", known, known.get("effort")))
    total = Fraction(stated.value) * share
    if result is None:
        return f"states a total of {_shown(total)}, and {_lacking(layout, across, known)}"
    if abs(total - result.score) <= Fraction(stated.slack) * share:
        return ""
    made = f"{_shown(result.score)}{_sum(layout, result.parts)}"
    return f"states a total of {_shown(total)}, and its scores make {made}{_above(layout, across, known)}"


def _stated(layout: SheetLayout, place: Place, row: int) -> Number | None:
    cell = layout.grid.cell(row, place.column)
    if cell.is_empty or (cell.is_formula and cell.problem):  # a formula without a result states nothing
        return None
    if cell.problem:
        raise NoTotalError(cell.problem)
    number = number_in(cell, layout.decimal)
    if isinstance(number, str):
        if number.endswith("; round it"):
            raise NoTotalError(number)
        raise NoTotalError(f"has {in_quotes(cell.text)} for a total, which is no number; write it, or leave it empty")
    return number


def _above(layout: SheetLayout, across: tuple[Column, ...], known: Mapping[str, Fraction]) -> str:
    """Name the points above their maximum, and why that may be: the file counts them out of another number."""
    above = [one for one in across if known.get(one.id, 0) > one.max]
    if not above:
        return ""
    said = in_words([f"{one.id!r} has {_shown(known[one.id])} of at most {_shown(one.max)}" for one in above])
    places = [layout.place(f"scores.{one.id}") for one in above]
    if layout.is_ours or all(place and place.out_of for place in places):
        return f"; {said}"
    return f"; {said}: if the file counts out of another number, write it into exchange/{layout.name}.yaml as 'out_of'"


def _lacking(layout: SheetLayout, across: tuple[Column, ...], known: Mapping[str, Fraction]) -> str:
    """Say why there is no total at all."""
    method = DECLARED[layout.method]
    needed = method.inputs or (*(one.id for one in across), *method.fields)
    missing = [name for name in needed if name not in known]
    if missing:
        return f"has no number for {quoted(missing)}; what is not known is not zero"
    return "has an effort that nothing can be divided by"


def _sum(layout: SheetLayout, parts: Mapping[str, Fraction]) -> str:
    if layout.method != "weighted":
        return ""
    return f" ({' + '.join(f'{name} {_shown(part)}' for name, part in parts.items())})"


def _shown(number: Fraction) -> str:
    """Write a number with at most four decimals."""
    return digits(Decimal(f"{round(number * 10**_SHOWN)}e-{_SHOWN}"))


_SHOWN = 4  # decimals


def _known(
    strategy: Strategy, layout: SheetLayout, initiative: Initiative | None, numbers: Mapping[str, Number]
) -> dict[str, Fraction]:
    """Give the row's numbers by criterion or field; what the file has no column for is the strategy's own."""
    method = DECLARED[layout.method]
    known: dict[str, Fraction] = {}
    if initiative:
        own = {name: getattr(initiative, name) for name in (*method.fields, "effort")}
        known = {name: Fraction(number) for name, number in own.items() if number is not None}
        known |= {} if method.is_weighted else points(initiative) | known
    for place in layout.places:
        if place.criterion or place.field in method.fields or place.field == "effort":
            name = place.criterion or place.field
            known.pop(name, None)
            if place.field in numbers:
                known[name] = Fraction(numbers[place.field].value) * _share(strategy, place)
    return known


def _share(strategy: Strategy, place: Place) -> Fraction:
    """Give what a number is multiplied by before it counts; points count against the file's own maximum."""
    most = None if place.criterion else full(strategy, place)
    return most / place.out_of if most and place.out_of else Fraction(1)


def say_unchecked(strategy: Strategy, layout: SheetLayout) -> str:
    """Say why totals that the file states cannot be checked; empty where they can, or none are stated."""
    if not layout.place("total") or columns(strategy, layout) is not None:
        return ""
    lacking = [one.criterion for one in layout.places if one.criterion and (one.weight is None or not one.max)]
    return f"totals are not checked: no weight or maximum is known for {in_words(lacking)}; write it into the layout"
