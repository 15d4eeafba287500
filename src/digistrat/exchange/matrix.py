"""The scoring matrix as a workbook: criteria across, initiatives down, totals and ranks as live formulas."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl import Workbook

from digistrat.errors import DigistratError
from digistrat.exchange import heads as head
from digistrat.exchange import looks
from digistrat.exchange.finish import Results, finished
from digistrat.exchange.formulas import PLACES, Sheet, mean
from digistrat.exchange.grid import letter
from digistrat.exchange.manual import write_manual
from digistrat.figures.methods import DECLARED
from digistrat.figures.scores import points, standing
from digistrat.model.values.number import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from digistrat.exchange.heads import Head
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.scoring import Scoring
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.scores import Score
    from digistrat.score.ranking import Entry, Ranking

_MARK_ROW = 1
_FIRST = _MARK_ROW + head.HEADING_ROW + 1  # row of the first record
_SPARE = 20  # rows below the last one, for what is new
_RUNNING = "in the running"


class _Line(NamedTuple):
    """One row of records: an initiative, and on the scorers' sheet who scored it."""

    initiative: Initiative
    scores: tuple[Score, ...]
    standing: str = ""
    entry: Entry | None = None
    by: str = ""

    @property
    def is_by_several(self) -> bool:
        """Tell whether its points stand on the scorers' sheet."""
        return not self.by and any(score.by for score in self.scores)


def workbook(strategy: Strategy, ranking: Ranking) -> bytes:
    """Write the matrix; the same strategy gives the same bytes. Raises DigistratError where there are no criteria."""
    scoring = strategy.scoring
    if scoring is None or not ranking.columns:
        raise DigistratError("there are no criteria to make a matrix of", "write them into scoring.yaml")
    lines = _lines(strategy, ranking)
    by_scorer = [line for one in lines for line in _by_scorer(one)]
    book = Workbook()
    matrix, results = book.active, Results()
    matrix.title = head.MATRIX
    scorers = range(_FIRST, _FIRST + len(by_scorer) + _SPARE)
    _Writer(strategy, scoring, head.of_matrix(scoring), lines, results, scorers).write(matrix)
    if by_scorer:
        sheet = book.create_sheet(head.SCORERS)
        _Writer(strategy, scoring, head.of_scorers(scoring), by_scorer, results, scorers).write(sheet)
    write_manual(book.create_sheet(head.HELP), scoring)
    book.calculation.fullCalcOnLoad = True
    stream = io.BytesIO()
    book.save(stream)
    return finished(stream.getvalue(), results, f"Scoring matrix: {strategy.manifest.title}")


def _lines(strategy: Strategy, ranking: Ranking) -> list[_Line]:
    """Give every initiative in the order of the ranking, or where there is none as they are written."""
    entries = {entry.initiative.id: entry for entry in ranking.entries}
    order = {id: place for place, id in enumerate(entries)}
    initiatives = sorted(strategy.initiatives.values(), key=lambda one: order.get(one.id, len(order)))
    return [_Line(one, one.scores, standing(strategy, one), entries.get(one.id)) for one in initiatives]


def _by_scorer(line: _Line) -> list[_Line]:
    """Part an initiative's scores by who gave them, in the order written."""
    names = dict.fromkeys(score.by for score in line.scores if score.by)
    return [line._replace(by=name, scores=tuple(score for score in line.scores if score.by == name)) for name in names]


class _Writer:
    """Writes one sheet of records."""

    def __init__(
        self,
        strategy: Strategy,
        scoring: Scoring,
        heads: Sequence[Head],
        lines: Sequence[_Line],
        results: Results,
        scorers: range,
    ) -> None:
        self.strategy, self.method, self.heads, self.lines = strategy, DECLARED[scoring.method], heads, lines
        self.results, self.scorers = results, scorers
        self.rows = range(_FIRST, _FIRST + len(lines) + _SPARE)
        weights, maxima = _MARK_ROW + head.WEIGHT_ROW, _MARK_ROW + head.MAX_ROW
        self.formulas = Sheet(self.method, heads, weights, maxima, self.rows)
        own = [one.field for one in head.of_scorers(scoring)]
        self.scorers_columns = {field: letter(place) for place, field in enumerate(own)}

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
        looks.write(sheet.cell(weights, 2), "Weight")
        looks.write(sheet.cell(maxima, 2), "Most points")
        for row in (weights, maxima, _MARK_ROW + head.HEADING_ROW):
            cells = [sheet.cell(row, column) for column in range(1, len(self.heads) + 1)]
            looks.shaded(cells, is_heading=row not in {weights, maxima})

    def fill(self, cell: Any, one: Head, line: _Line | None) -> None:
        """Write what a record says in a column; a spare row has its formulas alone."""
        if one.field == head.TOTAL:
            score = line.entry.score if line and line.entry else None
            self.formula(cell, self.formulas.total(cell.row), None if score is None else plain(score))
        elif one.heading == head.RANK:
            rank = line.entry.rank if line and line.entry else None
            self.formula(cell, self.formulas.rank(cell.row, _RUNNING), rank)
        elif line and one.heading == head.STANDING:
            looks.write(cell, line.standing)
        elif line and one.criterion and line.is_by_several:
            number = points(line.initiative).get(one.criterion)
            column = self.scorers_columns[one.field]
            self.formula(cell, mean(column, cell.row, self.scorers), None if number is None else plain(number))
        elif line:
            looks.write(cell, _value(line, one.field or "title"))

    def formula(self, cell: Any, formula: str, result: float | None) -> None:
        cell.value = formula
        self.results.note(cell.parent.title, cell.coordinate, None if result is None else round(result, PLACES))


def _number(number: Decimal | None) -> int | float | None:
    return None if number is None else plain(number)


def _value(line: _Line, field: str) -> object:
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
