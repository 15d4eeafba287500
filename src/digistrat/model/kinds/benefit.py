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

    title: Text
    sector: Text | None = None
    aim: Aim | None = None
    kind: BenefitKind | None = None
    amount: QuantityField | None = None
    unit: Text | None = None
    per: Literal["year", "once"] | None = None
    start: DateField | None = Field(default=None, alias="from")
    until: DateField | None = None
    owner: Owners = ()
    measure: ToMeasure | None = None
    confidence: PercentField | None = None
    method: Text | None = None
    evidence: Many[Evidence] = ()
    initiatives: Many[ToInitiative] = ()
    counted_in: Annotated[str, To("benefits", circle=True)] | None = None
    parts: Many[Annotated[str, To("benefits", circle=True)]] = ()
