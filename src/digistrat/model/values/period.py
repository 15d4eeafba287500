"""A stretch of time: what one date names, or from one date to another."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from digistrat.model.part import Part
from digistrat.model.values.context import Context
from digistrat.model.values.date import DATE_JSON, Date, DateField, parse_date
from digistrat.model.values.field import ParsedInContext


class Period(NamedTuple):
    """From the first day of one date to the last day of another, or of the same."""

    start: Date
    end: Date

    @property
    def first(self) -> date:
        """Give its first day."""
        return self.start.first

    @property
    def last(self) -> date:
        """Give its last day."""
        return self.end.last

    def __str__(self) -> str:
        """Say it as it was written."""
        return str(self.start) if self.start == self.end else f"{self.start} to {self.end}"

    @property
    def in_words(self) -> str:
        """Say it as a reader does."""
        return self.start.in_words if self.start == self.end else f"{self.start.in_words} to {self.end.in_words}"


class _FromTo(Part):
    """The long form."""

    start: DateField = Field(alias="from")
    """Its start: the first day of what is written.

    Example: 2026-04
    """
    end: DateField = Field(alias="to")
    """Its end: the last day of what is written.

    Example: 2029-03
    """


def _parse(value: Any, context: Context) -> Period:
    """Take one date, or the map with two; the map reports its own keys."""
    if isinstance(value, Period):
        return value
    if not isinstance(value, dict):
        one = parse_date(value, context)
        return Period(one, one)
    both = _FromTo.model_validate(value, context=context)
    return Period(both.start, both.end)


def _plain(period: Period) -> str | dict[str, str]:
    return str(period.start) if period.start == period.end else {"from": str(period.start), "to": str(period.end)}


_FROM_TO = {
    "type": "object",
    "properties": {"from": DATE_JSON, "to": DATE_JSON},
    "patternProperties": {"^x-": {}},
    "required": ["from", "to"],
    "additionalProperties": False,
}
PeriodField = Annotated[Period, ParsedInContext(_parse, _plain, json={"anyOf": [DATE_JSON, _FROM_TO]})]
