"""From the rows of a sheet to what each says of which record, or why it cannot be taken."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.exchange.grid import as_cell, quoted
from digistrat.exchange.heads import BY, TOTAL
from digistrat.exchange.layout import full
from digistrat.exchange.numbers import Number, number_in
from digistrat.exchange.remark import Remark
from digistrat.exchange.totals import wrong_total
from digistrat.wording import did_you_mean, in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.exchange.grid import Cell
    from digistrat.exchange.layout import Layout, Place
    from digistrat.model.record import Record
    from digistrat.model.strategy import Strategy

Value = str | Decimal


class Taken(NamedTuple):
    """One row: its record, or None for a new one; who scored; and what it says by field."""

    layout: Layout
    row: int
    record: Any  # a Record of the layout's collection, or None
    by: str
    values: Mapping[str, Value]
    constants: Mapping[str, str]  # what it says where the record says nothing

    def remark(self, said: str) -> Remark:
        """Say why it is not taken after all."""
        return Remark("not taken", said, self.layout.grid.sheet, (self.row,))


class _NotTaken(Exception):  # noqa: N818  (it is caught in this file: not an error that anybody sees)
    def __init__(self, said: str, place: Place | None = None, *, is_total: bool = False) -> None:
        self.said, self.place, self.is_total = said, place, is_total
        super().__init__(said)


def read_rows(strategy: Strategy, layout: Layout, *, add: bool) -> tuple[list[Taken], list[Remark]]:
    """Read every row below the headings, and say of each that is not taken why; `add` takes rows of no record."""
    reader = _Reader(strategy, layout, add=add)
    taken: list[Taken] = []
    remarks: list[Remark] = []
    for row in sorted(layout.grid.rows):
        if row < layout.first_row or reader.is_empty(row):
            continue
        why = reader.left_out(row)
        if why:
            remarks.append(Remark("left out", why, layout.grid.sheet, (row,)))
            continue
        try:
            taken.append(reader.read(row))
        except _NotTaken as found:
            at = (found.place.column, found.place.heading) if found.place else (None, "")
            remarks.append(
                Remark("wrong total" if found.is_total else "not taken", found.said, layout.grid.sheet, (row,), *at)
            )
    empty = reader.empty_between()
    if empty:
        remarks.append(Remark("left out", "empty", layout.grid.sheet, empty))
    kept, doubled = _single(taken)
    return kept, sorted([*remarks, *doubled], key=lambda one: one.rows)


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
            who = f" scored by {quoted(one.by)}" if one.by else ""
            said = f"{quoted(_about(one)[0])}{who} stands in row {in_words(others)}, too; keep one of them"
            remarks.append(one.remark(said))
    return kept, remarks


def _about(one: Taken) -> tuple[str, str]:
    name = one.record.key if one.record else one_line(str(one.values.get("id") or one.values.get("title"))).casefold()
    return name, one_line(one.by).casefold()


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, strategy: Strategy, layout: Layout, *, add: bool) -> None:
        self.strategy, self.layout, self.add = strategy, layout, add
        self.records: Mapping[str, Record] = strategy.collections.get(layout.collection, {})
        self.by_name: dict[str, list[Record]] = defaultdict(list)
        for record in self.records.values():
            self.by_name[_folded(as_cell(record.label))].append(record)

    def cell(self, row: int, place: Place) -> Cell:
        return self.layout.grid.cell(row, place.column)

    def is_empty(self, row: int) -> bool:
        """Tell whether nobody wrote anything into a row; a formula that goes down the sheet is nothing."""
        cells = (self.cell(row, place) for place in self.layout.places if place.field != TOTAL)
        return all(cell.is_empty or cell.is_formula for cell in cells)

    def empty_between(self) -> tuple[int, ...]:
        """Give the empty rows with others below them."""
        filled = [row for row in self.layout.grid.rows if row >= self.layout.first_row and not self.is_empty(row)]
        below = range(self.layout.first_row, max(filled, default=0))
        return tuple(row for row in below if row not in set(filled))

    def left_out(self, row: int) -> str:
        """Say why the layout leaves a row out; empty where it does not."""
        if row in self.layout.skip_rows:
            return "the layout leaves this row out"
        texts = [cell.text.casefold() for cell in self.layout.grid.rows[row] if cell.text]
        words = [one for one in self.layout.skip if texts and texts[0].startswith(one.strip().casefold())]
        return f"the layout leaves out rows that begin with {quoted(words[0])}" if words else ""

    def read(self, row: int) -> Taken:
        if row in self.layout.grid.hidden:
            raise _NotTaken("is hidden, perhaps by a filter; show it, or delete it")
        record = self.record(row)
        is_shared = record is not None and any(getattr(one, "by", "") for one in getattr(record, "scores", ()))
        by = self.text(row, BY) or self.layout.constants.get(BY, "")
        if self.layout.place(BY) and not by:
            raise _NotTaken("does not say who scored", self.layout.place(BY))
        numbers: dict[str, Number] = {}
        values: dict[str, Value] = {}
        for place in self.layout.places:
            cell = self.cell(row, place)
            is_elsewhere = is_shared and not by and place.field.startswith("scores.")
            if place.field in {TOTAL, BY} or cell.is_empty or (is_elsewhere and cell.is_formula and cell.problem):
                continue
            self.take(place, cell, numbers, values)
            if is_elsewhere and (not cell.is_formula or not place.criterion):
                raise _NotTaken("several people scored it; write each one's points on the sheet 'Scorers'", place)
            if is_elsewhere:
                values.pop(place.field)
        wrong = wrong_total(self.strategy, self.layout, self.scored(record), row, numbers)
        if wrong:
            raise _NotTaken(wrong, self.layout.place(TOTAL), is_total=True)
        if record is not None and not self.text(row, "id"):
            values.pop(self.named_by(), None)  # the title by which it was found is none to change
        constants = {name: one for name, one in self.layout.constants.items() if name != BY and name not in values}
        return Taken(self.layout, row, record, by, values, constants)

    def scored(self, record: Record | None) -> Any:
        return record if self.layout.collection == "initiatives" else None

    def take(self, place: Place, cell: Cell, numbers: dict[str, Number], values: dict[str, Value]) -> None:
        """Take one cell; a number as what the strategy counts it out of."""
        if cell.problem:
            raise _NotTaken(cell.problem, place)
        if not place.is_number:
            values[place.field] = cell.text
            return
        number = number_in(cell, self.layout.decimal)
        if isinstance(number, str):
            raise _NotTaken(number, place)
        numbers[place.field] = number
        most = full(self.strategy, place) if place.out_of else None
        values[place.field] = _scaled(number.value, most / place.out_of) if most and place.out_of else number.value

    def record(self, row: int) -> Record | None:
        """Find the row's record by id, else by title; None for a new one, where those are wanted."""
        id, name = self.text(row, "id"), self.text(row, self.named_by())
        by_id, by_name = self.layout.place("id"), self.layout.place(self.named_by())
        if not id and not name:
            raise _NotTaken("has no id and no title", by_id or by_name)
        named = self.by_name.get(_folded(name), [])
        if not id and len(named) > 1:
            ids = in_words([one.key for one in named], "or")
            raise _NotTaken(f"{quoted(name)} is the title of several; write the id: {ids}", by_name)
        found: Record | None = self.strategy.find(self.layout.collection, id) if id else next(iter(named), None)
        if found is None and id in self.strategy.declared.get(self.layout.collection, ()):
            raise _NotTaken(f"{quoted(id)} cannot be read in the strategy; `digistrat lint` says why", by_id)
        if found is None and named:
            said = f"there is no {quoted(id)}, and {quoted(name)} is the title of {quoted(named[0].key)}; write that id"
            raise _NotTaken(said, by_id)
        if found is None and not (self.add and name):
            known = list(self.records) if id else [one.label for one in self.records.values()]
            hint = did_you_mean(id or name, known) or (
                "--add makes a new one of it" if name else "write its title, too"
            )
            said = f"there is no {quoted(id or name)} in {self.layout.collection}; {hint}"
            raise _NotTaken(said, by_id if id else by_name)
        return found

    def named_by(self) -> str:
        from digistrat.model.shelf import COLLECTIONS  # noqa: PLC0415  (its models are loaded by now)

        model: Any = COLLECTIONS[self.layout.collection].load()
        return str(model.named_by)

    def text(self, row: int, field: str) -> str:
        place = self.layout.place(field)
        cell = self.cell(row, place) if place else None
        if cell and cell.problem:
            raise _NotTaken(cell.problem, place)
        return cell.text if cell else ""


def _folded(text: str) -> str:
    return one_line(text).casefold()


def _scaled(value: Decimal, share: Fraction) -> Decimal:
    """Give a number on another scale, with at most six decimals."""
    exact = Fraction(value) * share
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1).scaleb(-6)).normalize()
