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
    good: ClassVar[tuple[str, ...]] = (
        "kind", "likelihood", "impact", "mitigation", "owner", "initiatives", "rehearsed", "next_review",
    )  # fmt: skip

    title: Text
    """What could go wrong.

    Example: Criminals lock our systems and ask for a ransom
    """
    kind: RiskKind | None = None
    """What sort of risk it is.

    Example: cyber
    """
    likelihood: OneToFive | None = None
    """How likely it is, from 1 to 5; 5 is the most likely.

    Example: 3
    """
    impact: OneToFive | None = None
    """How bad it would be, from 1 to 5; 5 is the worst.

    Example: 5
    """
    mitigation: Text | None = None
    """What is done so that it does not happen, or harms less.

    Example: Copies are kept apart, and restored every month to see that they work
    """
    owner: Owners = ()
    """Who answers for it.

    Example: Chief digital and information officer
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that it threatens, or that make it smaller.

    Example: [new-network]
    """
    rehearsed: DateField | None = None
    """When it was last rehearsed.

    Example: 2026-06-18
    """
    next_review: DateField | None = None
    """When it is looked at again.

    Example: 2026-12-17
    """
    patient_safety: Text | None = None
    """What it would mean for patients.

    Example: Without records the emergency department would turn ambulances away
    """
    learning: Text | None = None
    """What was learned from it so far.

    Example: The phone list was kept on the very system that had failed
    """
