"""scoring.yaml: how initiatives are compared."""

from typing import ClassVar, Literal

from pydantic import Field

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.number import NotNegative, Number, Positive, Whole
from digistrat.model.values.quantity import PercentField
from digistrat.model.values.text import Id, Many, Text

Method = Literal["weighted", "value-effort", "rice", "ice", "ice-mean", "ice-product", "wsjf"]


class Criterion(Part):
    """What initiatives are scored on: its weight, and the most points it gives."""

    id: Id
    """The short name that scores use for it.

    Example: patient-benefit
    """
    title: Text | None = None
    """What it is called.

    Example: Benefit to patients
    """
    weight: NotNegative
    """Its swing weight: what going from no points to all of them is worth; all add up to 100.

    Example: 50
    """
    max: Positive
    """The most points that it gives.

    Example: 5
    """
    scale: dict[Number, Text] = Field(default_factory=dict)
    """What a number of points means.

    Example: {0: Patients would not notice, 3: Some would find care easier, 5: Most would find care easier or safer}
    """

    @property
    def label(self) -> str:
        """Give what people call it."""
        return self.title or self.id


class Effort(Part):
    """How effort is counted."""

    title: Text | None = None
    """What effort counts.

    Example: Weeks of work for the whole trust
    """
    max: Number | None = None
    """The most effort that can be given.

    Example: 60
    """


class Session(Part):
    """When it was scored, and by which disciplines."""

    date: DateField | None = None
    """When the scoring was done.

    Example: 2026-02-12
    """
    roles: Many[Text] = ()
    """Who scored, by role; three disciplines or more.

    Example: [Chief nurse, Director of finance, Outpatients service manager, Patient governor]
    """


class Bounds(Part):
    """The least and the most share of the effort, in per cent."""

    min: PercentField | None = None
    """The least that it may be, in per cent of the effort.

    Example: 10
    """
    max: PercentField | None = None
    """The most that it may be, in per cent of the effort.

    Example: 40
    """


class Horizon(Part):
    """Which quarters are planned."""

    start: DateField | None = Field(default=None, alias="from")
    """The first quarter that is planned.

    Example: 2027-Q1
    """
    quarters: Whole | None = None
    """How many quarters are planned.

    Example: 8
    """


class Lines(Part):
    """Where little ends and much begins, when value is set against effort."""

    value: NotNegative | None = None
    """From how much value on it is much, out of 100; 50 if left out.

    Example: 60
    """
    effort: NotNegative | None = None
    """Up to how much effort it is little; half of the most that can be given if left out.

    Example: 20
    """


class Scoring(Single):
    """How initiatives are compared: the method, the criteria and their weights, and who scored."""

    good: ClassVar[tuple[str, ...]] = ("method", "criteria", "effort", "top", "session", "mix", "plan")

    method: Method = "weighted"
    """How scores become a rank; weighted if left out.

    Example: weighted
    """
    criteria: Many[Criterion] = ()
    """What initiatives are scored on.

    Example: [{id: patient-benefit, title: Benefit to patients, weight: 60, max: 5}, {id: staff-benefit, title: Benefit to staff, weight: 40, max: 5}]
    """
    effort: Effort | None = None
    """How effort is counted.

    Example: {title: Weeks of work for the whole trust, max: 60}
    """
    top: Whole | None = None
    """How many of the first places the ranking is asked about; 3 if left out.

    Example: 5
    """
    session: Session | None = None
    """When it was scored, and by which disciplines.

    Example: {date: 2026-02-12, roles: [Chief nurse, Director of finance, Patient governor]}
    """
    mix: dict[Literal["maintain", "improve", "transform", "experiment"], Bounds] = Field(default_factory=dict)
    """The least and the most share of the effort for each sort of work, in per cent.

    Example: {maintain: {min: 10, max: 40}, transform: {min: 20}, experiment: {max: 15}}
    """
    quadrant: Lines | None = None
    """The lines that part quick wins, big bets, fill-ins and what is hard to justify.

    Example: {value: 60, effort: 20}
    """
    plan: Horizon | None = None
    """Which quarters are planned.

    Example: {from: 2027-Q1, quarters: 8}
    """
