"""Numbers as people write them into a sheet: with a decimal comma, between thousands, in per cent."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from digistrat.exchange.grid import digits, in_quotes

if TYPE_CHECKING:
    from digistrat.exchange.grid import Cell

_BLANKS = " \u00a0\u202f"  # what stands between thousands: a space, one that does not break, a narrow one
_WRITTEN = {
    "point": re.compile(rf"[+-]?(?:\d{{1,3}}(?:[,{_BLANKS}']\d{{3}})+|\d+)?(?:\.\d+)?"),
    "comma": re.compile(rf"[+-]?(?:\d{{1,3}}(?:[.{_BLANKS}']\d{{3}})+|\d+)?(?:,\d+)?"),
}
_GROUPS = {"point": re.compile(rf"[,{_BLANKS}']"), "comma": re.compile(rf"[.{_BLANKS}']")}
_OTHER = {"point": "comma", "comma": "point"}
_SHOWN_AT_MOST = 9  # decimals: a double keeps no more of a score
_SIGNIFICANT = 17  # digits: no double needs more to be written. Source: IEEE 754, binary64
_LENGTH = 40  # characters: the smallest residue that a spreadsheet's rounding leaves is shorter


class Number(NamedTuple):
    """A number, and how far off it may be because it was rounded to be shown."""

    value: Decimal
    slack: Decimal


def number_in(cell: Cell, decimal: str) -> Number | str:
    """Read a cell as a number, or say why it is none."""
    if isinstance(cell.value, Decimal):
        return _checked(cell.value, cell.decimals)
    text = cell.text.replace("−", "-").removesuffix("%").strip()
    if not any(character.isdigit() for character in text) or not _WRITTEN[decimal].fullmatch(text):
        other = _OTHER[decimal]
        hint = f", or 'decimal: {other}' into the layout" if _WRITTEN[other].fullmatch(text) and text else ""
        return f"holds {in_quotes(cell.text)} where a number belongs; write a number{hint}"
    return _checked(Decimal(_GROUPS[decimal].sub("", text).replace(",", ".")), None)


def _checked(value: Decimal, decimals: int | None) -> Number | str:
    """Refuse a number that nobody can have meant: it would take long to count with, and could not be shown."""
    written = digits(value)
    significant = sum(character.isdigit() for character in written.lstrip("-0."))
    if significant > _SIGNIFICANT or len(written) > _LENGTH:
        return f"holds {in_quotes(written)}, a number of more than {_SIGNIFICANT} digits; round it"
    return Number(value, _half(value, decimals))


def _half(value: Decimal, decimals: int | None) -> Decimal:
    """Give half of the last place that is shown."""
    exponent = value.as_tuple().exponent
    written = -exponent if isinstance(exponent, int) else 0
    places = min(max(written, 0), _SHOWN_AT_MOST) if decimals is None else decimals
    return Decimal(5).scaleb(-places - 1)
