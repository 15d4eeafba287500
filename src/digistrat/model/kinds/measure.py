"""Measures: what is counted, where it stood, where it stands and where it should."""

from typing import Annotated, ClassVar, Literal

from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.baseline import BaselineField, valued
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import DeadlineField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.field import Lengthened
from digistrat.model.values.link import ToService
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QUANTITY_JSON, QuantityField
from digistrat.model.values.text import Many, Text

Group = Literal[
    "take-up", "cost", "satisfaction", "failure-demand", "safety", "awareness", "audience", "reach",
    "share-of-voice", "participation", "influence", "advocacy", "other",
]  # fmt: skip


class Target(Part):
    """Where the measure should stand, and by when."""

    value: QuantityField | None = None
    """Where it should stand, in the measure's unit.

    Example: 70
    """
    by: DeadlineField | None = None
    """When it should stand there.

    Example: 2028-03
    """


class Reading(Part):
    """What was measured on a date: a value, or a count out of a total."""

    date: DateField | None = None
    """When it was counted.

    Example: 2026-09-30
    """
    value: QuantityField | None = None
    """What was counted, in the measure's unit.

    Example: 52
    """
    count: QuantityField | None = None
    """How many there were, where the share is to be worked out.

    Example: 25100
    """
    out_of: QuantityField | None = None
    """How many there could have been, all in all.

    Example: 48200
    """
    note: Text | None = None
    """What a reader should know about it.

    Example: Eleven of 19 clinics
    """


class Measure(Record):
    """Something counted again and again in the same way."""

    collection: ClassVar[str] = "measures"
    named_by: ClassVar[str] = "name"
    good: ClassVar[tuple[str, ...]] = (
        "unit", "of", "better", "kind", "baseline", "targets", "readings", "owner", "every",
    )  # fmt: skip

    name: Text
    """What is counted.

    Example: Appointments booked online
    """
    unit: Text | None = None
    """What the values count.

    Example: "%"
    """
    of: Text | None = None
    """What it is a percentage of.

    Example: outpatient appointments
    """
    better: Literal["higher", "lower"] = "higher"
    """Whether a higher or a lower value is better; higher if left out.

    Example: higher
    """
    kind: Literal["outcome", "leading", "lagging", "delivery", "engagement"] | None = None
    """Whether it shows the result itself, or an early or late sign of it.

    Example: outcome
    """
    group: Group | None = None
    """What sort of thing it tells about."""
    service: ToService | None = None
    """The service that it tells about.

    Example: outpatient-booking
    """
    figure: Text | None = None
    """The service's figure from which the readings are taken.

    Example: digital_take_up
    """
    baseline: BaselineField | None = None
    """Where it stood before the work, in its unit, and when.

    Example: {value: 41, date: 2026-03-31}
    """
    targets: Many[Annotated[Target, Lengthened(valued, json=QUANTITY_JSON)]] = ()
    """Where it should stand, in its unit, and by when.

    Example: [{value: 55, by: 2027-03}, {value: 70, by: 2028-03}]
    """
    readings: Many[Reading] = ()
    """What was counted, one entry after the other.

    Example: [{date: 2026-06-30, value: 47}, {date: 2026-09-30, count: 25100, out_of: 48200}]
    """
    owner: Owners = ()
    """Who answers for the figures.

    Example: Outpatients service manager
    """
    every: DurationField | None = None
    """How often it is counted.

    Example: quarterly
    """
