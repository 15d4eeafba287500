"""Where a measure stood before: a value and its date, or the bare value."""

from typing import Annotated, Any

from digistrat.model.part import Part
from digistrat.model.values.date import DateField
from digistrat.model.values.field import Lengthened
from digistrat.model.values.quantity import QUANTITY_JSON, QuantityField


class Baseline(Part):
    """Where things stood before."""

    value: QuantityField | None = None
    """Where it stood before, in the measure's unit.

    Example: 41
    """
    date: DateField | None = None
    """When it stood there.

    Example: 2026-03-31
    """


def valued(value: Any) -> Any:
    """Take a bare amount for the value."""
    return value if value is None or isinstance(value, dict) else {"value": value}


BaselineField = Annotated[Baseline, Lengthened(valued, json=QUANTITY_JSON)]
