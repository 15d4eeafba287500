"""Numbers and booleans as the format has them: exact decimals, and only `true` and `false`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import Checked, Parsed

if TYPE_CHECKING:
    from fractions import Fraction

_NUMBER = re.compile(r"[+-]?(?=\.?\d)\d*(?:\.\d*)?")
_MOST_DIGITS = 15  # what a double carries, and with it every spreadsheet


def parse_number(value: Any) -> Decimal:
    """Read decimal digits, a sign and one point; raises on anything else."""
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or not _NUMBER.fullmatch(value) or not value.isascii():
        help = "write digits only, such as 1200 or 2.5"
        raise not_valid("wrong-type", f"expected a number, found {shown(value)}", help)
    if sum(character.isdigit() for character in value) > _MOST_DIGITS:
        raise not_valid("wrong-type", f"a number of more than {_MOST_DIGITS} digits", "round it")
    return Decimal(value)


def plain(number: Decimal | Fraction) -> int | float:
    """Give the JSON number: an integer where it is whole."""
    return int(number) if number == int(number) else float(number)


def _parse_boolean(value: Any) -> bool:
    if value == "true":
        return True
    if value == "false":
        return False
    raise not_valid("wrong-type", f"expected true or false, found {shown(value)}", "write true or false")


def _not_negative(number: Decimal) -> Decimal:
    if number < 0:
        raise not_valid("bad-value", f"{number:f} is less than nothing", "write 0 or more")
    return number


def _positive(number: Decimal) -> Decimal:
    if number <= 0:
        raise not_valid("bad-value", f"{number:f} is no maximum", "write more than 0")
    return number


def between(least: int, most: int) -> Any:
    """Make the validator of a whole number in a range."""

    def parse(value: Any) -> int:
        number = parse_number(value)
        if number != number.to_integral_value() or not least <= number <= most:
            help = f"write a whole number from {least} to {most}"
            raise not_valid("bad-value", f"{shown(value)} is not from {least} to {most}", help)
        return int(number)

    json = {"type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": r"^[+]?[0-9]+$"}
    return Parsed(parse, json=json)


NUMBER_JSON = {"type": ["number", "string"], "pattern": r"^[+-]?(?=\.?[0-9])[0-9]*(\.[0-9]*)?$"}
Number = Annotated[Decimal, Parsed(parse_number, plain, json=NUMBER_JSON)]
NotNegative = Annotated[Number, Checked(_not_negative, json={"minimum": 0})]
Positive = Annotated[Number, Checked(_positive, json={"exclusiveMinimum": 0})]
BOOLEAN_JSON = {"enum": [True, False, "true", "false"]}
Boolean = Annotated[bool, Parsed(_parse_boolean, json=BOOLEAN_JSON)]
Whole = Annotated[int, between(0, 10**_MOST_DIGITS)]
OneToFive = Annotated[int, between(1, 5)]
