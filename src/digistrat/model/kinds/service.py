"""Services: what the organisation does for people, how much it is used, and what a use costs."""

from typing import ClassVar, Literal

from pydantic import Field

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.link import ToService, ToTechnology, ToUser
from digistrat.model.values.owner import Owners
from digistrat.model.values.period import PeriodField
from digistrat.model.values.quantity import PercentField, QuantityField
from digistrat.model.values.source import Source
from digistrat.model.values.text import Many, Text

ServiceKind = Literal["transaction", "information", "care", "pathway", "technology", "organisation"]


class Figures(Part):
    """What was counted in one period: volumes in uses, rates in per cent, cost in the strategy's currency."""

    period: PeriodField | None = None
    """The time in which the uses were counted.

    Example: FY2025-26
    """
    volume: QuantityField | None = None
    """All uses in the period.

    Example: 48,200
    """
    digital_volume: QuantityField | None = None
    """Uses in the period that were made online.

    Example: 21,400
    """
    digital_take_up: PercentField | None = None
    """Digital uses in per cent of all uses, higher is better; worked out from the volumes if left out.

    Example: 44
    """
    cost_per_use: QuantityField | None = None
    """What one use costs, in the strategy's currency; lower is better.

    Example: £4.10
    """
    satisfaction: PercentField | None = None
    """Users who were satisfied, in per cent of those who were asked; higher is better.

    Example: 78
    """
    completion_rate: PercentField | None = None
    """Uses that were finished online, in per cent of those begun; higher is better.

    Example: 82
    """
    failure_demand: PercentField | None = None
    """Contacts because something was not done or done wrong, in per cent of all; lower is better.

    Example: 27
    """
    by_channel: dict[str, QuantityField] = Field(default_factory=dict)
    """Uses in the period by channel; they add up to the volume.

    Example: {online: 21400, phone: 24100, desk: 2700}
    """
    source: Many[Source] = ()
    """Where the figures come from.

    Example: {title: Outpatient activity report, date: 2026-05}
    """


class Opportunity(Part):
    """How much better it could be."""

    size: Literal["high", "medium", "low", "none"] | None = None
    """How much better the service could be."""
    note: Text | None = None
    """Where the opportunity lies.

    Example: More than a quarter of calls put right something that we got wrong
    """


class Service(Record):
    """Something the organisation does for people, as they would name it."""

    collection: ClassVar[str] = "services"
    named_by: ClassVar[str] = "name"
    good: ClassVar[tuple[str, ...]] = (
        "kind", "owner", "users", "figures", "quality", "channels", "technology", "opportunity",
        "assisted_route",
    )  # fmt: skip

    name: Text
    """What the people who use it call it.

    Example: Book, change or cancel an outpatient appointment
    """
    kind: ServiceKind | None = None
    """What sort of service it is.

    Example: transaction
    """
    summary: Text | None = None
    """What it does for people, in a sentence or two.

    Example: Patients and carers book, move and cancel clinic appointments
    """
    provider: Text | None = None
    """Which part of the organisation, or who else, provides it.

    Example: Outpatients division
    """
    owner: Owners = ()
    """Who answers for it.

    Example: Chief operating officer
    """
    manager: Owners = ()
    """Who runs it from day to day.

    Example: Outpatients service manager
    """
    users: Many[ToUser] = ()
    """User groups that use it.

    Example: [patients, carers]
    """
    figures: Many[Figures] = ()
    """What was counted, period by period.

    Example: {period: FY2025-26, volume: 48200, digital_volume: 21400, cost_per_use: £4.10, satisfaction: 78, failure_demand: 27}
    """
    quality: Text | None = None
    """How good it is, in words.

    Example: Easy when nothing changes, but moving an appointment takes two calls
    """
    channels: dict[str, PercentField] = Field(default_factory=dict)
    """Uses by channel, in per cent of all uses; they add up to 100.

    Example: {online: 44, phone: 50, desk: 6}
    """
    connects: Many[ToService] = ()
    """Services that it works together with.

    Example: [referrals, results-and-letters]
    """
    technology: Many[ToTechnology] = ()
    """Technology that it runs on.

    Example: [booking-system]
    """
    opportunity: Opportunity | None = None
    """How much better it could be, and where.

    Example: {size: high, note: One call in four puts right something that we got wrong}
    """
    assisted_route: Text | None = None
    """How people use it who cannot go online.

    Example: The booking line, open until eight, and a desk at each main entrance
    """
    standard_met: Text | None = None
    """Whether it meets the service standard, and how that is known.

    Example: NHS service standard, assessed in May 2026
    """
    status: Literal["live", "planned", "retired"] | None = None
    """Whether it is there already, is to come or has ended."""
