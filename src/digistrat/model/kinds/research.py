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

    title: Text
    method: Many[ResearchMethod] = ()
    date: DateField | None = None
    participants: QuantityField | None = None
    users: Many[ToUser] = ()
    found: Many[Text] = ()
    needs: Many[ToNeed] = ()
