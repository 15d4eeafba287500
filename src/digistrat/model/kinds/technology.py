"""Technology: what runs, for what outcome, who looks after it, and what is switched off."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.date import DateField
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
    ends: DateField | None = None


class Trial(Part):
    """What happened when real users tried it."""

    date: DateField | None = None
    found: Text | None = None


class DataUse(Part):
    """Which data about people it holds, and why that is lawful."""

    personal: Boolean | None = None
    controller: Text | None = None
    lawful_basis: Text | None = None
    consent: Text | None = None
    retention: Text | None = None


class Technology(Record):
    """A system, product or platform that the organisation runs or plans."""

    collection: ClassVar[str] = "technology"
    named_by: ClassVar[str] = "name"

    name: Text
    kind: Text | None = None
    status: Literal["planned", "in-use", "retired"] | None = None
    in_use_since: DateField | None = None
    outcome: Text | None = None
    team: Text | None = None
    supplier: Text | None = None
    contract: Contract | None = None
    sourcing: Literal["build", "buy", "reuse", "blend"] | None = None
    sourcing_answers: Many[SourcingAnswer] = ()
    sourcing_reason: Text | None = None
    trial: Trial | None = None
    legacy: Boolean = False
    retire_by: DateField | None = None
    replaces: Many[Annotated[str, To("technology", circle=True)]] = ()
    standards: Many[Text] = ()
    assurance: Many[Text] = ()
    data: DataUse | None = None
