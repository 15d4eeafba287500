"""Who gave which points: the cells of the scoring table in which several people or groups scored."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digistrat.score.ranking import Entry, Ranking
    from digistrat.score.table import Column

Points = dict[str, Fraction]  # by criterion


@dataclass(frozen=True, slots=True)
class Cell:
    """What several scorers gave one initiative on one criterion, in the order written."""

    entry: Entry
    column: Column
    points: Mapping[str, Fraction]  # by scorer
    full: Fraction  # the most points; in a preset, which has no maximum, the most that anybody gave

    @property
    def lowest(self) -> str:
        """Give the scorer with the fewest points, the first of several."""
        return min(self.points, key=lambda name: self.points[name])

    @property
    def highest(self) -> str:
        """Give the scorer with the most points, the first of several."""
        return max(self.points, key=lambda name: self.points[name])

    @property
    def spread(self) -> Fraction:
        """Give the most points less the fewest, as a share of the scale; higher is further apart."""
        return self.share(self.points[self.highest] - self.points[self.lowest])

    def share(self, difference: Fraction) -> Fraction:
        """Give a difference in points as a share of the scale."""
        return difference / self.full if self.full else difference * 0


def opinions(ranking: Ranking, entry: Entry) -> dict[str, Points]:
    """Give each scorer's points by criterion of the method; a name that stands twice is one scorer, with the mean."""
    known = {column.id for column in scored(ranking)}
    given: dict[str, dict[str, list[Fraction]]] = {}
    shown: dict[str, str] = {}
    for score in entry.initiative.scores:
        name = one_line(score.by)
        if name and score.criterion in known:
            who = shown.setdefault(name.casefold(), name)
            given.setdefault(who, {}).setdefault(score.criterion, []).append(Fraction(score.points))
    return {
        who: {criterion: sum(some, start=Fraction(0)) / len(some) for criterion, some in points.items()}
        for who, points in given.items()
    }


def one_spelling(found: Iterable[dict[str, Points]]) -> list[dict[str, Points]]:
    """Let a scorer have one name in all initiatives: the way it is spelt first."""
    first: dict[str, str] = {}
    return [{first.setdefault(name.casefold(), name): points for name, points in one.items()} for one in found]


def cells(ranking: Ranking, found: Iterable[tuple[Entry, Mapping[str, Points]]]) -> tuple[Cell, ...]:
    """Give every cell in which two or more scored, in the order of the ranking, then of the criteria."""
    said = list(found)
    across = scored(ranking)
    full = {column.id: column.max or _most(column.id, said) for column in across}
    made = (
        Cell(entry, column, points, full[column.id])
        for entry, by in said
        for column in across
        for points in [{who: given[column.id] for who, given in by.items() if column.id in given}]
    )
    return tuple(cell for cell in made if len(cell.points) > 1)


def scored(ranking: Ranking) -> list[Column]:
    """Give the columns that stand under `scores`, and not in a field of their own."""
    return [column for column in ranking.columns if column.id not in ranking.how.fields]


def _most(criterion: str, said: Iterable[tuple[Entry, Mapping[str, Points]]]) -> Fraction:
    given = (points[criterion] for _, by in said for points in by.values() if criterion in points)
    return max((abs(number) for number in given), default=Fraction(0))
