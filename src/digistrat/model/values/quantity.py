"""Amounts as people write them: `1,200`, `82%`, `£1.2m`, `about 3 million`, compared as they were meant."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal, NamedTuple

from digistrat.model.values.context import Context
from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import ParsedInContext
from digistrat.model.values.interval import Interval
from digistrat.model.values.number import plain

Modality = Literal["exactly", "about", "at least", "up to", "over"]
_WORDS: dict[str, Modality] = {
    "about": "about",
    "around": "about",
    "circa": "about",
    "nearly": "about",
    "at least": "at least",
    "up to": "up to",
    "over": "over",
    "more than": "over",
    "in excess of": "over",
}
_SCALES = {
    "k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12,
}  # fmt: skip
SIGNS = {"£": "GBP", "$": "USD", "€": "EUR"}


def sign_of(currency: str) -> str:
    """Give what stands before a sum: `£`, or the currency's code and a blank where it has no sign."""
    return next((sign for sign, code in SIGNS.items() if code == currency), f"{currency} ")


_QUANTITY = re.compile(
    rf"(?i:(?P<modality>{'|'.join(_WORDS)})\s+)?(?P<minus>[-+]?)(?P<sign>[£$€]?)(?P<minus2>[-+]?)"
    rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<scale>{'|'.join(_SCALES)})?\s?(?P<percent>%)?",
    re.ASCII,
)
_MOST_DIGITS = 15
_LEAST_TOLERANCE = Decimal("0.05")


class Quantity(NamedTuple):
    """A number, how exactly it is meant, and the text that said so."""

    text: str
    value: Decimal
    modality: Modality = "exactly"
    percent: bool = False
    money: bool = False
    tolerance: Decimal = Decimal(0)  # half of the last digit written

    def __str__(self) -> str:
        """Give the text that was written."""
        return self.text

    def agrees_with(self, number: Decimal) -> bool:
        """Tell whether an exact figure is what these words could have meant."""
        if self.modality == "at least":
            return number >= self.value
        if self.modality == "over":
            return number > self.value
        if self.modality == "up to":
            return number <= self.value
        return abs(number - self.value) <= self._slack

    def is_reached_by(self, number: Decimal, *, rises: bool) -> bool:
        """Tell whether a figure is as good as this target; `over 95` is not reached by 95."""
        if self.modality == "over":
            return number > self.value
        if self.modality == "up to":
            return number <= self.value
        return number >= self.value - self._slack if rises else number <= self.value + self._slack

    @property
    def interval(self) -> Interval:
        """Give every number that these words could mean; `up to` 5 of something is no less than none of it."""
        if self.modality in {"at least", "over"}:
            return Interval(self.value, None, open=self.modality == "over")
        if self.modality == "up to":
            return Interval(Decimal() if self.value >= 0 else None, self.value)
        return Interval(self.value - self._slack, self.value + self._slack)

    @property
    def _slack(self) -> Decimal:
        """How far off a figure may be: nothing, or for `about` half of the last digit, at least 5 per cent."""
        if self.modality != "about":
            return Decimal(0)
        return max(self.tolerance, abs(self.value) * _LEAST_TOLERANCE)


def parse_quantity(value: Any, context: Context) -> Quantity:
    """Read an amount; raises with what can be written instead."""
    if isinstance(value, Quantity):
        return value
    if not isinstance(value, str):
        raise not_valid("bad-quantity", f"{shown(value)} is not an amount", _help(""))
    return _read(value, context)


@lru_cache(maxsize=4096)  # many amounts stand more than once
def _read(value: str, context: Context) -> Quantity:
    found = _QUANTITY.fullmatch(value.strip())
    if not found:
        raise not_valid("bad-quantity", f"{shown(value)} is not an amount", _help(value))
    sign = found["sign"]
    if sign and SIGNS[sign] != context.currency:
        help = f"write the amount in {context.currency}, or change 'currency' in strategy.yaml"
        raise not_valid("bad-quantity", f"{shown(value)} is not in {context.currency}", help)
    digits = found["digits"].replace(",", "")
    if sum(one.isdigit() for one in digits) > _MOST_DIGITS:
        raise not_valid("bad-quantity", f"a number of more than {_MOST_DIGITS} digits", "round it")
    exponent = _SCALES.get(found["scale"] or "", 0)
    number = Decimal(digits).scaleb(exponent)
    places = len(digits.partition(".")[2])
    negative = "-" in {found["minus"], found["minus2"]}
    return Quantity(
        value.strip(),
        -number if negative else number,
        _WORDS.get((found["modality"] or "").lower(), "exactly"),
        percent=bool(found["percent"]),
        money=bool(sign),
        tolerance=Decimal(5).scaleb(exponent - places - 1),
    )


def _help(value: str) -> str:
    meant = _as_we_write(value.strip())
    if _QUANTITY.fullmatch(meant):
        return f"write {meant}"
    if re.fullmatch(r".*\d.*(?:-|–|to).*\d.*", value) and len(re.findall(r"\d+", value)) > 1:
        return "write one number; the range fits into a note"
    start = _QUANTITY.match(value.strip())
    if start and value.strip()[len(start.group().rstrip()) :].startswith(" "):
        return f"write the amount alone: {start.group().strip()}"
    if "," in value:
        return "commas stand between groups of three digits only: 1,200"
    return "write 1200, 1,200, 82%, £1.2m or about 3 million"


def _as_we_write(text: str) -> str:
    """Spell an amount our way where it is clear what was meant: `£40K`, `£ 2m`, `approx. 300`."""
    text = re.sub(r"^(.*\d)\s?\+$", r"over \1", text)
    text = re.sub(r"(?i)^(?:under|less than|fewer than|below|at most)\s+", "up to ", text)
    text = re.sub(r"(?i)^(?:approx(?:imately|\.)?|roughly|some|c\.|~)\s*", "about ", text)
    text = re.sub(r"([£$€])\s+", r"\1", text)
    return re.sub(rf"(?i)(?<=\d)\s?({'|'.join(_SCALES)})\b", lambda found: found[0].lower(), text)


def _percent(value: Any, context: Context) -> Quantity:
    quantity = parse_quantity(value, context)
    if quantity.money or not 0 <= quantity.value <= 100:  # noqa: PLR2004  (per cent)
        raise not_valid("bad-quantity", f"{shown(value)} is not a percentage", "write a number from 0 to 100")
    return quantity


def _plain(quantity: Quantity) -> int | float | str:
    return plain(quantity.value) if quantity.modality == "exactly" else quantity.text


# What an editor checks; it cannot leave the case of a word open, so every letter says both.
_MODALITY = "|".join(
    "".join(f"[{letter}{letter.upper()}]" if letter != " " else letter for letter in word) for word in _WORDS
)
_DIGITS = r"([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?"
QUANTITY_JSON = {
    "type": ["number", "string"],
    "pattern": rf"^(({_MODALITY})\s+)?[-+]?[£$€]?[-+]?{_DIGITS}\s?({'|'.join(_SCALES)})?\s?%?$",
}
PERCENT_JSON = {
    "type": ["number", "string"],
    "minimum": 0,
    "maximum": 100,
    "pattern": rf"^(({_MODALITY})\s+)?[+]?(100(\.0+)?|[0-9]{{1,2}}(\.[0-9]+)?)\s?%?$",
}
QuantityField = Annotated[Quantity, ParsedInContext(parse_quantity, _plain, json=QUANTITY_JSON)]
PercentField = Annotated[Quantity, ParsedInContext(_percent, _plain, json=PERCENT_JSON)]
