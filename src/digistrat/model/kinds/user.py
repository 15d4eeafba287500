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

    need: Text | None = None
    evidence: Many[Evidence] = ()
    observed: Boolean | None = None
    size: QuantityField | None = None
    services: Many[ToService] = ()
    priority: Priority | None = None


class User(Record):
    """A group of people who use what the organisation offers."""

    collection: ClassVar[str] = "users"
    named_by: ClassVar[str] = "name"

    name: Text
    kind: UserKind | None = None
    number: QuantityField | None = None
    within: Annotated[str, To("users", circle=True)] | None = None
    summary: Text | None = None
    reach: Literal["mainstream", "specific"] | None = None
    digitally_excluded: PercentField | None = None
    access_needs: Many[Text] = ()
    needs: Many[Need] = ()
