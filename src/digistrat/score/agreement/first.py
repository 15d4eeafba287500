"""Which initiative to talk about first: the one on which those who scored everything are furthest apart."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.score.table import row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.score.agreement import Agreement
    from digistrat.score.agreement.cells import Cell
    from digistrat.score.ranking import Entry


class First(NamedTuple):
    """The initiative to talk about first, who makes its score lowest and who highest, and the cell that does most of it.

    `totals`: each of the two scored all criteria, and `low` and `high` are their own scores. `cell`: nobody else can be
    set against another so, and `low` and `high` are its score if of that one cell only their points counted.
    """

    basis: Literal["totals", "cell"]
    entry: Entry
    cell: Cell
    between: tuple[str, str]
    low: Fraction
    high: Fraction

    @property
    def points(self) -> tuple[Fraction, Fraction]:
        """Give what each of the two gave in the cell."""
        lowest, highest = self.between
        return self.cell.points[lowest], self.cell.points[highest]


def first(agreement: Agreement) -> First | None:
    """Give where two totals are furthest apart, or else, where none differ, the cell that moves a score furthest.

    Of several the first in the ranking; None where no disagreement moves a score.
    """
    return _by_totals(agreement) or _by_cell(agreement)


def _by_totals(agreement: Agreement) -> First | None:
    several = [one for one in agreement.totals if len(one[1]) > 1]
    entry, totals = max(several, key=lambda one: max(one[1].values()) - min(one[1].values()), default=(None, {}))
    if entry is None or len(set(totals.values())) == 1:
        return None
    lowest, highest = min(totals, key=lambda name: totals[name]), max(totals, key=lambda name: totals[name])
    return First(
        "totals",
        entry,
        _does_most(agreement, entry, lowest, highest),
        (lowest, highest),
        totals[lowest],
        totals[highest],
    )


def _does_most(agreement: Agreement, entry: Entry, lowest: str, highest: str) -> Cell:
    """Give the cell in which the points of the lowest would bring the highest total down furthest."""
    shared = [cell for cell in agreement.cells if cell.entry is entry and {lowest, highest} <= cell.points.keys()]
    given = {cell.column.id: cell.points[highest] for cell in shared}
    return min(shared, key=lambda cell: _score(agreement, entry, {**given, cell.column.id: cell.points[lowest]}))


def _by_cell(agreement: Agreement) -> First | None:
    found = None
    for cell in agreement.cells:
        if cell.spread and cell.entry.result:
            known = row(agreement.ranking.how, cell.entry.initiative).points
            between = cell.lowest, cell.highest
            low, high = (
                _score(agreement, cell.entry, {**known, cell.column.id: cell.points[name]}) for name in between
            )
            if high - low > (found.high - found.low if found else 0):
                found = First("cell", cell.entry, cell, between, low, high)
    return found


def _score(agreement: Agreement, entry: Entry, given: Mapping[str, Fraction]) -> Fraction:
    """Score what is known to have a score."""
    return agreement.score(entry, given) or Fraction(0)
