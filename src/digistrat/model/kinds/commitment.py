"""Commitments: what is promised, by when, measured how."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.baseline import BaselineField
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import DeadlineField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.field import Lengthened
from digistrat.model.values.link import To, ToInitiative, ToMeasure, ToOutcome, ToService, ToUser
from digistrat.model.values.number import Boolean, OneToFive
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.source import Evidence, Source
from digistrat.model.values.text import Many, Text

CommitmentStatus = Literal["not-started", "on-track", "at-risk", "late", "delivered", "changed", "dropped"]


class Gauge(Part):
    """How one will know: a measure by its id, or one that stands here."""

    measure: ToMeasure | None = None
    name: Text | None = None
    unit: Text | None = None
    of: Text | None = None
    baseline: BaselineField | None = None
    target: QuantityField | None = None
    source: Many[Source] = ()


def _by_id(value: Any) -> Any:
    return {"measure": value} if isinstance(value, str) else value


class Update(Part):
    """How it stood on a day; a note alone says nothing about the status."""

    date: DateField | None = None
    status: CommitmentStatus | None = None
    note: Text | None = None
    value: QuantityField | None = None
    evidence: Many[Evidence] = ()


class Change(Part):
    """What was promised before and after a change."""

    date: DateField | None = None
    field: Text | None = None
    before: Text | None = Field(default=None, alias="from")
    after: Text | None = Field(default=None, alias="to")
    why: Text | None = None


class Commitment(Record):
    """A promise; `standing` is one without an end, `headline` one that the board has announced."""

    collection: ClassVar[str] = "commitments"
    named_by: ClassVar[str] = "statement"

    statement: Text
    because: Text | None = None
    outcomes: Many[ToOutcome] = ()
    initiatives: Many[ToInitiative] = ()
    services: Many[ToService] = ()
    users: Many[ToUser] = ()
    owner: Owners = ()
    due: DeadlineField | None = None
    standing: Boolean = False
    every: DurationField | None = None
    applies_if: Text | None = None
    measure: Many[Annotated[Gauge, Lengthened(_by_id)]] = ()
    priority: Literal["high", "medium", "low"] | None = None
    confidence: OneToFive | None = None
    headline: Boolean = False
    under: Annotated[str, To("commitments", circle=True)] | None = None
    updates: Many[Update] = ()
    changes: Many[Change] = ()
