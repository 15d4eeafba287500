"""Which dates a sentence names: by March 2028, before 2027/28, until the end of 2029."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from digistrat.model.values.date import MONTHS, Date, parse_date
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy

_MONTHS = tuple(month.lower() for month in MONTHS)
_MONTH = "|".join(f"{month}|{month[:3]}" for month in _MONTHS)
_NAMED = re.compile(
    rf"\b(?P<word>by|before|until)\s+(?:the\s+)?(?:end\s+of\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?:(?P<month>{_MONTH})\s+)?"
    rf"(?P<year>(?:fy)?\d{{4}}(?:-\w[\w-]*|[/–]\d\d)?)\b",
)


def named_dates(strategy: Strategy, sentence: str) -> Iterator[tuple[str, date, date]]:
    """Give each date named after by, before or until: the words, and the first and last day they can mean."""
    statement = one_line(sentence)
    for found in _NAMED.finditer(statement.lower()):
        text = re.sub(r"^(\d{4})[/–](\d\d)$", r"FY\1-\2", found["year"].upper())
        if found["month"]:
            number = next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(found["month"][:3]))
            text = f"{text}-{number:02}" + (f"-{int(found['day']):02}" if found["day"] else "")
        elif found["day"]:
            continue
        try:
            named = parse_date(text, strategy.context)
        except PydanticCustomError:
            continue  # no date after all
        if not _is_near(strategy, named):
            continue  # a number of something else: "by 2000 people"
        before = found["word"] == "before"
        said = statement[found.start() : found.end()]
        yield said, named.first - timedelta(1) if before else named.first, named.last


_NEAR = 10  # years around the strategy's period


def _is_near(strategy: Strategy, named: Date) -> bool:
    """Tell whether a date is one that this strategy may well name."""
    period = strategy.manifest.period
    first, last = (period.first, period.last) if period else (strategy.as_of, strategy.as_of)
    return first.year - _NEAR <= named.last.year and named.first.year <= last.year + _NEAR
