"""scoring.yaml: how initiatives are compared."""

from typing import Literal

from pydantic import Field

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.number import NotNegative, Number, Positive, Whole
from digistrat.model.values.text import Id, Many, Text

Method = Literal["weighted", "value-effort", "rice", "ice", "wsjf"]


class Criterion(Part):
    """What initiatives are scored on: its weight, and the most points it gives."""

    id: Id
    title: Text | None = None
    weight: NotNegative
    max: Positive
    scale: dict[str, Text] = Field(default_factory=dict)

    @property
    def label(self) -> str:
        """Give what people call it."""
        return self.title or self.id


class Effort(Part):
    """How effort is counted."""

    title: Text | None = None
    max: Number | None = None


class Session(Part):
    """When it was scored, and by which disciplines."""

    date: DateField | None = None
    roles: Many[Text] = ()


class Bounds(Part):
    """The least and the most share of the effort, in per cent."""

    min: Number | None = None
    max: Number | None = None


class Horizon(Part):
    """Which quarters are planned."""

    start: DateField | None = Field(default=None, alias="from")
    quarters: Whole | None = None


class Scoring(Single):
    """What scoring.yaml says."""

    method: Method = "weighted"
    criteria: Many[Criterion] = ()
    effort: Effort | None = None
    top: Whole | None = None
    session: Session | None = None
    mix: dict[Literal["maintain", "improve", "transform", "experiment"], Bounds] = Field(default_factory=dict)
    plan: Horizon | None = None
