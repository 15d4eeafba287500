"""mission.yaml: what the organisation wants to achieve, why, and what it will not do."""

from typing import ClassVar, Literal

from digistrat.model.part import Part, Single
from digistrat.model.record import Record
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToInitiative, ToMeasure
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.source import Source
from digistrat.model.values.text import Many, Text

Driver = Literal["capacity", "efficiency", "new-models-of-care", "raised-expectations", "safety"]
Aim = Literal["better-health", "better-care", "lower-cost", "staff-experience", "other"]


class Fact(Part):
    """A figure that speaks for change."""

    what: Text | None = None
    value: QuantityField | None = None
    unit: Text | None = None
    date: DateField | None = None
    source: Many[Source] = ()


class Outcome(Record):
    """What will be different for people."""

    collection: ClassVar[str] = "outcomes"

    title: Text
    aim: Aim | None = None
    supports: Many[Text] = ()
    measures: Many[ToMeasure] = ()


class Refusal(Part):
    """What the organisation will not do, and why."""

    what: Text | None = None
    why: Text | None = None
    asked_by: Text | None = None
    revisit: DateField | None = None
    initiatives: Many[ToInitiative] = ()


class Journey(Record):
    """What one person goes through, today and then."""

    collection: ClassVar[str] = "journeys"
    named_by: ClassVar[str] = "who"

    who: Text | None = None
    today: Text | None = None
    then: Text | None = None
    initiatives: Many[ToInitiative] = ()


class Mission(Single):
    """What mission.yaml says."""

    required: ClassVar[tuple[str, ...]] = ("mission",)

    mission: Text = ""
    vision: Text | None = None
    foreword: Text | None = None
    context: Text | None = None
    case_for_change: Text | None = None
    drivers: Many[Driver] = ()
    evidence: Many[Fact] = ()
    outcomes: Many[Outcome] = ()
    will_not: Many[Refusal] = ()
    journeys: Many[Journey] = ()
