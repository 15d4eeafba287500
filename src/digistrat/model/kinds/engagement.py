"""engagement.yaml: how people are reached, heard and answered, for how long, and with what."""

from typing import Literal

from pydantic import Field

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.link import ToMeasure, ToOutcome, ToUser
from digistrat.model.values.number import Number
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.text import Id, Many, Text

Extent = Literal["high", "medium", "low"]


class Objective(Part):
    """What engaging people is for, and which process takes up what they say."""

    title: Text | None = None
    supports: Many[ToOutcome] = ()
    measures: Many[ToMeasure] = ()
    process: Text | None = None


class Audience(Part):
    """People one wants to reach: where they already meet, what they want, and what they are offered."""

    group: Text | None = None
    users: Many[ToUser] = ()
    why: Text | None = None
    size: QuantityField | None = None
    gathers_at: Many[Text] = ()
    wants: Many[Text] = ()
    offer: Many[Text] = ()


class Stakeholder(Part):
    """Somebody whose interest or influence counts, and how they are approached."""

    who: Text | None = None
    interest: Extent | None = None
    influence: Extent | None = None
    approach: Text | None = None


class Means(Part):
    """What engagement is done with, and for how long it lasts."""

    what: Text | None = None
    kind: Literal["staff", "money", "tool", "partner"] | None = None
    hours_per_week: Number | None = None
    until: DateField | None = None
    owner: Owners = ()


class Listening(Part):
    """From when and how one listens."""

    start: DateField | None = Field(default=None, alias="from")
    how: Text | None = None


class Answering(Part):
    """How soon people get an answer, and from whom."""

    within: DurationField | None = None
    owner: Owners = ()


class Trying(Part):
    """A small thing that was tried: when, with what result, and what came next."""

    id: Id | None = None
    tried: Text | None = None
    date: DateField | None = None
    result: Text | None = None
    next: Text | None = None


class Privacy(Part):
    """Why listening is lawful, and where people are told about it."""

    lawful_basis: Text | None = None
    notice: Text | None = None


class Engagement(Single):
    """What engagement.yaml says."""

    objectives: Many[Objective] = ()
    starts: DateField | None = None
    people: Many[Audience] = ()
    stakeholders: Many[Stakeholder] = ()
    resources: Many[Means] = ()
    policy: Text | None = None
    listen: Listening | None = None
    respond: Answering | None = None
    measures: Many[ToMeasure] = ()
    experiments: Many[Trying] = ()
    privacy: Privacy | None = None
