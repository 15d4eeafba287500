"""Research: what was done to find out what people need, with whom, and what was found."""

from typing import ClassVar, Literal

from digistrat.model.record import Record
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToNeed, ToUser
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.text import Many, Text

ResearchMethod = Literal[
    "existing-data", "shadowing", "interviews", "usability-test", "survey", "workshop", "analytics", "co-design"
]


class Research(Record):
    """A study of what people need or do."""

    collection: ClassVar[str] = "research"
    good: ClassVar[tuple[str, ...]] = ("method", "date", "participants", "users", "found", "needs")

    title: Text
    """What was done, and with whom.

    Example: Two mornings in the waiting room
    """
    method: Many[ResearchMethod] = ()
    """How it was found out.

    Example: [shadowing, interviews]
    """
    date: DateField | None = None
    """When it was done.

    Example: 2025-09
    """
    participants: QuantityField | None = None
    """How many people took part.

    Example: 31
    """
    users: Many[ToUser] = ()
    """User groups they belonged to.

    Example: [offline-patients, carers]
    """
    found: Many[Text] = ()
    """What was found, one sentence each.

    Example: [Nine people had come in person because nobody answered the phone]
    """
    needs: Many[ToNeed] = ()
    """Needs that it showed, each with its user group before it.

    Example: [patients/move-an-appointment]
    """
