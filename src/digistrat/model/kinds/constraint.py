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
    """Whether the limit is mended, respected or lived with."""
    text: Text | None = None
    """What is done about it, in a sentence or two.

    Example: No more than five pieces of work run at the same time
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that mend it.

    Example: [new-network]
    """


class Capacity(Part):
    """How much of it there is in each period, in its own unit."""

    unit: Text | None = None
    """What is counted.

    Example: weeks of work
    """
    per: Literal["quarter", "year", "total"] = "quarter"
    """The stretch of time that a number is for; quarter if left out."""
    available: AvailableField | None = None
    """How much there is of it, in its unit: one number for all periods, or one for each.

    Example: {2027-Q1: 44, 2027-Q2: 38}
    """


class Constraint(Record):
    """Something that limits what can be done; a bottleneck where it has a capacity."""

    collection: ClassVar[str] = "constraints"
    named_by: ClassVar[str] = "statement"
    good: ClassVar[tuple[str, ...]] = ("kind", "response", "capacity", "evidence")

    kind: ConstraintKind | None = None
    """What sort of limit it is.

    Example: digital-skills
    """
    statement: Text
    """What limits the organisation.

    Example: Four people know how to join our systems, and all work needs them
    """
    response: Response | None = None
    """What is done about it: mend it, take on less, or live with it.

    Example: {kind: limit, text: No more than five pieces of work run at the same time}
    """
    capacity: Capacity | None = None
    """How much there is of it, where pieces of work have to share it.

    Example: {unit: weeks of work, per: quarter, available: 44}
    """
    evidence: Many[Evidence] = ()
    """How that is known.

    Example: Team diary, eleven working weeks a person each quarter
    """
