"""How long something takes, or how often it comes back."""

from __future__ import annotations

import re
from typing import Annotated, Any, NamedTuple

from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import Parsed

_DURATION = re.compile(r"(?P<number>\d{1,4}) (?P<unit>day|week|month|quarter|year)s?", re.ASCII)
_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year"}
_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}  # at the longest: nobody is late too soon


class Duration(NamedTuple):
    """A number of days, weeks, months, quarters or years, and the text that said so."""

    text: str
    number: int
    unit: str

    def __str__(self) -> str:
        """Give the text that was written."""
        return self.text

    @property
    def days(self) -> int:
        """Give the most days it can mean."""
        return self.number * _DAYS[self.unit]


def _parse(value: Any) -> Duration:
    if isinstance(value, Duration):
        return value
    if isinstance(value, str):
        if value in _OFTEN:
            return Duration(value, 1, _OFTEN[value])
        found = _DURATION.fullmatch(value)
        if found and int(found["number"]):
            return Duration(value, int(found["number"]), found["unit"])
    help = "write 2 days, 1 week, 5 months, 3 quarters, or weekly, monthly, quarterly, yearly"
    raise not_valid("bad-date", f"{shown(value)} is not a duration", help)


DURATION_JSON = {
    "type": "string",
    "pattern": rf"^({'|'.join(_OFTEN)}|[0-9]{{0,3}}[1-9][0-9]{{0,3}} (day|week|month|quarter|year)s?)$",
}
DurationField = Annotated[Duration, Parsed(_parse, str, json=DURATION_JSON)]
