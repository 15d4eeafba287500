"""From the rows of a sheet to what each says of which record, or why it cannot be taken."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.exchange.grid import in_quotes, text_of
from digistrat.exchange.heads import BY, TOTAL
from digistrat.exchange.layout import full
from digistrat.exchange.numbers import Number, number_in
from digistrat.exchange.records import NotTakenError, Records
from digistrat.exchange.remark import Remark
from digistrat.exchange.totals import NoTotalError, wrong_total
from digistrat.wording import in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.exchange.grid import Cell, Value
    from digistrat.exchange.layout import Place, SheetLayout
    from digistrat.model.record import Record
    from digistrat.model.strategy import Strategy


class Taken(NamedTuple):
    """One row: its record, or None for a new one; who scored; and what it says by field."""

    layout: SheetLayout
    row: int
    record: Any  # a Record of the layout's collection, or None
    by: str
    values: Mapping[str, Value]
    constants: Mapping[str, str]  # what it says where the record says nothing
    means: Mapping[str, Decimal | None]  # what formulas come to that are no points, by field; None: not worked out

    def remark(self, said: str) -> Remark:
        """Say why it is not taken after all."""
        return Remark("not taken", said, self.layout.grid.sheet, (self.row,))


class Reading(NamedTuple):
    """What the rows of one sheet say, what is to be said of them, and the ids of the records that they are about."""

    taken: list[Taken]
    remarks: list[Remark]
    seen: frozenset[str]


def read_rows(strategy: Strategy, layout: SheetLayout, *, add: bool, has_means: bool = False) -> Reading:
    """Read every row below the headings, and say of each that is not taken why; `add` takes rows of no record.

    With `has_means` a formula for points is the mean of those on another sheet, and no score.
    """
    reader = _Reader(strategy, layout, Records(strategy, layout, add=add), has_means=has_means)
    taken: list[Taken] = []
    remarks: list[Remark] = []
    for row in sorted(layout.grid.rows):
        if row < layout.first_row or reader.is_empty(row) or reader.is_filtered_out(row):
            continue
        why = reader.left_out(row)
        if why:
            remarks.append(Remark("left out", why, layout.grid.sheet, (row,)))
            continue
        try:
            taken.append(reader.read(row))
        except NotTakenError as found:
            at = (found.place.column, found.place.heading) if found.place else (None, "")
            remarks.append(
                Remark("wrong total" if found.is_total else "not taken", found.said, layout.grid.sheet, (row,), *at)
            )
    empty = reader.empty_between()
    if empty:
        remarks.append(Remark("left out", "empty", layout.grid.sheet, empty))
    kept, doubled = _single(taken)
    return Reading(
        kept, sorted([*remarks, *reader.notes, *doubled], key=lambda one: one.rows), frozenset(reader.records.seen)
    )


def _single(taken: list[Taken]) -> tuple[list[Taken], list[Remark]]:
    """Leave out rows about the same record: nobody can say which of them is meant."""
    rows: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in taken:
        rows[_about(one)].append(one.row)
    kept = [one for one in taken if len(rows[_about(one)]) == 1]
    remarks = []
    for one in taken:
        others = [str(row) for row in rows[_about(one)] if row != one.row]
        if others:
            who = f" scored by {in_quotes(one.by)}" if one.by else ""
            said = f"{in_quotes(_about(one)[0])}{who} stands in row {in_words(others)}, too; keep one of them"
            remarks.append(one.remark(said))
    return kept, remarks


def _about(one: Taken) -> tuple[str, str]:
    name: str = (
        one.record.key
        if one.record
        else one_line(text_of(one.values.get("id") or one.values.get(one.layout.named_by) or "")).casefold()
    )
    return name, one_line(one.by).casefold()


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, strategy: Strategy, layout: SheetLayout, records: Records, *, has_means: bool) -> None:
        self.strategy, self.layout, self.records, self.has_means = strategy, layout, records, has_means
        self.notes: list[Remark] = []

    def cell(self, row: int, place: Place) -> Cell:
        return self.layout.grid.cell(row, place.column)

    def is_empty(self, row: int) -> bool:
        """Tell whether nobody wrote anything into a row; a formula that goes down the sheet is nothing."""
        cells = (self.cell(row, place) for place in self.layout.places if place.field != TOTAL)
        return all(cell.is_empty or cell.is_formula for cell in cells)

    def is_filtered_out(self, row: int) -> bool:
        """Tell whether it waits for a scorer's points, and they looked at their own rows only."""
        waits = all(self.cell(row, one).is_empty for one in self.layout.places if one.field.startswith("scores."))
        return waits and row in self.layout.grid.hidden and self.layout.is_ours and self.layout.place(BY) is not None

    def empty_between(self) -> tuple[int, ...]:
        """Give the empty rows with others below them."""
        filled = {row for row in self.layout.grid.rows if row >= self.layout.first_row and not self.is_empty(row)}
        below = range(self.layout.first_row, max(filled, default=0))
        return tuple(row for row in below if row not in filled)

    def left_out(self, row: int) -> str:
        """Say why the layout leaves a row out; empty where it does not."""
        if row in self.layout.skip_rows:
            return "the layout leaves this row out"
        texts = [cell.text.casefold() for cell in self.layout.grid.rows[row] if cell.text]
        words = [one for one in self.layout.skip if texts and texts[0].startswith(one.strip().casefold())]
        return f"the layout leaves out rows that begin with {in_quotes(words[0])}" if words else ""

    def read(self, row: int) -> Taken:
        id, name = self.text(row, "id"), self.text(row, self.layout.named_by)
        if row in self.layout.grid.hidden:
            with suppress(NotTakenError):
                self.records.find(id, name)
            raise NotTakenError("is hidden, perhaps by a filter; show it, or delete it")
        record = self.records.find(id, name)
        by = self.text(row, BY) or self.layout.constants.get(BY, "")
        if self.layout.place(BY) and not by:
            raise NotTakenError("does not say who scored", self.layout.place(BY))
        numbers, values, means = self.cells(row, record, by)
        self.check_total(row, record, numbers)
        if record is not None and (not id or (by and self.layout.is_ours)):
            values.pop(self.layout.named_by, None)  # the title by which it was found is none to change
        constants = {name: one for name, one in self.layout.constants.items() if name != BY and name not in values}
        return Taken(self.layout, row, record, by, values, constants, means)

    def cells(
        self, row: int, record: Record | None, by: str
    ) -> tuple[dict[str, Number], dict[str, Value], dict[str, Decimal | None]]:
        """Take a row's cells: the numbers that its total is made of, what is to be written, and what only informs."""
        is_shared = not by and any(getattr(one, "by", "") for one in getattr(record, "scores", ()))
        numbers: dict[str, Number] = {}
        values: dict[str, Value] = {}
        means: dict[str, Decimal | None] = {}
        for place in self.layout.places:
            cell = self.cell(row, place)
            is_score = place.field.startswith("scores.")
            is_mean = bool(place.criterion) and cell.is_formula and not by and (is_shared or self.has_means)
            if is_mean and cell.problem:
                means[place.field] = None
            if place.field in {TOTAL, BY} or cell.is_empty or place.field in means:
                continue
            if is_shared and self.is_of_session(row, place):
                self.notes.append(
                    Remark("note", _GAVE_WAY, self.layout.grid.sheet, (row,), place.column, place.heading)
                )
                continue
            self.take(place, cell, numbers, values)
            if is_shared and is_score and not is_mean:
                raise NotTakenError("several people scored it; write each one's points on the sheet 'Scorers'", place)
            if is_mean:
                means[place.field] = numbers[place.field].value
                values.pop(place.field)
        return numbers, values, means

    def is_of_session(self, row: int, place: Place) -> bool:
        """Tell whether a reason stands beside the mean of those who scored: points of one session gave way to them."""
        beside = self.layout.place(place.field.removesuffix(".why"))
        is_reason = place.field.startswith("scores.") and place.field.endswith(".why")
        return bool(is_reason and self.has_means and beside and self.cell(row, beside).is_formula)

    def check_total(self, row: int, record: Record | None, numbers: Mapping[str, Number]) -> None:
        scored: Any = record if self.layout.collection == "initiatives" else None
        try:
            wrong = wrong_total(self.strategy, self.layout, scored, row, numbers)
        except NoTotalError as error:
            raise NotTakenError(str(error), self.layout.place(TOTAL)) from error
        if wrong:
            raise NotTakenError(wrong, self.layout.place(TOTAL), is_total=True)

    def take(self, place: Place, cell: Cell, numbers: dict[str, Number], values: dict[str, Value]) -> None:
        """Take one cell; a number as what the strategy counts it out of."""
        if cell.problem:
            raise NotTakenError(cell.problem, place)
        if not place.is_number:
            values[place.field] = cell.text
            return
        number = number_in(cell, self.layout.decimal)
        if isinstance(number, str):
            raise NotTakenError(number, place)
        numbers[place.field] = number
        most = full(self.strategy, place) if place.out_of else None
        values[place.field] = _scaled(number.value, most / place.out_of) if most and place.out_of else number.value

    def text(self, row: int, field: str) -> str:
        place = self.layout.place(field)
        cell = self.cell(row, place) if place else None
        if cell and cell.problem:
            raise NotTakenError(cell.problem, place)
        return cell.text if cell else ""


_GAVE_WAY = "gives a reason for the points of one session, which gave way to those of each role; it is not taken"


def _scaled(value: Decimal, share: Fraction) -> Decimal:
    """Give a number on another scale, with at most six decimals, however large it is."""
    return Decimal(f"{round(Fraction(value) * share * 10**_KEPT)}e-{_KEPT}")


_KEPT = 6  # decimals
