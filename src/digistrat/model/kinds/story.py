"""Stories: what has been done, what is under way, what went wrong, and what people say of it."""

from typing import ClassVar, Literal

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToInitiative, ToService, ToUser
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.source import Source
from digistrat.model.values.text import Many, Text, Url


class Impact(Part):
    """What changed, in numbers."""

    what: Text | None = None
    """What changed.

    Example: Calls answered within three minutes
    """
    before: QuantityField | None = None
    """Where it stood before, in its unit.

    Example: 61
    """
    after: QuantityField | None = None
    """Where it stood afterwards, in its unit.

    Example: 84
    """
    unit: Text | None = None
    """What the numbers count.

    Example: "% of calls to the booking line"
    """
    source: Many[Source] = ()
    """Where the numbers come from.

    Example: Telephone report for October 2026
    """


class Quote(Part):
    """What somebody said, who it was, and whether they agreed to be quoted."""

    text: Text | None = None
    """What was said, word for word.

    Example: I moved my appointment at midnight, in two minutes.
    """
    by: Owners = ()
    """Who said it, as they want to be named.

    Example: A carer from one of the hill villages
    """
    role: Text | None = None
    """In what role they said it.

    Example: Carer
    """
    consent: Literal["given", "published", "not-needed"] | None = None
    """Whether they agreed to be quoted."""


class Story(Record):
    """Something that happened, told for people who were not there."""

    collection: ClassVar[str] = "stories"
    good: ClassVar[tuple[str, ...]] = ("kind", "date", "body", "services", "initiatives", "users", "impact", "quotes")

    title: Text
    """What happened, in a few words.

    Example: The morning when the phones rang out
    """
    kind: Literal["delivered", "under-way", "learning", "voice"] | None = None
    """Whether it is done, under way, a lesson, or what people say.

    Example: delivered
    """
    date: DateField | None = None
    """When it happened.

    Example: 2026-11-19
    """
    body: Text | None = None
    """The story itself, in a few short paragraphs.

    Example: In January snow closed the road, and half of the booking team could not get in.
    """
    url: Url | None = None
    """Where more of it can be read, heard or seen.

    Example: https://www.northmoor.example/stories/snow
    """
    services: Many[ToService] = ()
    """Services that it is about.

    Example: [outpatient-booking]
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that it is about.

    Example: [online-booking]
    """
    users: Many[ToUser] = ()
    """User groups that it is about.

    Example: [patients, carers]
    """
    impact: Many[Impact] = ()
    """What changed, in numbers.

    Example: {what: Calls answered within three minutes, before: 61, after: 84, unit: "% of calls", source: Telephone report}
    """
    quotes: Many[Quote] = ()
    """What people said of it.

    Example: {text: It was done in two minutes., by: A carer, role: Carer, consent: given}
    """
