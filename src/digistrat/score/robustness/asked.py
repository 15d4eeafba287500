"""What a ranking asks of robustness: the one place that knows how a ranking is made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digistrat.score.robustness.comparison import Comparison, Profile, compare
from digistrat.score.robustness.phrases import Titles
from digistrat.score.table import per_weight, row
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from digistrat.score.ranking import Entry, Ranking


def comparison_of(ranking: Ranking) -> Comparison | None:
    """Compare those in the running that have a score; None where there is none, or no place is asked about."""
    ranked = [(entry, entry.score) for entry in ranking.running if entry.score is not None]
    if not ranked or ranking.top < 1:
        return None
    profiles = [Profile(one.initiative.id, _numbers(ranking, one), score) for one, score in ranked]
    weights = [column.weight for column in ranking.columns] if ranking.how.is_weighted else []
    return compare([column.id for column in ranking.columns], weights, profiles, ranking.top)


def _numbers(ranking: Ranking, entry: Entry) -> tuple[Fraction, ...]:
    """Give what the weights multiply, so that a score is a straight line in each; of a preset what its formula takes."""
    if not ranking.how.is_weighted:
        return tuple(-number if name == "effort" else number for name, number in entry.parts.items())
    return per_weight(ranking.how, ranking.columns, row(ranking.how, entry.initiative))


def titles_of(ranking: Ranking) -> Titles:
    """Give what people call what is compared; where two are called the same, with their ids."""
    criteria = {column.id: one_line(column.title) for column in ranking.columns}
    initiatives = {entry.initiative.id: one_line(entry.initiative.title) for entry in ranking.running}
    return Titles(_told_apart(criteria), _told_apart(initiatives), ranking.how.title)


def _told_apart(titles: Mapping[str, str]) -> dict[str, str]:
    times = Counter(titles.values())
    return {name: title if times[title] == 1 else f"{title} ({name})" for name, title in titles.items()}
