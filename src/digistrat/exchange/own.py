"""Our own matrix, known by its mark: what its head says of each column, and nothing of it believed unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.errors import DigistratError
from digistrat.exchange import heads
from digistrat.exchange.grid import in_quotes, letter
from digistrat.exchange.layout import Place, SheetLayout, check_fields, stated
from digistrat.exchange.remark import Remark
from digistrat.figures.methods import DECLARED
from digistrat.wording import did_you_mean, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.exchange.grid import Grid
    from digistrat.model.strategy import Strategy

_SEARCHED = 50  # rows, for our mark
_INFORMS = frozenset({heads.RANK, heads.STANDING})  # headings of columns that are never taken back
_AGAIN = "copy the line from another matrix, or have one written once more"


def ours(strategy: Strategy, grid: Grid) -> SheetLayout | None:
    """Read the head of our own matrix; None where a sheet has no mark. Raises DigistratError where it was changed."""
    top = next((row for row, cells in grid.rows.items() if any(cell.text == heads.MARK for cell in cells)), None)
    if top is None or top > _SEARCHED:
        return None
    mark = next(column for column, cell in enumerate(grid.rows[top]) if cell.text == heads.MARK)
    where = f"sheet {in_quotes(grid.sheet)}" if grid.sheet else "the matrix"
    method = _method(grid, top + heads.METHOD_ROW, mark, where)
    places = [_place(grid, top, column, where) for column in range(len(grid.rows.get(top + heads.FIELD_ROW, ())))]
    named = [one for one in places if one.field]
    check_fields(strategy, "initiatives", named, where)
    if not {"id", "title"} & {one.field for one in named}:
        row = top + heads.FIELD_ROW
        raise DigistratError(f"{where}: row {row} no longer says which column is 'id' or 'title'", _AGAIN)
    return SheetLayout(grid, tuple(named), top + heads.HEADING_ROW + 1, method)


def _method(grid: Grid, row: int, column: int, where: str) -> str:
    name = grid.cell(row, column).text
    if name not in DECLARED:
        found = f"{in_quotes(name)} is no method" if name else "no method stands there"
        hint = did_you_mean(name, DECLARED) or f"write {in_words(DECLARED, 'or')}"
        raise DigistratError(f"{where}, {letter(column)}{row}: {found}", hint)
    return name


def _place(grid: Grid, top: int, column: int, where: str) -> Place:
    """Read what stands above one column; the weight and the maximum only of a criterion."""
    cell = grid.cell(top + heads.FIELD_ROW, column)
    if cell.problem:
        row = top + heads.FIELD_ROW
        raise DigistratError(f"{where}, {letter(column)}{row}: the name of a field {cell.problem}", _AGAIN)
    place = Place(column, grid.cell(top + heads.HEADING_ROW, column).text, cell.text)
    if not place.criterion:
        return place
    weight = stated(grid, top + heads.WEIGHT_ROW, column, "weight")
    return place._replace(weight=weight, max=stated(grid, top + heads.MAX_ROW, column, "maximum"))


def own_remarks(strategy: Strategy, layout: SheetLayout) -> Iterator[Remark]:
    """Say what a reader of our own matrix must know: another method, and columns that nobody can tell the field of."""
    sheet, scoring = layout.grid.sheet, strategy.scoring
    if scoring and layout.method != scoring.method and layout.place(heads.TOTAL):
        there, here = DECLARED[layout.method].title, DECLARED[scoring.method].title
        said = f"its totals are checked by the method that it names, {there}; scoring.yaml has {here}"
        yield Remark("note", said, sheet)
    heading_row, named = layout.first_row - 1, {one.column for one in layout.places}
    for column, cell in enumerate(layout.grid.rows.get(heading_row, ())):
        below = (cells[column] for row, cells in layout.grid.rows.items() if row > heading_row and column < len(cells))
        if column not in named and cell.text not in _INFORMS and any(not one.is_empty for one in below):
            said = "no field is named above this column, so it is not taken"
            yield Remark("note", said, sheet, (), column, cell.text)
