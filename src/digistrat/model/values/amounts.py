"""Amounts by name or by period: one flat number, a map, or a list."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from digistrat.model.values.context import Context
from digistrat.model.values.date import DATE_JSON, Date, parse_date
from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import Parsed, ParsedInContext
from digistrat.model.values.number import NUMBER_JSON, parse_number, plain


class Available(NamedTuple):
    """How much there is: the same in each period, or a number for each period named."""

    each: Decimal | None = None
    by_period: tuple[tuple[Date, Decimal], ...] = ()


def _parse(value: Any, context: Context) -> Available:
    if isinstance(value, Available):
        return value
    if isinstance(value, list):
        raise not_valid("wrong-type", "expected a number, found a list", "write a number, or a map of period to number")
    if not isinstance(value, dict):
        return Available(each=parse_number(value))
    errors, periods = [], []
    for name, amount in value.items():
        if amount is None:
            continue  # not known
        try:
            periods.append((parse_date(name, context), parse_number(amount)))
        except PydanticCustomError as error:
            errors.append(InitErrorDetails(type=error, loc=(name,), input=None))
    if errors:
        raise ValidationError.from_exception_data("available", errors)
    return Available(by_period=tuple(periods))


def _plain(available: Available) -> int | float | dict[str, int | float] | None:
    if available.by_period:
        return {str(period): plain(amount) for period, amount in available.by_period}
    return None if available.each is None else plain(available.each)


_AVAILABLE = {
    "anyOf": [
        NUMBER_JSON,
        {
            "type": "object",
            "propertyNames": {"pattern": DATE_JSON["pattern"]},
            "additionalProperties": {**NUMBER_JSON, "type": ["number", "string", "null"]},
        },
    ]
}
AvailableField = Annotated[Available, ParsedInContext(_parse, _plain, json=_AVAILABLE)]


def parse_amounts(value: Any) -> tuple[Decimal, ...]:
    """Read one amount for the whole work, or a list with one for each quarter."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, dict):
        raise not_valid(
            "wrong-type", f"expected a number, found {shown(value)}", "write a number, or one for each quarter"
        )
    return tuple(parse_number(amount) for amount in (value if isinstance(value, list) else [value]))


_AMOUNTS = {"anyOf": [NUMBER_JSON, {"type": "array", "items": NUMBER_JSON}]}
AmountsField = Annotated[
    tuple[Decimal, ...], Parsed(parse_amounts, lambda amounts: [plain(one) for one in amounts], json=_AMOUNTS)
]
