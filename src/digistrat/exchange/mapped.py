"""How somebody's file is laid out: which layout in exchange/ is its, and where the columns are that it names."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.errors import DigistratError, UsageError
from digistrat.exchange.grid import in_quotes, letter
from digistrat.exchange.layout import Place, SheetLayout, check_fields, stated
from digistrat.exchange.own import ours
from digistrat.model.shelf import COLLECTIONS
from digistrat.wording import did_you_mean, in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.exchange.grid import Book, Grid
    from digistrat.model.kinds.exchange import Column, Exchange
    from digistrat.model.strategy import Strategy

_SEARCHED = 50  # rows, for headings


def layouts(strategy: Strategy, book: Book, using: str) -> tuple[SheetLayout, ...]:
    """Find how a file is laid out; raises UsageError where no layout fits, DigistratError where the named one does not.

    Without a name our own matrix is known by its mark, and another file by the one layout whose headings it has.
    """
    known = _known(strategy)
    if using:
        if using not in known:
            hint = did_you_mean(using, known) or (f"there is {in_words(known)}" if known else _WRITE)
            raise UsageError(f"there is no exchange/{using}.yaml", hint)
        return (theirs(strategy, known[using], using, book),)
    own = tuple(one for grid in book.grids if (one := ours(strategy, grid)))
    if own:
        return own
    return (_fitting(strategy, book, known),)


def _fitting(strategy: Strategy, book: Book, known: Mapping[str, Exchange]) -> SheetLayout:
    """Give the one layout that fits; raises DigistratError where the only one there is nearly does."""
    fitting = []
    for name, exchange in known.items():
        try:
            fitting.append(theirs(strategy, exchange, name, book))
        except DigistratError:
            if len(known) == 1 and _resembles(book, exchange):
                raise
            continue  # it is another one's
    if len(fitting) == 1:
        return fitting[0]
    several = f"say which with --using: {in_words([one.name for one in fitting], 'or')}" if fitting else ""
    hint = several or (f"name the layout that was meant with --using: {in_words(known, 'or')}" if known else _WRITE)
    raise UsageError("this is no matrix of ours, and its layout is not known", hint)


def _resembles(book: Book, exchange: Exchange) -> bool:
    """Tell whether a row of the file has a heading that the layout names, whatever else is wrong with one of them."""
    wanted = {_folded(one.heading) for one in exchange.columns if one.heading}
    rows = (cells for grid in book.grids for row, cells in grid.rows.items() if row <= _SEARCHED)
    return any(not wanted.isdisjoint(_folded(cell.text) for cell in cells) for cells in rows)


_WRITE = "write exchange/NAME.yaml, which says what each column is; docs/excel.md has examples"


def _known(strategy: Strategy) -> dict[str, Exchange]:
    found: dict[str, Exchange] = {}
    for name, single in strategy.singles.items():
        above, _, stem = name.partition("/")
        if above == "exchange":
            found[stem] = single  # type: ignore[assignment]  # what stands in exchange/ is an Exchange
    return found


def theirs(strategy: Strategy, exchange: Exchange, name: str, book: Book) -> SheetLayout:
    """Find the columns that a layout names; raises DigistratError where one is not there, or stands twice."""
    file = exchange.at().file
    collection = exchange.collection or "initiatives"
    if collection not in COLLECTIONS:
        hint = did_you_mean(collection, COLLECTIONS) or f"write {in_words(COLLECTIONS, 'or')}"
        raise DigistratError(f"{file}: there is no collection {in_quotes(collection)}", hint)
    named = [one for one in exchange.columns if one.field and (one.heading or one.column)]
    if not named:
        raise DigistratError(f"{file} names no columns", "write 'columns: {Project: title}', heading by heading")
    grid, row = _found(book, exchange, named)
    weights, maxima = exchange.weight_row or 0, exchange.max_row or 0
    places = [_place(grid, row, one, file) for one in named]
    for number, one in enumerate(places):
        if one.criterion:
            weight = stated(grid, weights, one.column, "weight", exchange.decimal)
            most = stated(grid, maxima, one.column, "maximum", exchange.decimal)
            places[number] = one._replace(
                weight=one.weight if weight is None else weight, max=one.max if most is None else most
            )
    check_fields(strategy, collection, places, file)
    if not all(one.strip() for one in exchange.skip):
        raise DigistratError(f"{file}: every row begins with the empty word under 'skip'", "leave it out")
    method = strategy.scoring.method if strategy.scoring else "weighted"
    return SheetLayout(
        grid,
        tuple(places),
        max(row, weights, maxima) + 1,
        method,
        name,
        collection,
        exchange.constants,
        exchange.decimal,
        frozenset(exchange.skip_rows),
        tuple(exchange.skip),
    )


def _found(book: Book, exchange: Exchange, named: list[Column]) -> tuple[Grid, int]:
    """Find the sheet and the row with the headings; the best there is, for a message about what it lacks."""
    grids = [grid for grid in book.grids if not exchange.sheet or _folded(grid.sheet) == _folded(exchange.sheet)]
    if exchange.sheet and not grids and [grid.sheet for grid in book.grids] != [""]:  # a CSV file has no names
        names = [grid.sheet for grid in book.grids]
        hint = did_you_mean(exchange.sheet, names) or f"there is {in_words(map(in_quotes, names))}"
        raise DigistratError(f"the file has no sheet {in_quotes(exchange.sheet)}", hint)
    grids = grids or list(book.grids)
    wanted = {_folded(one.heading) for one in named if one.heading}
    best: tuple[int, Grid, int] | None = None
    for grid in [one for one in grids if not one.is_hidden] or grids:
        rows = [exchange.heading_row] if exchange.heading_row else [row for row in grid.rows if row <= _SEARCHED]
        for row in rows:
            here = len(wanted & {_folded(cell.text) for cell in grid.rows.get(row, ())})
            if best is None or here > best[0]:
                best = here, grid, row
    if best is None:
        raise DigistratError("the file holds nothing", "save the workbook once more")
    return best[1], best[2] if wanted else exchange.heading_row or 0


def _folded(text: str | None) -> str:
    return one_line(text or "").casefold()


def _place(grid: Grid, row: int, named: Column, file: str) -> Place:
    where = f"row {row}" + (f" of sheet {in_quotes(grid.sheet)}" if grid.sheet else "")
    written = {letter(column): cell.text for column, cell in enumerate(grid.rows.get(row, ()))}
    at = _letters(named.column or "", file)
    fits = [name for name, text in written.items() if named.heading and _folded(text) == _folded(named.heading)]
    if at and named.heading and at not in fits:
        found = f"{in_quotes(written[at])} stands there" if written.get(at) else "nothing stands there"
        raise DigistratError(f"{file}: no {in_quotes(named.heading)} in column {at} of {where}; {found}", _LOOK)
    if not at and not fits:
        near = did_you_mean(named.heading or "", [text for text in written.values() if text])
        raise DigistratError(f"{file}: no heading {in_quotes(named.heading or '')} in {where}", near or _LOOK)
    if not at and len(fits) > 1:
        said = f"{file}: {in_quotes(named.heading or '')} stands in columns {in_words(fits)} of {where}"
        raise DigistratError(said, f"say which is meant: 'column: {fits[0]}'")
    column = _index(at or fits[0])
    weight, most, out_of = (None if one is None else Fraction(one) for one in (named.weight, named.max, named.out_of))
    return Place(column, written.get(letter(column), ""), _plain(named.field or ""), weight, most, out_of)


_LOOK = "look at the file, and at 'heading_row' and 'columns' in the layout"
_LETTERS = re.compile(r"[A-Za-z]{0,3}")


def _letters(column: str, file: str) -> str:
    """Give a column's letters as a sheet has them; raises DigistratError for what is no column."""
    if not _LETTERS.fullmatch(column.strip()):  # before it is made capital: that makes two letters of some
        raise DigistratError(f"{file}: {in_quotes(column)} is no column", "write its letter, such as D")
    return column.strip().upper()


def _index(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number - 1


def _plain(name: str) -> str:
    """Take `scores.patient.score` for `scores.patient`: the points of a score with a reason."""
    return name.removesuffix(".score") if name.startswith("scores.") else name
