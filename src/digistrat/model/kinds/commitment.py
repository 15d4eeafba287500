"""Commitments: what is promised, by when, measured how."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.baseline import BaselineField
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import AFTER, DeadlineField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.field import TEXT, Lengthened
from digistrat.model.values.link import To, ToInitiative, ToMeasure, ToOutcome, ToService, ToUser
from digistrat.model.values.number import Boolean, OneToFive
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.source import Evidence, Source
from digistrat.model.values.text import Many, Text

CommitmentStatus = Literal["not-started", "on-track", "at-risk", "late", "delivered", "changed", "dropped"]


class Gauge(Part):
    """The measure that will show it: its id in measures.yaml, or one written here."""

    measure: ToMeasure | None = None
    """A measure from measures.yaml, by its id; then it needs nothing else.

    Example: booked-online
    """
    name: Text | None = None
    """What is counted, where no measure is written down for it.

    Example: Appointments booked online
    """
    unit: Text | None = None
    """What the values count.

    Example: "%"
    """
    of: Text | None = None
    """What it is a percentage of.

    Example: outpatient appointments
    """
    baseline: BaselineField | None = None
    """Where it stood before, in its unit, and when.

    Example: {value: 41, date: 2026-03-31}
    """
    target: QuantityField | None = None
    """Where it should stand when the commitment falls due, in its unit.

    Example: 70
    """
    source: Many[Source] = ()
    """Where the figures come from.

    Example: Reports of the booking system
    """


def _by_id(value: Any) -> Any:
    return {"measure": value} if isinstance(value, str) else value


class Update(Part):
    """How it stood on a day; a note alone says nothing about the status."""

    date: DateField | None = None
    """The day on which it stood so.

    Example: 2026-09-30
    """
    status: CommitmentStatus | None = None
    """How the commitment stood; left out where there is only a note."""
    note: Text | None = None
    """What happened, in a sentence.

    Example: Eleven of 19 clinics now offer it
    """
    value: QuantityField | None = None
    """Where its measure stood, in the measure's unit.

    Example: 52
    """
    evidence: Many[Evidence] = ()
    """What shows it.

    Example: {title: Report to the Trust board, date: 2026-09-24}
    """


class Change(Part):
    """What was promised before and after a change."""

    date: DateField | None = None
    """When the commitment was changed.

    Example: 2026-10-08
    """
    field: Text | None = None
    """Which of its keys was changed.

    Example: due
    """
    before: Text | None = Field(default=None, alias="from")
    """What stood there before.

    Example: 2027-09
    """
    after: Text | None = Field(default=None, alias="to")
    """What stands there now.

    Example: 2028-03
    """
    why: Text | None = None
    """Why it was changed.

    Example: The supplier delivers six months later than agreed
    """


class Commitment(Record):
    """A promise; `standing` is one without an end, `headline` one that the board has announced."""

    collection: ClassVar[str] = "commitments"
    named_by: ClassVar[str] = "statement"
    good: ClassVar[tuple[str, ...]] = (
        "because", "owner", "due", "measure", "outcomes", "initiatives", "services", "users", "updates",
    )  # fmt: skip

    statement: Text
    """What is promised, so that anyone can tell whether it was kept.

    Example: Seven appointments in ten can be booked online by March 2028
    """
    because: Text | None = None
    """Why it is promised: what is wrong today, and for whom.

    Example: Half of the people who ring to book hang up before anybody answers
    """
    outcomes: Many[ToOutcome] = ()
    """Outcomes that it brings closer.

    Example: [shorter-waits]
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that deliver it.

    Example: [online-booking, text-reminders]
    """
    services: Many[ToService] = ()
    """Services that it changes.

    Example: [outpatient-booking]
    """
    users: Many[ToUser] = ()
    """User groups that it is for.

    Example: [patients, carers]
    """
    owner: Owners = ()
    """Who answers for keeping it.

    Example: Chief operating officer
    """
    due: Annotated[DeadlineField, To("commitments", circle=True, also=AFTER)] | None = None
    """When it is due: a date, or so long after something else.

    Example: 2028-03
    """
    standing: Boolean = False
    """Whether it is a promise without an end.

    Example: true
    """
    every: DurationField | None = None
    """How often a standing promise is kept.

    Example: quarterly
    """
    applies_if: Text | None = None
    """The condition under which it holds; always if left out.

    Example: The national programme pays for the devices
    """
    measure: Many[Annotated[Gauge, Lengthened(_by_id, json=TEXT)]] = ()
    """The measure that will show it: its id in measures.yaml, or one written here.

    Example: booked-online
    """
    priority: Literal["high", "medium", "low"] | None = None
    """How much it matters beside the others."""
    confidence: OneToFive | None = None
    """How sure its owner is that it will be kept, from 1 to 5; 5 is the surest.

    Example: 4
    """
    headline: Boolean = False
    """Whether it is one of the few that the board has announced.

    Example: true
    """
    under: Annotated[str, To("commitments", circle=True)] | None = None
    """The headline commitment that it belongs to.

    Example: easier-appointments
    """
    updates: Many[Update] = ()
    """How it stood, one entry after the other; the newest counts.

    Example: {date: 2026-09-30, status: on-track, value: 52, note: Eleven of 19 clinics now offer it}
    """
    changes: Many[Change] = ()
    """What was promised before it was changed, and why it was.

    Example: {date: 2026-10-08, field: due, from: 2027-09, to: 2028-03, why: The supplier delivers later than agreed}
    """
