"""The ranking as tables: each initiative with its place, its score and what that is made of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.publish.words import as_key, fill
from digistrat.score.formats.words import note, part, place
from digistrat.score.numbers import places, written
from digistrat.wording import rounded

if TYPE_CHECKING:
    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.publish.words import Words
    from digistrat.score.ranking import Entry, Ranking

_WHOLE = Fraction(100)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ranking, in words; the bar in per cent of its length, None where there is no score."""

    initiative: Initiative
    place: str
    note: str
    score: str
    bar: Fraction | None
    others: tuple[str, ...]  # under the heads beside the score


@dataclass(frozen=True, slots=True)
class RankingView:
    """How it is ranked, what stands beside each score, both tables, and what can be said of them in sentences."""

    method: str
    is_weighted: bool
    heads: tuple[str, ...]
    decided: tuple[Line, ...]
    running: tuple[Line, ...]
    sure: tuple[str, ...]  # how sure the first places are
    agree: tuple[str, ...]  # whether those who scored do


def build(answers: Answers, words: Words) -> RankingView:
    """Give what is decided already, and what is in the running, in the order of the ranking."""
    ranking = answers.ranking
    precise, full = (
        places(entry.score for entry in ranking.entries),
        ranking.full_bar((*ranking.decided, *ranking.running)),
    )

    def line(entry: Entry) -> Line:
        bar = None if entry.score is None or full <= 0 else entry.score * _WHOLE / full
        score = written(entry.score, precise)
        return Line(entry.initiative, place(entry), note(entry), score, bar, _others(ranking, entry))

    return RankingView(
        words["scoring_methods"][as_key(ranking.method)],
        ranking.how.is_weighted,
        _heads(ranking, words),
        tuple(map(line, ranking.decided)),
        tuple(map(line, ranking.running)),
        answers.robustness.sentences if answers.robustness else (),
        answers.agreement.sentences,
    )


def _is_ratio(ranking: Ranking) -> bool:
    """Tell whether the score is the value divided by the effort, so that both are shown."""
    return ranking.how.is_weighted and ranking.how.divides


def _heads(ranking: Ranking, words: Words) -> tuple[str, ...]:
    said = words["choices"]
    parts = [
        fill(said["part"], criterion=column.title, weight=rounded(column.weight))
        if ranking.how.is_weighted
        else column.title
        for column in ranking.columns
    ]
    return (*((said["value"], said["effort"]) if _is_ratio(ranking) else ()), *parts)


def _others(ranking: Ranking, entry: Entry) -> tuple[str, ...]:
    ratio = (rounded(entry.value), rounded(entry.effort, grouped=True)) if _is_ratio(ranking) else ()
    return (*ratio, *(part(ranking, entry, column.id) for column in ranking.columns))
