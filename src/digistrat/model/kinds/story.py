"""Stories: what has been done, what is under way, what went wrong, and what people say of it."""

from typing import ClassVar, Literal

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToInitiative, ToService, ToUser
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.source import Source
from digistrat.model.values.text import Many, Text, Url


class Impact(Part):
    """What changed, in numbers."""

    what: Text | None = None
    before: QuantityField | None = None
    after: QuantityField | None = None
    unit: Text | None = None
    source: Many[Source] = ()


class Quote(Part):
    """What somebody said, who it was, and whether they agreed to be quoted."""

    text: Text | None = None
    by: Text | None = None
    role: Text | None = None
    consent: Literal["given", "published", "not-needed"] | None = None


class Story(Record):
    """Something that happened, told for people who were not there."""

    collection: ClassVar[str] = "stories"

    title: Text
    kind: Literal["delivered", "under-way", "learning", "voice"] | None = None
    date: DateField | None = None
    body: Text | None = None
    url: Url | None = None
    services: Many[ToService] = ()
    initiatives: Many[ToInitiative] = ()
    users: Many[ToUser] = ()
    impact: Many[Impact] = ()
    quotes: Many[Quote] = ()
