"""How the board itself rated its ten questions, and what changed from review to review."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from digistrat.board.judge import newest_first
from digistrat.board.questions import QUESTIONS
from digistrat.model.kinds.board import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.board.question import Question
    from digistrat.model.kinds.board import Rated, Review
    from digistrat.model.strategy import Strategy

_RATINGS: tuple[Rating, ...] = get_args(Rating)  # the best first


@dataclass(frozen=True, slots=True)
class RatedView:
    """One of the ten questions in one review; `rated` is None where the board did not come to it."""

    question: Question
    rated: Rated | None
    before: Rating | None  # in the review before; None where it was the same or is not known


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review: all ten questions in their order, and those whose rating moved."""

    review: Review
    previous: Review | None
    questions: tuple[RatedView, ...]
    better: tuple[Question, ...]
    worse: tuple[Question, ...]


def history(strategy: Strategy) -> list[ReviewView]:
    """Give every review up to today, the newest first; empty where the board has not reviewed anything."""
    return [_view(review, before) for review, before in pairwise([*newest_first(strategy), None]) if review]


def _view(review: Review, previous: Review | None) -> ReviewView:
    now, before = _by_question(review.answers), _by_question(previous.answers if previous else ())
    questions = tuple(_rated(one, now.get(one.id), before.get(one.id)) for one in QUESTIONS)
    moved = [(one, _steps(one)) for one in questions]
    better = tuple(one.question for one, steps in moved if steps > 0)
    return ReviewView(review, previous, questions, better, tuple(one.question for one, steps in moved if steps < 0))


def _by_question(answers: Iterable[Rated]) -> dict[str, Rated]:
    """Find answers by their question; of two to the same one the later written stands."""
    return {answer.question: answer for answer in answers if answer.question}


def _rated(question: Question, now: Rated | None, before: Rated | None) -> RatedView:
    has_moved = now and before and now.rating and before.rating and now.rating != before.rating
    return RatedView(question, now, before.rating if before and has_moved else None)


def _steps(view: RatedView) -> int:
    """Count by how many ratings an answer rose since the review before; below zero where it fell."""
    if not (view.before and view.rated and view.rated.rating):
        return 0
    return _RATINGS.index(view.before) - _RATINGS.index(view.rated.rating)
