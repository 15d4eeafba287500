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
    """What was counted or found.

    Example: Clinic letters that take longer than two days
    """
    value: QuantityField | None = None
    """The figure, in its unit.

    Example: 48
    """
    unit: Text | None = None
    """What the figure counts.

    Example: "% of clinic letters"
    """
    date: DateField | None = None
    """When it was counted.

    Example: 2026-03
    """
    source: Many[Source] = ()
    """Where the figure comes from.

    Example: Count of 600 letters by the medical secretaries
    """


class Outcome(Record):
    """What will be different for people."""

    collection: ClassVar[str] = "outcomes"
    good: ClassVar[tuple[str, ...]] = ("aim", "supports", "measures", "source")

    title: Text
    """What will be different, and for whom.

    Example: People wait less for a first appointment
    """
    aim: Aim | None = None
    """What it is good for.

    Example: better-care
    """
    supports: Many[Text] = ()
    """Goals of the organisation's own strategy that it supports, by id or in words.

    Example: timely-care
    """
    measures: Many[ToMeasure] = ()
    """Measures that show whether it is coming true.

    Example: [days-to-appointment, missed-appointments]
    """


class Refusal(Part):
    """What the organisation will not do, and why."""

    what: Text | None = None
    """What will not be done.

    Example: Make a patient app of our own
    """
    why: Text | None = None
    """Why it will not be done.

    Example: Most of our patients already use the NHS App
    """
    asked_by: Text | None = None
    """Who asked for it.

    Example: Surgical division
    """
    revisit: DateField | None = None
    """When the question may be asked again.

    Example: 2028-03
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that are not done because of it.

    Example: patient-app
    """


class Journey(Record):
    """What one person goes through, today and then."""

    collection: ClassVar[str] = "journeys"
    named_by: ClassVar[str] = "who"
    good: ClassVar[tuple[str, ...]] = ("today", "then", "initiatives", "source")

    who: Text | None = None
    """One person, and the moment that is told.

    Example: A daughter who has to move her father's appointment
    """
    today: Text | None = None
    """What they go through now.

    Example: She rings in her lunch break and waits twenty minutes, twice
    """
    then: Text | None = None
    """What they will go through when the work is done.

    Example: She moves it on her phone in the evening, and his transport is told
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that make the difference.

    Example: [online-booking, text-reminders]
    """


class Mission(Single):
    """What the organisation wants to achieve for people, why it has to change, and what it will not do."""

    required: ClassVar[tuple[str, ...]] = ("mission",)
    good: ClassVar[tuple[str, ...]] = (
        "vision", "context", "case_for_change", "drivers", "evidence", "outcomes", "will_not", "journeys",
    )  # fmt: skip

    mission: Text = ""
    """What it is all for, in one sentence that anyone could repeat.

    Example: Nobody waits for care because a message did not arrive
    """
    vision: Text | None = None
    """What it will be like when the strategy has worked.

    Example: By 2029 whoever meets a patient has read their story before they say hello
    """
    foreword: Text | None = None
    """A personal opening by those who lead the organisation.

    Example: This strategy is a short list of promises. Each has an owner, a number and a date.
    """
    context: Text | None = None
    """This place, its people, and how the organisation performs today.

    Example: Two hospitals, one laboratory and 400,000 people who live up to an hour apart
    """
    case_for_change: Text | None = None
    """Why things cannot stay as they are.

    Example: Four clinic letters in ten reach the family doctor after the patient does
    """
    drivers: Many[Driver] = ()
    """What pushes for change.

    Example: [capacity, safety]
    """
    evidence: Many[Fact] = ()
    """Figures that speak for change, each with its source.

    Example: {what: Clinic letters later than two days, value: 48, unit: "% of letters", date: 2026-03, source: Count of 600 letters}
    """
    outcomes: Many[Outcome] = ()
    """What will be different for people.

    Example: {id: shorter-waits, title: People wait less, aim: better-care, supports: timely-care, measures: days-to-appointment}
    """
    will_not: Many[Refusal] = ()
    """What the organisation will not do, and why.

    Example: {what: Make a patient app of our own, why: Most patients already use the NHS App, asked_by: Surgical division}
    """
    journeys: Many[Journey] = ()
    """What people go through, today and then.

    Example: {id: moving-a-visit, who: A daughter who has to move a visit, today: She rings twice in her lunch break, then: She moves it on her phone}
    """
