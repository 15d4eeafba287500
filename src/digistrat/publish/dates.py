"""Dates as a page says them, in the words of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.model.values.period import Period
from digistrat.publish.words import fill

if TYPE_CHECKING:
    from datetime import date

    from digistrat.model.values.date import Date
    from digistrat.publish.words import Words


def in_words(words: Words, when: Date | Period | None) -> str:
    """Say a date or a period as a reader does, a quarter always with its months; empty where there is none."""
    if when is None:
        return ""
    if not isinstance(when, Period):
        return _date(words, when)
    if when.start == when.end:
        return _date(words, when.start)
    return _from_to(words, _date(words, when.start), _date(words, when.end))


def span(words: Words, first: Date | None, last: Date | None) -> str:
    """Say from when to when, where one of the two may not be known; empty where neither is."""
    if first and last:
        return in_words(words, Period(first, last))
    if first:
        return fill(words["dates"]["since"], date=_date(words, first))
    return fill(words["dates"]["until"], date=_date(words, last)) if last else ""


def _date(words: Words, when: Date) -> str:
    first, last = when.first, when.last
    match when.precision:
        case "day":
            return fill(words["dates"]["day"], day=first.day, month=_month(words, first), year=first.year)
        case "month":
            return _month_and_year(words, first)
        case "year":
            return when.text
    start = _month(words, first) if first.year == last.year else _month_and_year(words, first)
    return f"{when.text} ({_from_to(words, start, _month_and_year(words, last))})"


def _month_and_year(words: Words, moment: date) -> str:
    return fill(words["dates"]["month"], month=_month(words, moment), year=moment.year)


def _month(words: Words, moment: date) -> str:
    return str(words["dates"]["months"][moment.month - 1])


def _from_to(words: Words, first: str, last: str) -> str:
    return fill(words["dates"]["from_to"], first=first, last=last)
