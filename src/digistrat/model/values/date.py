"""Dates with the precision they are written with: a day, a month, a quarter, a year, a financial year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic_core import PydanticCustomError

from digistrat.model.values.context import DEFAULT, Context
from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import ParsedInContext

if TYPE_CHECKING:
    from collections.abc import Callable

    _Parts = dict[str, str]

Precision = Literal["day", "month", "quarter", "year", "financial year", "financial quarter"]
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_HELP = "write 2027-03-31, 2027-03, 2027-Q1, 2027, FY2026-27 or FY2026-27-Q4"
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-Q(?P<quarter>[1-4]))?"
    r"|FY(?P<starts>\d{4})-(?P<ends>\d\d)(?:-Q(?P<part>[1-4]))?",
    re.ASCII,
)


class Date(NamedTuple):
    """A stretch of days, first and last included, and the text that named it."""

    text: str
    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        """Give the text that was written."""
        return self.text

    @property
    def in_words(self) -> str:
        """Say the date as a reader in Britain does; a quarter always with its months."""
        first, last = self.first, self.last
        if self.precision == "day":
            return f"{first.day} {month_of(first)} {first.year}"
        if self.precision == "month":
            return f"{month_of(first)} {first.year}"
        if self.precision == "year":
            return self.text
        return f"{self.text} ({_span_of_months(first, last)})"


def _span_of_months(first: date, last: date) -> str:
    if first.year == last.year:
        return f"{month_of(first)} to {month_of(last)} {last.year}"
    return f"{month_of(first)} {first.year} to {month_of(last)} {last.year}"


def month_of(moment: date) -> str:
    """Name a day's month, in English whatever the machine's language is."""
    return MONTHS[moment.month - 1]


def day(moment: date) -> Date:
    """Make the date of a single day."""
    return Date(moment.isoformat(), moment, moment, "day")


def parse_date(value: Any, context: Context) -> Date:
    """Read a date; raises with what can be written instead."""
    if isinstance(value, Date):
        return value
    if not isinstance(value, str):
        raise not_valid("bad-date", f"{shown(value)} is not a date", _HELP)
    return _read(value, context)


@lru_cache(maxsize=4096)  # the same few dates stand everywhere
def _read(value: str, context: Context) -> Date:
    found = _DATE.fullmatch(value)
    if not found:
        raise _no_date(f"{shown(value)} is not a date", value)
    if found["starts"] and (int(found["starts"]) + 1) % 100 != int(found["ends"]):
        right = f"FY{found['starts']}-{(int(found['starts']) + 1) % 100:02}"
        raise not_valid("bad-date", f"{value!r} is not one financial year", f"write {right}")
    try:
        return _made(value, found, context)
    except (ValueError, OverflowError):
        raise _no_date(f"there is no {value}", value) from None


def _no_date(said: str, value: str) -> PydanticCustomError:
    """Say what to write instead of a text that is no date."""
    if value.strip().lower() in _NEVER:
        return not_valid("bad-date", said, "leave it out; a promise without an end says 'standing: true'")
    if value.strip().lower() in _NOT_YET:
        return not_valid("bad-date", said, "leave it out while nobody knows it")
    meant, is_certain = _meant(value)
    help = f"write {meant}" if meant else _HELP
    return not_valid("bad-date", said, help, mend=(value, meant) if is_certain else None)


_NEVER = frozenset({"ongoing", "continuous", "continual", "rolling", "always"})
_NOT_YET = frozenset({"tbc", "tbd", "tba", "to be confirmed", "to be decided", "unknown", "n/a", "none", "?"})


def _meant(text: str) -> tuple[str, bool]:
    """Guess what people mean who write dates in their own way, and say whether it can be nothing else.

    Empty where nothing is clear, or no calendar has the day.
    """
    text = " ".join(text.lower().replace(",", " ").split())
    for pattern, written, doubt in _OWN_WAYS:
        found = re.fullmatch(pattern, text, re.ASCII)
        if not found:
            continue
        parts = found.groupdict()
        numbers = {key: int(part) for key, part in parts.items() if part and part.isdigit()}
        if "short" in numbers:
            numbers["year"] = 2000 + numbers["short"]
        if "next" in numbers and (numbers["year"] + 1) % 100 != numbers["next"]:
            continue
        month = next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(parts.get("name") or "-")), 0)
        meant = written.format(**numbers, name=month)
        return (meant, not doubt(parts)) if _is_date(meant) else ("", False)
    return "", False


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    try:
        return bool(found and _made(text, found, DEFAULT))
    except (ValueError, OverflowError):
        return False


def _never(parts: _Parts) -> bool:  # noqa: ARG001  (one of several)
    return False


def _always(parts: _Parts) -> bool:  # noqa: ARG001  (as above)
    return True


def _may_be_american(parts: _Parts) -> bool:
    """Tell a day that could be a month: 3/4/2027 is April here, and March in a file from an American program."""
    return int(parts["day"]) <= 12 and int(parts["day"]) != int(parts["month"])  # noqa: PLR2004  (months)


def _may_be_a_month(parts: _Parts) -> bool:
    """Tell 2011/12, which could be a December, and 2026-2027, which could be two years of the calendar."""
    return int(parts["next"]) <= 12 or bool(parts["century"])  # noqa: PLR2004  (months)


def _has_words(parts: _Parts) -> bool:
    """Tell 'by March 2027' and 'end of March 2027' from the month alone: what starts then does not start with it."""
    return bool(parts["words"])


_NAME = "|".join(f"{month.lower()}|{month.lower()[:3]}" for month in MONTHS)
_FY = r"(?:fy ?)?(?P<year>\d{4})[/–-](?P<century>20)?(?P<next>\d\d)"
# How people write a date, how it is written here, and when it could be another: only without a doubt is it mended.
_OWN_WAYS: tuple[tuple[str, str, Callable[[_Parts], bool]], ...] = (
    (
        r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})",
        "{year:04}-{month:02}-{day:02}",
        _may_be_american,
    ),
    (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<name>{_NAME}) (?P<year>\d{{4}})",
        "{year:04}-{name:02}-{day:02}",
        _never,
    ),
    (rf"(?:in )?(?P<words>end of |by )?(?P<name>{_NAME}) (?P<year>\d{{4}})", "{year:04}-{name:02}", _has_words),
    (r"(?P<month>\d{1,2})/(?P<year>\d{4})", "{year:04}-{month:02}", _never),
    (_FY, "FY{year:04}-{next:02}", _may_be_a_month),
    (r"q(?P<quarter>[1-4]) (?P<year>\d{4})", "{year:04}-Q{quarter}", _always),  # of which year: see ambiguous-quarter
    (rf"q(?P<quarter>[1-4]) {_FY}", "FY{year:04}-{next:02}-Q{quarter}", _never),
    (rf"{_FY} q(?P<quarter>[1-4])", "FY{year:04}-{next:02}-Q{quarter}", _never),
    (r"fy ?(?P<short>[0-6]\d)[/–-](?P<next>\d\d)", "FY{year:04}-{next:02}", _never),
    (rf"(?P<name>{_NAME})[ -](?P<short>\d\d)", "{year:04}-{name:02}", _always),  # March 27 is a day, too
    (r"(?P<year>\d{4})-(?P<month>\d)", "{year:04}-{month:02}", _always),  # a digit may be missing
    (r"(?:the )?end of (?P<year>\d{4})", "{year:04}", _always),
)


def _made(text: str, found: re.Match[str], context: Context) -> Date:
    """Make the date; raises ValueError or OverflowError where no calendar has it."""
    return _financial(text, found, context) if found["starts"] else _calendar(text, found)


def _calendar(text: str, found: re.Match[str]) -> Date:
    year = int(found["year"])
    if found["day"]:
        moment = date(year, int(found["month"]), int(found["day"]))
        return Date(text, moment, moment, "day")
    if found["month"]:
        first = date(year, int(found["month"]), 1)
        return Date(text, first, _end_of_month(first), "month")
    if found["quarter"]:
        first = date(year, int(found["quarter"]) * 3 - 2, 1)
        return Date(text, first, _end_of_month(months_later(first, 2)), "quarter")
    return Date(text, date(year, 1, 1), date(year, 12, 31), "year")


def _end_of_month(moment: date) -> date:
    return moment.replace(day=monthrange(moment.year, moment.month)[1])


def _financial(text: str, found: re.Match[str], context: Context) -> Date:
    start = date(int(found["starts"]), *context.year_starts)
    if not found["part"]:
        return Date(text, start, months_later(start, 12) - timedelta(1), "financial year")
    first = months_later(start, int(found["part"]) * 3 - 3)
    return Date(text, first, months_later(first, 3) - timedelta(1), "financial quarter")


def months_later(moment: date, months: int) -> date:
    """Go on by calendar months; the 31st becomes the last day of a shorter month. Raises ValueError past the calendar."""
    count = moment.year * 12 + moment.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(moment.day, monthrange(year, month + 1)[1]))


def months_from(moment: date, months: int) -> date:
    """Go on, or back, by calendar months, at most to the first and the last day that a calendar has."""
    try:
        return months_later(moment, months)
    except ValueError:
        return date.min if months < 0 else date.max


_YEAR = r"[0-9]{4}"
DATE_JSON = {
    "type": ["string", "integer"],  # a year alone is a number to an editor
    "minimum": 1000,
    "maximum": 9999,
    "pattern": rf"^({_YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4])?|FY{_YEAR}-[0-9]{{2}}(-Q[1-4])?)$",
}
DateField = Annotated[Date, ParsedInContext(parse_date, str, json=DATE_JSON)]
