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
    """What was counted in one period: volumes in uses, rates in per cent, cost in the manifest's currency."""

    period: PeriodField | None = None
    volume: QuantityField | None = None
    digital_volume: QuantityField | None = None
    digital_take_up: PercentField | None = None
    cost_per_use: QuantityField | None = None
    satisfaction: PercentField | None = None
    completion_rate: PercentField | None = None
    failure_demand: PercentField | None = None
    by_channel: dict[str, QuantityField] = Field(default_factory=dict)
    source: Many[Source] = ()


class Opportunity(Part):
    """How much better it could be."""

    size: Literal["high", "medium", "low", "none"] | None = None
    note: Text | None = None


class Service(Record):
    """Something the organisation does for people, as they would name it."""

    collection: ClassVar[str] = "services"
    named_by: ClassVar[str] = "name"

    name: Text
    kind: ServiceKind | None = None
    summary: Text | None = None
    provider: Text | None = None
    owner: Owners = ()
    manager: Owners = ()
    users: Many[ToUser] = ()
    figures: Many[Figures] = ()
    quality: Text | None = None
    channels: dict[str, PercentField] = Field(default_factory=dict)
    connects: Many[ToService] = ()
    technology: Many[ToTechnology] = ()
    opportunity: Opportunity | None = None
    assisted_route: Text | None = None
    standard_met: Text | None = None
    status: Literal["live", "planned", "retired"] | None = None
