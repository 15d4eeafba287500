"""Benefits: what the work is worth, to whom, from when, and how anybody knows."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from digistrat.model.kinds.mission import Aim
from digistrat.model.record import Record
from digistrat.model.values.date import DateField
from digistrat.model.values.link import To, ToInitiative, ToMeasure
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import PercentField, QuantityField
from digistrat.model.values.source import Evidence
from digistrat.model.values.text import Many, Text

BenefitKind = Literal["cash-releasing", "non-cash-releasing", "quality", "safety", "social"]


class Benefit(Record):
    """A gain that somebody claims; money where no `unit` is given."""

    collection: ClassVar[str] = "benefits"
    good: ClassVar[tuple[str, ...]] = (
        "kind", "amount", "per", "from", "owner", "measure", "confidence", "method", "initiatives",
    )  # fmt: skip

    title: Text
    """What is gained.

    Example: Appointments that are no longer missed
    """
    sector: Text | None = None
    """Where it is gained: a part of the organisation, or of the community.

    Example: Outpatient care
    """
    aim: Aim | None = None
    """Which aim of health and care it serves."""
    kind: BenefitKind | None = None
    """What sort of gain it is; cash-releasing means that the money can be spent on something else.

    Example: non-cash-releasing
    """
    amount: QuantityField | None = None
    """How much it is, in its unit; money in the strategy's currency where there is no unit.

    Example: £340,000
    """
    unit: Text | None = None
    """What the amount counts, where it is not money.

    Example: clinic hours
    """
    per: Literal["year", "once"] | None = None
    """Whether the amount is gained each year or once.

    Example: year
    """
    start: DateField | None = Field(default=None, alias="from")
    """When the gain begins.

    Example: 2027-04
    """
    until: DateField | None = None
    """When it is no longer counted: the last day of what is written.

    Example: 2032-03
    """
    owner: Owners = ()
    """Who answers for the gain being made.

    Example: Chief operating officer
    """
    measure: ToMeasure | None = None
    """The measure that shows it.

    Example: missed-appointments
    """
    confidence: PercentField | None = None
    """How sure it is, in per cent; 100 is certain.

    Example: 60
    """
    method: Text | None = None
    """How the amount was worked out.

    Example: 9,700 fewer missed appointments a year, at £35 each
    """
    evidence: Many[Evidence] = ()
    """What shows that it can be had.

    Example: {title: Trial of text reminders in two clinics, date: 2026-02}
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that bring it about.

    Example: [text-reminders]
    """
    counted_in: Annotated[str, To("benefits", circle=True)] | None = None
    """The benefit that already holds this one, so that nobody adds both.

    Example: time-given-back
    """
    parts: Many[Annotated[str, To("benefits", circle=True)]] = ()
    """Benefits that add up to this one.

    Example: [fewer-missed-appointments, fewer-calls]
    """
