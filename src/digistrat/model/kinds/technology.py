"""Technology: what runs, for what outcome, who looks after it, and what is switched off."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import DeadlineField
from digistrat.model.values.link import To
from digistrat.model.values.number import Boolean
from digistrat.model.values.text import Many, Text

# Conditions under which building, or buying, fits. Source: NHS Providers 2021, step 7.
SourcingAnswer = Literal[
    "uncertain-needs", "need-control", "point-solution", "few-providers", "impact-outweighs-support",
    "understood-needs", "commoditised", "vibrant-market",
]  # fmt: skip


class Contract(Part):
    """From when to when a supplier is bound, and we are."""

    start: DateField | None = Field(default=None, alias="from")
    """When it begins.

    Example: 2024-10
    """
    ends: DateField | None = None
    """When it ends: the last day of what is written.

    Example: 2029-09
    """


class Trial(Part):
    """What happened when real users tried it."""

    date: DateField | None = None
    """When people tried it.

    Example: 2026-02
    """
    found: Text | None = None
    """What was found.

    Example: Clerks could move an appointment in half the time
    """


class DataUse(Part):
    """Which data about people it holds, and why that is lawful."""

    personal: Boolean | None = None
    """Whether it holds data about people.

    Example: true
    """
    controller: Text | None = None
    """Which organisation decides what is done with the data.

    Example: Our own organisation
    """
    lawful_basis: Text | None = None
    """Why the law allows it.

    Example: Public task and the provision of health care
    """
    consent: Text | None = None
    """What people are asked, and what becomes of their answer.

    Example: Not relied on for care, but patients may object to wider sharing
    """
    retention: Text | None = None
    """How long the data is kept.

    Example: Eight years after the last visit
    """


class Technology(Record):
    """A system, product or platform that the organisation runs or plans."""

    collection: ClassVar[str] = "technology"
    named_by: ClassVar[str] = "name"
    good: ClassVar[tuple[str, ...]] = (
        "kind", "status", "outcome", "team", "supplier", "contract", "sourcing", "retire_by", "data",
    )  # fmt: skip

    name: Text
    """What it is called here.

    Example: Booking system
    """
    kind: Text | None = None
    """What sort of technology it is.

    Example: appointment booking
    """
    status: Literal["planned", "in-use", "retired"] | None = None
    """Whether it is to come, in use or gone.

    Example: in-use
    """
    in_use_since: DateField | None = None
    """Since when it has been in use.

    Example: 2021-04
    """
    outcome: Text | None = None
    """What it is for: what people can do thanks to it.

    Example: Clerks and patients see the same free appointments
    """
    team: Text | None = None
    """Who looks after it.

    Example: The booking systems team, led by a booking clerk
    """
    supplier: Text | None = None
    """Who sells or provides it.

    Example: Northmoor and Fells shared IT service
    """
    contract: Contract | None = None
    """From when to when both sides are bound.

    Example: {from: 2024-10, ends: 2029-09}
    """
    sourcing: Literal["build", "buy", "reuse", "blend"] | None = None
    """How we come by it.

    Example: buy
    """
    sourcing_answers: Many[SourcingAnswer] = ()
    """Which reasons to build or to buy hold here."""
    sourcing_reason: Text | None = None
    """Why it was sourced so.

    Example: Hospitals all need much the same, and several firms offer it
    """
    trial: Trial | None = None
    """What happened when the people who will use it tried it.

    Example: {date: 2026-02, found: Clerks could move an appointment in half the time}
    """
    legacy: Boolean = False
    """Whether it is old technology that should go.

    Example: true
    """
    retire_by: DeadlineField | None = None
    """When it will be switched off.

    Example: 2028-03
    """
    replaces: Many[Annotated[str, To("technology", circle=True)]] = ()
    """Technology that goes when this comes.

    Example: [old-booking-system]
    """
    standards: Many[Text] = ()
    """Standards that it follows.

    Example: [FHIR, NHS number]
    """
    assurance: Many[Text] = ()
    """What shows that it is safe and lawful.

    Example: [Clinical safety case of June 2026, Data protection impact assessment]
    """
    data: DataUse | None = None
    """Which data about people it holds, and why that is lawful.

    Example: {personal: true, controller: Our own organisation, lawful_basis: Public task, retention: Eight years}
    """
