"""board.yaml: how the board itself rates the answers to its ten questions."""

from typing import ClassVar, Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import DeadlineField
from digistrat.model.values.owner import Owners
from digistrat.model.values.text import Many, Text

# The ten questions, in the order of the source. Source: NHS Providers, Building a digital strategy, 2021, section 2.
Question = Literal[
    "integration", "mission", "users", "services", "not-prioritising", "actions", "feedback", "system", "change", "risk"
]
Rating = Literal["assured", "partly", "not-assured"]


class Rated(Part):
    """How one question was rated, and what is to be done about it."""

    question: Question | None = None
    """Which of the ten questions it is."""
    rating: Rating | None = None
    """How sure the board is of the answer."""
    note: Text | None = None
    """Why it was rated so.

    Example: Twelve services have figures, and two have no manager yet
    """
    action: Text | None = None
    """What is to be done about it.

    Example: Name a manager for each busy service
    """
    owner: Owners = ()
    """Who sees to it.

    Example: Chief operating officer
    """
    due: DeadlineField | None = None
    """When it is to be done.

    Example: 2026-12
    """


class Review(Part):
    """One sitting in which the board went through the questions."""

    date: DateField | None = None
    """The day of the sitting.

    Example: 2026-09-24
    """
    by: Owners = ()
    """Which board or committee it was.

    Example: Trust board
    """
    answers: Many[Rated] = ()
    """How each of the ten questions was rated.

    Example: [{question: services, rating: partly, note: Two services have no manager, action: Name them, due: 2026-12}]
    """


class BoardReviews(Single):
    """How the board itself rates the answers to its ten questions, sitting by sitting."""

    good: ClassVar[tuple[str, ...]] = ("reviews",)

    reviews: Many[Review] = ()
    """The sittings in which the board went through the questions.

    Example: {date: 2026-09-24, by: Trust board, answers: [{question: risk, rating: assured, note: An outage was rehearsed in June}]}
    """
