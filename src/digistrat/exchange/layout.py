"""Which column of a sheet is which field, and what the file says of its criteria."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.errors import DigistratError
from digistrat.exchange import heads
from digistrat.exchange.grid import digits, in_quotes, letter
from digistrat.exchange.numbers import number_in
from digistrat.model.part import written_keys
from digistrat.model.shelf import COLLECTIONS
from digistrat.wording import did_you_mean, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.exchange.grid import Grid
    from digistrat.model.strategy import Strategy

_SCORE = re.compile(r"scores\.([^.]+)(?:\.why)?")
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
class SheetLayout:
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

    @property
    def is_ours(self) -> bool:
        """Tell whether it is our own matrix, or its sheet of scorers."""
        return not self.name

    @property
    def named_by(self) -> str:
        """Give the field that holds what a record is called."""
        model: Any = COLLECTIONS[self.collection].load()
        return str(model.named_by)

    def place(self, name: str) -> Place | None:
        """Give the column that fills a field."""
        return next((one for one in self.places if one.field == name), None)


def stated(grid: Grid, row: int, column: int, what: str, decimal: str = "point") -> Fraction | None:
    """Give the weight or the maximum that a row of the head states for a column; raises DigistratError for no such."""
    cell = grid.cell(row, column)
    if cell.is_empty:
        return None
    number = cell.problem or number_in(cell, decimal)
    if isinstance(number, str):
        fault, _, hint = number.partition("; ")
    elif number.value < 0 or (what == "maximum" and not number.value):
        fault, hint = f"is {digits(number.value)}", f"write a number {'above 0' if what == 'maximum' else 'from 0 up'}"
    else:
        return Fraction(number.value)
    where = f"sheet {in_quotes(grid.sheet)}, " if grid.sheet else ""
    raise DigistratError(f"{where}{letter(column)}{row}: the {what} {fault}", hint)


def check_fields(strategy: Strategy, collection: str, places: list[Place], where: str) -> None:
    """Refuse a field that no record has, and one that two columns fill; raises DigistratError."""
    known = set(written_keys(COLLECTIONS[collection].load()))
    for number, one in enumerate(places):
        first = one.field.partition(".")[0]
        if one.field not in _OWN and first not in known and not first.startswith("x-"):
            hint = did_you_mean(first, {*known, *_OWN}) or "docs/format.md has the fields"
            raise DigistratError(f"{where}: {collection} have no field {in_quotes(one.field)}", hint)
        if first == "scores" and not _SCORE.fullmatch(one.field):
            hint = "write 'scores.CRITERION' for points, 'scores.CRITERION.why' for their reason"
            raise DigistratError(f"{where}: {in_quotes(one.field)} is neither points nor a reason", hint)
        if not all(part.strip() for part in one.field.split(".")):
            hint = "write the keys with one dot between them, such as cost.capital"
            raise DigistratError(f"{where}: {in_quotes(one.field)} has a key without a name", hint)
        if one.field in {other.field for other in places[:number]}:
            raise DigistratError(f"{where}: two columns fill {in_quotes(one.field)}", "leave one of them out")
    _check_criteria(strategy, places, where)


def _check_criteria(strategy: Strategy, places: list[Place], where: str) -> None:
    criteria = {one.id for one in strategy.scoring.criteria} if strategy.scoring else set()
    for found in filter(None, (_SCORE.fullmatch(one.field) for one in places)):
        if criteria and found[1] not in criteria:
            hint = did_you_mean(found[1], criteria) or f"scoring.yaml has {in_words(sorted(criteria))}"
            raise DigistratError(f"{where}: there is no criterion {in_quotes(found[1])}", hint)


def full(strategy: Strategy, place: Place) -> Fraction | None:
    """Give what a column's numbers are out of in the strategy; None where they stand for themselves."""
    if place.field in {heads.TOTAL, "confidence"}:
        return Fraction(_FULL)
    criteria = strategy.scoring.criteria if strategy.scoring else ()
    return next((Fraction(one.max) for one in criteria if one.id == place.criterion), None)


def differing(strategy: Strategy, layout: SheetLayout) -> Iterator[tuple[int, str, Fraction, Fraction]]:
    """Give each weight and maximum of the file that scoring.yaml has otherwise: which criterion, key, ours, theirs."""
    for index, one in enumerate(strategy.scoring.criteria if strategy.scoring else ()):
        place = layout.place(f"scores.{one.id}")
        stated = {"weight": (one.weight, place.weight), "max": (one.max, place.max)} if place else {}
        for key, (here, there) in stated.items():
            if there is not None and there != here:
                yield index, key, Fraction(here), there
