"""Risks: what could go wrong, how likely and how bad, and what is done about it."""

from typing import ClassVar, Literal

from digistrat.model.record import Record
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToInitiative
from digistrat.model.values.number import OneToFive
from digistrat.model.values.owner import Owners
from digistrat.model.values.text import Many, Text

RiskKind = Literal["delivery", "cyber", "outage", "safety", "data", "people", "supplier", "inclusion"]


class Risk(Record):
    """Something that could go wrong; likelihood and impact run from 1 to 5, 5 the worst."""

    collection: ClassVar[str] = "risks"

    title: Text
    kind: RiskKind | None = None
    likelihood: OneToFive | None = None
    impact: OneToFive | None = None
    mitigation: Text | None = None
    owner: Owners = ()
    initiatives: Many[ToInitiative] = ()
    rehearsed: DateField | None = None
    next_review: DateField | None = None
    patient_safety: Text | None = None
    learning: Text | None = None
