"""The rows of the matrix: one an initiative, and on the other sheet one for each of those who score it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.exchange.edits import folded
from digistrat.exchange.scorers import roles_of
from digistrat.figures.scores import standing

if TYPE_CHECKING:
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.scores import Score
    from digistrat.score.ranking import Entry, Ranking

RUNNING = "in the running"


class Line(NamedTuple):
    """One row of records: an initiative, and on the scorers' sheet who scores it."""

    initiative: Initiative
    scores: tuple[Score, ...]
    standing: str = ""
    entry: Entry | None = None
    by: str = ""

    @property
    def is_by_several(self) -> bool:
        """Tell whether its points stand on the scorers' sheet."""
        return not self.by and any(score.by for score in self.scores)


def by_initiative(strategy: Strategy, ranking: Ranking) -> list[Line]:
    """Give every initiative in the order of the ranking, or where there is none as they are written."""
    entries = {entry.initiative.id: entry for entry in ranking.entries}
    order = {id: place for place, id in enumerate(entries)}
    initiatives = sorted(strategy.initiatives.values(), key=lambda one: order.get(one.id, len(order)))
    return [Line(one, one.scores, standing(strategy, one), entries.get(one.id)) for one in initiatives]


def by_scorer(strategy: Strategy, lines: list[Line]) -> list[Line]:
    """Give a row for each who scored an initiative, then one for each role of the session that has yet to."""
    roles = roles_of(strategy)
    return [one for line in lines for one in _parted(line, roles if line.standing == RUNNING else ())]


def _parted(line: Line, roles: tuple[str, ...]) -> list[Line]:
    names = list(dict.fromkeys(score.by for score in line.scores if score.by))
    known = {folded(name) for name in names}
    names += [role for role in roles if folded(role) not in known]
    return [line._replace(by=name, scores=tuple(score for score in line.scores if score.by == name)) for name in names]
