"""When something falls due: a date, or so long after something else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from digistrat.model.values.context import Context
from digistrat.model.values.date import DATE_JSON, Date, months_later, parse_date
from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import TEXT, ParsedInContext
from digistrat.model.values.link import To
from digistrat.model.values.number import parse_number

_UNITS = ("months", "weeks", "days")
_HELP = "write a date, or {after: the-id, months: 6}"


class After(NamedTuple):
    """So many months, weeks or days after a commitment falls due, a decision is made or an initiative ends."""

    after: str
    months: int = 0
    weeks: int = 0
    days: int = 0

    def __str__(self) -> str:
        """Say it in words."""
        parts = [(number, unit) for unit in _UNITS if (number := getattr(self, unit))]
        said = ", ".join(f"{number} {unit if number != 1 else unit[:-1]}" for number, unit in parts)
        return f"{said} after {self.after}" if said else f"with {self.after}"

    def counted_from(self, moment: Date) -> date:
        """Give the last day of the deadline: six months after September is the end of March, not its 30th.

        Raises OverflowError past the end of the calendar.
        """
        whole = 0 if moment.precision == "day" else 1  # from the day after a whole month, quarter or year
        after = months_later(moment.last + timedelta(whole), self.months) - timedelta(whole)
        return after + timedelta(days=7 * self.weeks + self.days)


Deadline = Date | After


def _parse(value: Any, context: Context) -> Deadline:
    if isinstance(value, After):
        return value
    if not isinstance(value, dict):
        return parse_date(value, context)
    unknown = [key for key in value if key not in {"after", *_UNITS} and not key.startswith("x-")]
    errors = [
        InitErrorDetails(type=PydanticCustomError("extra_forbidden", "unknown"), loc=(key,), input=None)
        for key in unknown
    ]
    if errors:
        raise ValidationError.from_exception_data("deadline", errors)
    if not isinstance(value.get("after"), str):
        raise not_valid("bad-date", "a deadline after nothing", _HELP)
    return After(value["after"], **{unit: _whole(value[unit]) for unit in _UNITS if value.get(unit) is not None})


def _whole(value: Any) -> int:
    number = parse_number(value)
    if number != int(number) or not 0 <= number <= 1200:  # noqa: PLR2004  (a hundred years)
        raise not_valid("bad-date", f"{shown(value)} is no whole number of months, weeks or days", _HELP)
    return int(number)


def _plain(deadline: Deadline) -> str | dict[str, str | int]:
    if isinstance(deadline, Date):
        return deadline.text
    return {"after": deadline.after, **{unit: number for unit in _UNITS if (number := getattr(deadline, unit))}}


_COUNT = {"type": ["integer", "string"], "minimum": 0, "maximum": 1200, "pattern": r"^[+]?[0-9]+$"}
_AFTER = {
    "type": "object",
    "properties": {"after": TEXT, **dict.fromkeys(_UNITS, _COUNT)},
    "patternProperties": {"^x-": {}},
    "required": ["after"],
    "additionalProperties": False,
}
AFTER = ("decisions", "initiatives")  # what a deadline may wait for besides a commitment
DeadlineField = Annotated[
    Deadline,
    ParsedInContext(_parse, _plain, json={"anyOf": [DATE_JSON, _AFTER]}),
    To("commitments", also=AFTER),
]
