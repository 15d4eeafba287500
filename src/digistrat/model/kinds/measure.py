"""Measures: what is counted, where it stood, where it stands and where it should."""

from typing import Annotated, ClassVar, Literal

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.baseline import BaselineField, valued
from digistrat.model.values.date import DateField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.field import Lengthened
from digistrat.model.values.link import ToService
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.text import Many, Text

Group = Literal[
    "take-up", "cost", "satisfaction", "failure-demand", "safety", "awareness", "audience", "reach",
    "share-of-voice", "participation", "influence", "advocacy", "other",
]  # fmt: skip


class Target(Part):
    """Where the measure should stand, and by when."""

    value: QuantityField | None = None
    by: DateField | None = None


class Reading(Part):
    """What was measured on a date: a value, or a count out of a total."""

    date: DateField | None = None
    value: QuantityField | None = None
    count: QuantityField | None = None
    out_of: QuantityField | None = None
    note: Text | None = None


class Measure(Record):
    """Something counted again and again in the same way."""

    collection: ClassVar[str] = "measures"
    named_by: ClassVar[str] = "name"

    name: Text
    unit: Text | None = None
    of: Text | None = None
    better: Literal["higher", "lower"] = "higher"
    kind: Literal["outcome", "leading", "lagging", "delivery", "engagement"] | None = None
    group: Group | None = None
    service: ToService | None = None
    figure: Text | None = None
    baseline: BaselineField | None = None
    targets: Many[Annotated[Target, Lengthened(valued)]] = ()
    readings: Many[Reading] = ()
    owner: Owners = ()
    every: DurationField | None = None
