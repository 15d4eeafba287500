"""Do those who scored agree? How far apart they are, on what, and what to talk about first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.score.agreement.cells import Cell, Points, cells, one_spelling, opinions, scored
from digistrat.score.agreement.concordance import kendall_w
from digistrat.score.agreement.data import as_data
from digistrat.score.agreement.first import first
from digistrat.score.agreement.names import alike
from digistrat.score.agreement.sentences import sentences
from digistrat.score.methods import METHODS
from digistrat.score.table import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from digistrat.score.agreement.first import First
    from digistrat.score.agreement.names import Alike
    from digistrat.score.ranking import Entry, Ranking

_FEW = 12  # scorers: of more, only the two ends of each cell are compared


class Pair(NamedTuple):
    """Two scorers, and the cell on which they differ most; `apart` is a share of the scale."""

    between: tuple[str, str]
    cell: Cell
    apart: Fraction

    @property
    def points(self) -> tuple[Fraction, Fraction]:
        """Give what each of the two gave."""
        first, second = self.between
        return self.cell.points[first], self.cell.points[second]


@dataclass(frozen=True)
class Agreement:
    """What several scorers gave to the initiatives in the running; empty but for names where fewer than two scored."""

    ranking: Ranking
    scorers: tuple[str, ...]  # in the order of the ranking
    said: tuple[tuple[Entry, Mapping[str, Points]], ...]  # by scorer, by criterion

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Give every cell in which two or more scored, in the order of the ranking, then of the criteria."""
        return cells(self.ranking, self.said)

    @cached_property
    def compared(self) -> tuple[Entry, ...]:
        """Give the initiatives that all scorers scored on all criteria, and that have a score."""
        return tuple(entry for entry, _ in self._by_all)

    @cached_property
    def complete(self) -> Mapping[str, frozenset[str]]:
        """Give, for each scorer, the ids of the initiatives that they scored on all criteria."""
        whole = {column.id for column in scored(self.ranking)}
        return {
            name: frozenset(entry.initiative.id for entry, by in self.said if whole == by.get(name, {}).keys())
            for name in self.scorers
        }

    @cached_property
    def alike(self) -> tuple[Alike, ...]:
        """Give the scorers who may be another one, misspelt."""
        return tuple(alike(self.scorers, self.said))

    @cached_property
    def kendall_w(self) -> Fraction | None:
        """Give Kendall's W over the initiatives that all scored on everything, each by their own totals.

        From 0, no common order, to 1, the same order; None where nothing can be compared.
        """
        return kendall_w([[totals[name] for _, totals in self._by_all] for name in self.scorers])

    @cached_property
    def totals(self) -> tuple[tuple[Entry, Mapping[str, Fraction]], ...]:
        """Give, for each initiative that can have a score, the own score of each who scored it on all criteria."""
        return tuple(
            (entry, {name: score for name, given in by.items() if (score := self.score(entry, given)) is not None})
            for entry, by in self.said
            if not entry.impossible
        )

    @cached_property
    def _by_all(self) -> tuple[tuple[Entry, Mapping[str, Fraction]], ...]:
        return tuple((entry, totals) for entry, totals in self.totals if len(totals) == len(self.scorers))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Give, for each two scorers, the cell on which they differ most; those furthest apart first."""
        most: dict[tuple[str, str], Pair] = {}
        places = {name: place for place, name in enumerate(self.scorers)}
        for cell in self.cells:
            for one, other in self._compared_in(cell):
                between = (one, other) if places[one] < places[other] else (other, one)
                apart = cell.share(abs(cell.points[one] - cell.points[other]))
                if between not in most or apart > most[between].apart:
                    most[between] = Pair(between, cell, apart)
        return tuple(sorted(most.values(), key=lambda pair: (-pair.apart, *(places[name] for name in pair.between))))

    def _compared_in(self, cell: Cell) -> Iterable[tuple[str, str]]:
        if len(self.scorers) <= _FEW:
            return combinations(cell.points, 2)
        return [(cell.lowest, cell.highest)] if cell.spread else []

    @cached_property
    def first(self) -> First | None:
        """Give the initiative to talk about first; None where nobody differs on anything that counts."""
        return first(self)

    def score(self, entry: Entry, given: Mapping[str, Fraction]) -> Fraction | None:
        """Score an initiative by given points alone, and by its own effort and other fields; None where one is missing."""
        result = METHODS[self.ranking.method](self.ranking.columns, row(self.ranking.how, entry.initiative, given))
        return result.score if result else None

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Say all of it to people, what to do last; nothing where fewer than two scored."""
        return tuple(sentences(self))

    def as_data(self) -> dict[str, Any]:
        """Give all of it as plain data; `apart` and `spread` are shares of the criterion's scale."""
        return as_data(self)


def agreement(ranking: Ranking) -> Agreement:
    """Compare what each scorer gave to the initiatives in the running."""
    entries = [entry for entry in ranking.running if entry.initiative.scores]
    said = one_spelling(opinions(ranking, entry) for entry in entries)
    names = tuple(dict.fromkeys(name for one in said for name in one))
    several = len(names) > 1  # one has nobody to agree with
    return Agreement(ranking, names, tuple(zip(entries, said, strict=True)) if several else ())
