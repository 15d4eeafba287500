"""User groups: who the strategy is for, what they need, and how that is known."""

from typing import Annotated, ClassVar, Literal

from digistrat.model.record import Record
from digistrat.model.values.link import To, ToService
from digistrat.model.values.number import Boolean
from digistrat.model.values.quantity import PercentField, QuantityField
from digistrat.model.values.source import Evidence
from digistrat.model.values.text import Many, Text

UserKind = Literal["patient", "carer", "public", "service-user", "business", "clinician", "staff", "partner", "other"]
Priority = Literal["high", "medium", "low"]


class Need(Record):
    """What people of a group need, and the evidence; `observed` says that somebody watched it."""

    collection: ClassVar[str] = "needs"
    named_by: ClassVar[str] = "need"
    good: ClassVar[tuple[str, ...]] = ("evidence", "observed", "size", "services", "priority")

    need: Text | None = None
    """What they need, in their words and without naming a product.

    Example: Move an appointment without ringing in working hours
    """
    evidence: Many[Evidence] = ()
    """How that is known.

    Example: {title: Reasons for calls to the booking line, date: 2026-01}
    """
    observed: Boolean | None = None
    """Whether somebody watched it, rather than only heard of it.

    Example: true
    """
    size: QuantityField | None = None
    """How many people have it.

    Example: about 9,700
    """
    services: Many[ToService] = ()
    """Services that meet it.

    Example: [outpatient-booking]
    """
    priority: Priority | None = None
    """How much it matters beside their other needs.

    Example: high
    """


class User(Record):
    """A group of people who use what the organisation offers."""

    collection: ClassVar[str] = "users"
    named_by: ClassVar[str] = "name"
    good: ClassVar[tuple[str, ...]] = (
        "kind", "number", "summary", "reach", "digitally_excluded", "access_needs", "needs",
    )  # fmt: skip

    name: Text
    """What the group is called.

    Example: Carers
    """
    kind: UserKind | None = None
    """What sort of people they are.

    Example: carer
    """
    number: QuantityField | None = None
    """How many people belong to it.

    Example: about 43,000
    """
    within: Annotated[str, To("users", circle=True)] | None = None
    """The larger group that it is part of; the two are never added up.

    Example: public
    """
    summary: Text | None = None
    """Who they are and what matters to them, in a sentence or two.

    Example: People who look after somebody without being paid for it
    """
    reach: Literal["mainstream", "specific"] | None = None
    """Whether what suits most people suits them, or their needs are specific.

    Example: specific
    """
    digitally_excluded: PercentField | None = None
    """People who cannot go online, in per cent of the group.

    Example: 14
    """
    access_needs: Many[Text] = ()
    """What some of them need to be able to use a service.

    Example: [Large print, British Sign Language, Somebody to do it with]
    """
    needs: Many[Need] = ()
    """What they need.

    Example: {id: move-an-appointment, need: Move a visit without ringing, evidence: Interviews with 14 carers, observed: true, priority: high}
    """
