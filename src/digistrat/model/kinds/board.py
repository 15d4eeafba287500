"""board.yaml: how the board itself rates the answers to its ten questions."""

from typing import Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
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
    rating: Rating | None = None
    note: Text | None = None
    action: Text | None = None
    owner: Owners = ()
    due: DateField | None = None


class Review(Part):
    """One sitting in which the board went through the questions."""

    date: DateField | None = None
    by: Text | None = None
    answers: Many[Rated] = ()


class BoardReviews(Single):
    """What board.yaml says."""

    reviews: Many[Review] = ()
