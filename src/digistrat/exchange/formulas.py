"""Live formulas: each adds up in a spreadsheet what `score/methods/` adds up here, and stays empty where it does."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from digistrat.exchange.grid import letter
from digistrat.exchange.heads import SCORERS, STANDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digistrat.exchange.heads import Head
    from digistrat.figures.methods import Method

EMPTY = '""'
PLACES = 9  # decimals: two equal totals stay equal whatever a double makes of them


class Sheet:
    """The columns of the matrix and the rows of its head, as formulas name them."""

    def __init__(self, method: Method, heads: Sequence[Head], weight_row: int, max_row: int, rows: range) -> None:
        self.method, self.rows = method, rows
        self.weight_row, self.max_row = weight_row, max_row
        self.columns = {head.criterion or head.field: letter(place) for place, head in enumerate(heads) if head.field}
        self.weighted = [head.criterion for head in heads if head.criterion and head.weight is not None]
        self.standing = next((letter(place) for place, head in enumerate(heads) if head.heading == STANDING), "")

    def total(self, row: int) -> str:
        """Give the formula of a row's score; empty text where a number is missing, for that is not zero."""
        names = [*self.method.inputs] or [*self.weighted, *self.method.fields]
        cells = {name: f"{self.columns[name]}{row}" for name in names}
        known = f"COUNT({','.join(cells.values())})={len(cells)}"
        if self.method.divides:
            known = f"AND({known},{cells['effort']}>0)"
        return f'=IF({known},ROUND({self._sum(cells)},{PLACES}),"")' if cells else '=""'

    def _sum(self, cells: dict[str, str]) -> str:
        match self.method.name:
            case "rice":
                return f"{cells['reach']}*{cells['impact']}*{cells['confidence']}/100/{cells['effort']}"
            case "wsjf":
                return f"({cells['value']}+{cells['urgency']}+{cells['risk-reduction']})/{cells['effort']}"
            case "ice-product":
                return "*".join(cells.values())
            case "ice" | "ice-mean":
                return f"({'+'.join(cells.values())})/{len(cells)}"
        value = "+".join(self._weighted(cells[name]) for name in self.weighted)
        return f"({value})/{cells['effort']}" if self.method.divides else value

    def _weighted(self, cell: str) -> str:
        column = cell.rstrip(string.digits)
        return f"{column}${self.weight_row}*{cell}/{column}${self.max_row}"

    def weights(self) -> str:
        """Give the formula of the sum of all weights."""
        return f"=SUM({','.join(f'{self.columns[name]}{self.weight_row}' for name in self.weighted)})"

    def rank(self, row: int, running: str) -> str:
        """Give the formula of a row's rank among those in the running; equal totals share the higher rank."""
        total, first, last = self.columns["total"], self.rows[0], self.rows[-1]
        totals = f"{total}${first}:{total}${last}"
        standings = f"{self.standing}${first}:{self.standing}${last}"
        # A new row has no standing yet, and is in the running. Not COUNTIFS: LibreOffice finds no empty cell at the end
        # of a column beside a second condition.
        rivals = f'(({standings}="{running}")+({standings}=""))'
        better = f"SUMPRODUCT({rivals}*ISNUMBER({totals})*({totals}>{total}{row}))"
        stands = f'OR({self.standing}{row}="{running}",{self.standing}{row}="")'
        return f'=IF(AND(COUNT({total}{row})=1,{stands}),1+{better},"")'


def mean(column: str, row: int, rows: range, session: str) -> str:
    """Give the formula of the mean over all who scored a row's initiative, from the other sheet.

    Who scored is known by the id, or where none is written by the title. `session` is what stands where nobody
    scored: the points of one session in digits, or empty.
    """
    first, last = rows[0], rows[-1]
    points, ids, titles = (f"{SCORERS}!${name}${first}:${name}${last}" for name in (column, "A", "B"))
    # Not SUMIFS, for the reason that stands in `rank`.
    fits = f'({ids}=$A{row})+({ids}="")*({titles}=$B{row})'
    total, number = f"SUMPRODUCT({fits},{points})", f"SUMPRODUCT(({fits})*ISNUMBER({points}))"
    return f"=IFERROR({total}/{number},{session or EMPTY})"
