"""Which column of a sheet is which field, what the file says of its criteria, and how our own matrix says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from digistrat.errors import DigistratError
from digistrat.exchange import heads
from digistrat.exchange.grid import quoted
from digistrat.exchange.numbers import number_in
from digistrat.model.part import written_keys
from digistrat.model.shelf import COLLECTIONS
from digistrat.wording import did_you_mean, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.exchange.grid import Grid
    from digistrat.model.strategy import Strategy

_SEARCHED = 50  # rows, for our mark
_OWN = frozenset({heads.TOTAL, heads.BY})  # fields that no record has
_FULL = 100  # what a total and a confidence are out of


class Place(NamedTuple):
    """A column of the file, from 0, and the field that it fills; `weight` and `max` are the file's own."""

    column: int
    heading: str
    field: str
    weight: Fraction | None = None
    max: Fraction | None = None
    out_of: Fraction | None = None

    @property
    def criterion(self) -> str:
        """Give the criterion whose points it holds; empty in every other column."""
        above, _, name = self.field.partition(".")
        return name if above == "scores" and "." not in name else ""

    @property
    def is_number(self) -> bool:
        """Tell whether only a number makes sense in it."""
        return bool(self.criterion) or self.field in {"effort", "reach", "confidence"}


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet and how to read it."""

    grid: Grid
    places: tuple[Place, ...]
    first_row: int  # of the records
    method: str
    name: str = ""  # of the file in exchange/; empty for our own matrix
    collection: str = "initiatives"
    constants: Mapping[str, str] = field(default_factory=dict)
    decimal: str = "point"
    skip_rows: frozenset[int] = frozenset()
    skip: tuple[str, ...] = ()

    def place(self, name: str) -> Place | None:
        """Give the column that fills a field."""
        return next((one for one in self.places if one.field == name), None)


def ours(strategy: Strategy, grid: Grid) -> Layout | None:
    """Read the head of our own matrix; None where a sheet has no mark."""
    top = next((row for row, cells in grid.rows.items() if any(cell.text == heads.MARK for cell in cells)), None)
    if top is None or top > _SEARCHED:
        return None
    mark = next(column for column, cell in enumerate(grid.rows[top]) if cell.text == heads.MARK)
    method = grid.cell(top + heads.METHOD_ROW, mark).text
    places = []
    for column, cell in enumerate(grid.rows.get(top + heads.FIELD_ROW, ())):
        if cell.text:
            heading = grid.cell(top + heads.HEADING_ROW, column).text
            weight, most = (stated(grid, top + row, column) for row in (heads.WEIGHT_ROW, heads.MAX_ROW))
            places.append(Place(column, heading, cell.text, weight, most))
    check_fields(strategy, "initiatives", places, f"sheet {quoted(grid.sheet)}")
    return Layout(grid, tuple(places), top + heads.HEADING_ROW + 1, method)


def stated(grid: Grid, row: int, column: int, decimal: str = "point") -> Fraction | None:
    """Give the weight or the maximum that a row of the head states for a column."""
    cell = grid.cell(row, column)
    number = "" if cell.is_empty or cell.problem else number_in(cell, decimal)
    return None if isinstance(number, str) else Fraction(number.value)


def check_fields(strategy: Strategy, collection: str, places: list[Place], where: str) -> None:
    """Refuse a field that no record has, and one that two columns fill; raises DigistratError."""
    known = {*written_keys(COLLECTIONS[collection].load()), *_OWN}
    for number, one in enumerate(places):
        first = one.field.partition(".")[0]
        if first not in known and not first.startswith("x-"):
            hint = did_you_mean(first, known) or "docs/format.md has the fields"
            raise DigistratError(f"{where}: {collection} have no field {quoted(one.field)}", hint)
        if one.field in {other.field for other in places[:number]}:
            raise DigistratError(f"{where}: two columns fill {quoted(one.field)}", "leave one of them out")
    criteria = {one.id for one in strategy.scoring.criteria} if strategy.scoring else set()
    for one in places:
        if criteria and one.criterion and one.criterion not in criteria:
            hint = did_you_mean(one.criterion, criteria) or f"scoring.yaml has {in_words(sorted(criteria))}"
            raise DigistratError(f"{where}: there is no criterion {quoted(one.criterion)}", hint)


def full(strategy: Strategy, place: Place) -> Fraction | None:
    """Give what a column's numbers are out of in the strategy; None where they stand for themselves."""
    if place.field in {heads.TOTAL, "confidence"}:
        return Fraction(_FULL)
    criteria = strategy.scoring.criteria if strategy.scoring else ()
    return next((Fraction(one.max) for one in criteria if one.id == place.criterion), None)


def differing(strategy: Strategy, layout: Layout) -> Iterator[tuple[int, str, Fraction, Fraction]]:
    """Give each weight and maximum of the file that scoring.yaml has otherwise: which criterion, key, ours, theirs."""
    for index, one in enumerate(strategy.scoring.criteria if strategy.scoring else ()):
        place = layout.place(f"scores.{one.id}")
        stated = {"weight": (one.weight, place.weight), "max": (one.max, place.max)} if place else {}
        for key, (here, there) in stated.items():
            if there is not None and there != here:
                yield index, key, Fraction(here), there
