"""The scoring matrix as a workbook: criteria across, initiatives down, totals and ranks as live formulas."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from digistrat.errors import DigistratError
from digistrat.exchange import heads as head
from digistrat.exchange import looks
from digistrat.exchange.finish import Results, finished
from digistrat.exchange.formulas import PLACES, Sheet, mean
from digistrat.exchange.grid import digits, letter
from digistrat.exchange.lines import RUNNING, by_initiative, by_scorer
from digistrat.exchange.manual import write_manual
from digistrat.figures.methods import DECLARED
from digistrat.figures.scores import points
from digistrat.model.values.number import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from digistrat.exchange.heads import Head
    from digistrat.exchange.lines import Line
    from digistrat.model.kinds.scoring import Scoring
    from digistrat.model.strategy import Strategy
    from digistrat.score.ranking import Ranking

_MARK_ROW = 1
_FIRST = _MARK_ROW + head.HEADING_ROW + 1  # row of the first record
_SPARE = 20  # rows below the last one, for what is new


def workbook(strategy: Strategy, ranking: Ranking) -> bytes:
    """Write the matrix; the same strategy gives the same bytes. Raises DigistratError where there are no criteria."""
    scoring = strategy.scoring
    if scoring is None or not ranking.columns:
        raise DigistratError("there are no criteria to make a matrix of", "write them into scoring.yaml")
    lines = by_initiative(strategy, ranking)
    scored = by_scorer(strategy, lines)
    book = Workbook()
    matrix, results = book.active, Results()
    matrix.title = head.MATRIX
    scorers = _Scorers(scoring, scored)
    _Writer(strategy, scoring, head.of_matrix(scoring), lines, results, scorers).write(matrix)
    if scored:
        sheet = book.create_sheet(head.SCORERS)
        _Writer(strategy, scoring, head.of_scorers(scoring), scored, results, scorers).write(sheet)
    write_manual(book.create_sheet(head.HELP), scoring, has_scorers=bool(scored))
    book.calculation.fullCalcOnLoad = True
    stream = io.BytesIO()
    book.save(stream)
    return finished(stream.getvalue(), results, f"Scoring matrix: {strategy.manifest.title}")


class _Scorers:
    """What the matrix must know of the sheet with the points of each scorer."""

    def __init__(self, scoring: Scoring, lines: Sequence[Line]) -> None:
        self.rows = range(_FIRST, _FIRST + len(lines) + _SPARE)
        self.columns = {one.field: letter(place) for place, one in enumerate(head.of_scorers(scoring))}
        self.ids = {line.initiative.id for line in lines}

    def mean(self, one: Head, row: int, line: Line) -> str:
        """Give the formula of a mean; until somebody scores there, it is what one session gave."""
        session = next((score for score in line.scores if score.criterion == one.criterion and not score.by), None)
        return mean(self.columns[one.field], row, self.rows, "" if session is None else digits(session.points))


class _Writer:
    """Writes one sheet of records."""

    def __init__(
        self,
        strategy: Strategy,
        scoring: Scoring,
        heads: Sequence[Head],
        lines: Sequence[Line],
        results: Results,
        scorers: _Scorers,
    ) -> None:
        self.strategy, self.method, self.heads, self.lines = strategy, DECLARED[scoring.method], heads, lines
        self.results, self.scorers = results, scorers
        self.rows = range(_FIRST, _FIRST + len(lines) + _SPARE)
        weights, maxima = _MARK_ROW + head.WEIGHT_ROW, _MARK_ROW + head.MAX_ROW
        self.formulas = Sheet(self.method, heads, weights, maxima, self.rows)

    def write(self, sheet: Any) -> None:
        self.head(sheet)
        for row, line in zip(self.rows, [*self.lines, *[None] * _SPARE], strict=True):
            for column, one in enumerate(self.heads, 1):
                cell = sheet.cell(row, column)
                looks.body(cell, one)
                self.fill(cell, one, line)
            texts = [None if one.is_centred else sheet.cell(row, at).value for at, one in enumerate(self.heads, 1)]
            looks.height(sheet, row, self.heads, texts)
        looks.height(sheet, _MARK_ROW + head.HEADING_ROW, self.heads, [one.heading for one in self.heads])
        looks.page(sheet, self.heads, _MARK_ROW + head.HEADING_ROW, self.rows[-1])
        looks.rules(sheet, self.heads, _MARK_ROW + head.MAX_ROW, self.rows)

    def head(self, sheet: Any) -> None:
        """Write the rows above the records; what programs read stands small."""
        says = f"{self.method.title}: {self.method.formula}. What is not known stays empty: it is not zero."
        for row, mark, text in (
            (_MARK_ROW, head.MARK, f"Scoring matrix: {self.strategy.manifest.title}"),
            (_MARK_ROW + head.METHOD_ROW, self.method.name, says),
        ):
            looks.write(sheet.cell(row, 1), mark)
            looks.small(sheet.cell(row, 1))
            looks.write(sheet.cell(row, 2), text)
        looks.title(sheet.cell(_MARK_ROW, 2))
        weights, maxima = _MARK_ROW + head.WEIGHT_ROW, _MARK_ROW + head.MAX_ROW
        for column, one in enumerate(self.heads, 1):
            looks.write(sheet.cell(_MARK_ROW + head.FIELD_ROW, column), one.field)
            looks.small(sheet.cell(_MARK_ROW + head.FIELD_ROW, column))
            looks.write(sheet.cell(weights, column), _number(one.weight))
            looks.write(sheet.cell(maxima, column), _number(one.max))
            looks.write(sheet.cell(_MARK_ROW + head.HEADING_ROW, column), one.heading)
        if len(self.formulas.weighted) and head.TOTAL in self.formulas.columns:
            self.weights(sheet.cell(weights, [one.field for one in self.heads].index(head.TOTAL) + 1))
        looks.write(sheet.cell(weights, 2), "Weight")
        looks.write(sheet.cell(maxima, 2), "Most points")
        for row in (weights, maxima, _MARK_ROW + head.HEADING_ROW):
            cells = [sheet.cell(row, column) for column in range(1, len(self.heads) + 1)]
            looks.shaded(cells, is_heading=row not in {weights, maxima})

    def weights(self, cell: Any) -> None:
        """Add up the weights, which should make 100."""
        self.formula(cell, self.formulas.weights(), float(sum(one.weight or 0 for one in self.heads)))
        looks.out_of_hundred(cell)

    def fill(self, cell: Any, one: Head, line: Line | None) -> None:
        """Write what a record says in a column; a spare row has its formulas alone."""
        if one.field == head.TOTAL:
            score = line.entry.score if line and line.entry else None
            self.formula(cell, self.formulas.total(cell.row), None if score is None else plain(score))
        elif one.heading == head.RANK:
            rank = line.entry.rank if line and line.entry else None
            self.formula(cell, self.formulas.rank(cell.row, RUNNING), rank)
        elif line and one.heading == head.STANDING:
            looks.write(cell, line.standing)
        elif line and one.criterion and not line.by and line.initiative.id in self.scorers.ids:
            number = points(line.initiative).get(one.criterion)
            self.formula(cell, self.scorers.mean(one, cell.row, line), None if number is None else plain(number))
        elif line:
            looks.write(cell, _value(line, one.field))

    def formula(self, cell: Any, formula: str, result: float | None) -> None:
        cell.value = formula
        self.results.note(cell.parent.title, cell.coordinate, None if result is None else round(result, PLACES))


def _number(number: Decimal | None) -> int | float | None:
    return None if number is None else plain(number)


def _value(line: Line, field: str) -> object:
    """Give what a record says in a field, as a cell holds it; None where it says nothing."""
    if field == head.BY:
        return line.by
    if field == "choice":
        return line.initiative.choice.decision
    above, _, rest = field.partition(".")
    if above != "scores":
        value = getattr(line.initiative, field)
        return value if value is None or isinstance(value, str) else plain(value)
    criterion, _, is_why = rest.partition(".")
    score = next((one for one in line.scores if one.criterion == criterion), None)
    if score is None or (is_why and line.is_by_several):
        return None
    return (score.why or None) if is_why else plain(score.points)
