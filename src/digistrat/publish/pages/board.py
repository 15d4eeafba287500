"""The board's ten questions: a checklist of two sides, and behind it all the evidence, the gaps and past reviews."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from digistrat.board.judge import State
from digistrat.publish.page import Page
from digistrat.publish.reviews import history
from digistrat.publish.statements import answers_in, signs_in, told_openly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digistrat.answers import Answers
    from digistrat.model.values.date import Date
    from digistrat.publish.statements import AnswerView
    from digistrat.publish.words import Words

_STATES: tuple[State, ...] = get_args(State)


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build both pages, which every strategy has: a question without an answer is one, too."""
    openly = told_openly(answers)
    views, found = answers_in(answers, openly), signs_in(answers, openly)
    signs = {"good": [one for one in found if one.sign.good], "bad": [one for one in found if not one.sign.good]}
    counts = Counter(view.answer.state for view in views)
    title, details = words["pages"]["board"], words["board"]["evidence_page"]
    data = {
        "views": views,
        "counts": [(state, counts[state]) for state in _STATES],
        "rated_on": _only_date(views),
        **signs,
        "details": "board/evidence.html",
    }
    yield Page("board.html", title, "board", data)
    more = {"views": views, **signs, "reviews": history(answers.strategy)}
    yield Page("board/evidence.html", details, "evidence", more, ((title, "board.html"),))


def _only_date(views: Sequence[AnswerView]) -> Date | None:
    """Give the day of which all ratings of the board are; None where they are of several, or there are none."""
    dates = {one.answer.reviewed.review.date for one in views if one.answer.reviewed}
    return dates.pop() if len(dates) == 1 else None
