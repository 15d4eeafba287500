"""Sums of money, measurements and targets as a page says them."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from digistrat.model.values.quantity import SIGNS, sign_of
from digistrat.publish.dates import in_words
from digistrat.publish.words import as_key, fill
from digistrat.wording import rounded

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from digistrat.model.values.date import Date
    from digistrat.model.values.period import Period
    from digistrat.model.values.quantity import Modality, Quantity
    from digistrat.publish.words import Words


def money(currency: str, amount: Quantity) -> str:
    """Write a sum with its currency, which many leave out."""
    return amount.text if amount.money else with_sign(currency, amount.text)


def rounded_up(currency: str, sum: Fraction) -> str:
    """Write a sum that was worked out, with its currency and whole: a little of it never reads as nothing."""
    return with_sign(currency, f"{ceil(sum):,}")


def with_sign(currency: str, text: str) -> str:
    """Put a currency's sign before the first digit: `over £2.4bn`."""
    return re.sub(r"(?=\d)", lambda _: sign_of(currency), text, count=1)


def with_unit(number: str, unit: str) -> str:
    """Write a number and its unit as people do: 62%, £1,200, 1,200 letters."""
    if not unit or unit in number:
        return number
    if unit in SIGNS:
        return f"{unit}{number}"
    return f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}"


_WRITTEN = 2  # decimals of what somebody measured; more come from a division


def plainly(value: Decimal) -> str:
    """Write a number with the digits that were measured, and one that was worked out with one decimal at most."""
    places = -int(value.as_tuple().exponent)
    return f"{value:,f}" if places <= _WRITTEN else rounded(value, grouped=True)


def measured(words: Words, value: Decimal | None, unit: str, when: Date | Period | None) -> str:
    """Write what was measured, with its date where there is one; empty where nothing was."""
    return "" if value is None else dated(words, with_unit(plainly(value), unit), when)


def dated(words: Words, said: str, when: Date | Period | None) -> str:
    """Put a date behind what was measured: `62% (March 2026)`."""
    return f"{said} ({in_words(words, when)})" if when else said


def as_meant(amount: Quantity, unit: str) -> str:
    """Write an amount as exactly as it was meant: a plain number with all its digits, words as they stand."""
    plain = amount.modality == "exactly" and not amount.money and amount.text.replace(".", "").isdigit()
    return with_unit(f"{amount.value:,f}" if plain else amount.text, unit)


def modally(words: Words, modality: Modality, number: str) -> str:
    """Say how exactly a number is meant: `about £2.4bn`."""
    return number if modality == "exactly" else fill(words["modalities"][as_key(modality)], number=number)


_SHORT = 3  # decimals, at most


def exact(words: Words, number: Decimal) -> str:
    """Write a number without rounding it: `2.425bn` where that is short, else all its digits."""
    said = words["scales"]
    for text, zeros in ((said["billion"], 9), (said["million"], 6)):
        small = number.scaleb(-zeros).normalize()
        if abs(small) >= 1 and -int(small.as_tuple().exponent) <= _SHORT:
            return fill(text, number=f"{small:f}")
    return f"{number.normalize():,f}"
