"""Constraints: what limits the organisation, what it does about that, and how much of a bottleneck there is."""

from typing import ClassVar, Literal

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.amounts import AvailableField
from digistrat.model.values.link import ToInitiative
from digistrat.model.values.source import Evidence
from digistrat.model.values.text import Many, Text

ConstraintKind = Literal[
    "funding", "digital-skills", "physical-infrastructure", "data-infrastructure",
    "governance", "contract", "time", "other",
]  # fmt: skip


class Response(Part):
    """What is done about it: mend it, take on less, or live with it."""

    kind: Literal["address", "limit", "accept"] | None = None
    text: Text | None = None
    initiatives: Many[ToInitiative] = ()


class Capacity(Part):
    """How much of it there is in each period, in its own unit."""

    unit: Text | None = None
    per: Literal["quarter", "year", "total"] = "quarter"
    available: AvailableField | None = None


class Constraint(Record):
    """Something that limits what can be done; a bottleneck where it has a capacity."""

    collection: ClassVar[str] = "constraints"
    named_by: ClassVar[str] = "statement"

    kind: ConstraintKind | None = None
    statement: Text
    response: Response | None = None
    capacity: Capacity | None = None
    evidence: Many[Evidence] = ()
