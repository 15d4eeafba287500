"""Amounts on a page: with their unit and sign, and as exact as they were written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from digistrat.model.values.context import Context
from digistrat.model.values.date import parse_date
from digistrat.model.values.quantity import parse_quantity
from digistrat.publish.amounts import as_meant, exact, measured, money, rounded_up, with_unit
from digistrat.publish.dates import span
from digistrat.publish.words import words_for

ENGLISH = words_for("en-GB")
MARCH, APRIL = parse_date("2026-03", Context()), parse_date("2026-04", Context())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1200", "£1200"), ("over 2.4bn", "over £2.4bn"), ("-5m", "-£5m"), ("about £3m", "about £3m")],
)
def test_money_has_its_sign_before_the_digits(text: str, expected: str) -> None:
    assert expected == money("GBP", parse_quantity(text, Context()))


def test_money_without_a_sign_has_its_letters() -> None:
    assert "about SEK 3m" == money("SEK", parse_quantity("about 3m", Context("SEK")))


@pytest.mark.parametrize(
    ("sum", "expected"),
    [(Fraction(5_033_334), "£5,033,334"), (Fraction(1, 3), "£1"), (Fraction(0), "£0"), (Fraction(-5, 2), "-£2")],
)
def test_a_sum_that_was_worked_out_is_whole_and_never_too_little(sum: Fraction, expected: str) -> None:
    assert expected == rounded_up("GBP", sum)


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        ("62", "%", "62%"),
        ("62", "% of calls", "62% of calls"),
        ("1,200", "£", "£1,200"),
        ("1,200", "letters", "1,200 letters"),
        ("62%", "%", "62%"),
        ("5", "", "5"),
    ],
)
def test_a_number_stands_with_its_unit_as_people_write_it(number: str, unit: str, expected: str) -> None:
    assert expected == with_unit(number, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("99.95", "99.95%"), ("1200", "1,200%"), ("at least 90", "at least 90%"), ("80%", "80%")],
)
def test_an_amount_keeps_every_digit_that_was_written(text: str, expected: str) -> None:
    assert expected == as_meant(parse_quantity(text, Context()), "%")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("0.25"), "0.25 errors"),
        (Decimal(200) / 3, "66.7 errors"),
        (Decimal("1.5E+6"), "1,500,000 errors"),
        (None, ""),
    ],
)
def test_what_was_measured_is_not_rounded_and_what_was_worked_out_is(value: Decimal | None, expected: str) -> None:
    assert expected == measured(ENGLISH, value, "errors", None)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("2425000000", "2.425bn"),
        ("1100000", "1.1m"),
        ("2425123456", "2,425,123,456"),
        ("-3000000", "-3m"),
        ("850000", "850,000"),
        ("0.5", "0.5"),
        ("1000000000", "1bn"),
    ],
)
def test_a_sum_is_short_only_where_that_is_exact(number: str, expected: str) -> None:
    assert expected == exact(ENGLISH, Decimal(number))


def test_a_span_may_have_one_end() -> None:
    assert "March 2026 to April 2026" == span(ENGLISH, MARCH, APRIL)
    assert "from March 2026" == span(ENGLISH, MARCH, None)
    assert "until April 2026" == span(ENGLISH, None, APRIL)
    assert not span(ENGLISH, None, None)
