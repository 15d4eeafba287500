"""Each value type: what people write, and what it means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from digistrat.model.values.context import Context
from digistrat.model.values.date import DateField, day, months_later, parse_date
from digistrat.model.values.deadline import After, DeadlineField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.number import Boolean, Number, OneToFive
from digistrat.model.values.period import PeriodField
from digistrat.model.values.quantity import PercentField, Quantity, QuantityField, parse_quantity
from digistrat.model.values.text import Id, Url

CONTEXT = Context()


def check(field: Any, value: Any, context: Context = CONTEXT) -> Any:
    """Read a value as a field of a model does."""
    model: Any = type("Model", (BaseModel,), {"__annotations__": {"field": field}})
    return model.model_validate({"field": value}, context=context).field


def rule_for(field: Any, value: Any, context: Context = CONTEXT) -> str:
    """Give the rule that speaks about a value."""
    with pytest.raises(ValueError, match="field") as caught:
        check(field, value, context)
    error: Any = caught.value
    return str(error.errors()[0]["ctx"]["rule"])


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2027-03-31", date(2027, 3, 31), date(2027, 3, 31), "31 March 2027"),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29), "February 2028"),
        ("2027-Q1", date(2027, 1, 1), date(2027, 3, 31), "2027-Q1 (January to March 2027)"),
        ("2027-Q4", date(2027, 10, 1), date(2027, 12, 31), "2027-Q4 (October to December 2027)"),
        ("2027", date(2027, 1, 1), date(2027, 12, 31), "2027"),
        ("FY2026-27", date(2026, 4, 1), date(2027, 3, 31), "FY2026-27 (April 2026 to March 2027)"),
        ("FY2026-27-Q4", date(2027, 1, 1), date(2027, 3, 31), "FY2026-27-Q4 (January to March 2027)"),
        ("FY1999-00", date(1999, 4, 1), date(2000, 3, 31), "FY1999-00 (April 1999 to March 2000)"),
    ],
)
def test_a_date_has_the_precision_it_is_written_with(text: str, first: date, last: date, words: str) -> None:
    found = check(DateField, text)

    assert (first, last, text, words) == (found.first, found.last, str(found), found.in_words)


def test_a_financial_year_starts_when_the_manifest_says() -> None:
    found = parse_date("FY2026-27-Q1", Context(year_starts=(8, 1)))

    assert (date(2026, 8, 1), date(2026, 10, 31)) == (found.first, found.last)


@pytest.mark.parametrize(
    "text",
    [
        "early 2027", "2027-13", "2027-02-30", "2027-Q5", "FY2026-28", "FY2026", "27-03", "2027/03", "March 2027",
        "0000", "FY9999-00", "2027-3", "٢٠٢٧", "", "2027-03-31T10:00", ["2027"], {"year": "2027"},
    ],
)  # fmt: skip
def test_a_date_nobody_could_put_in_a_calendar_is_told(text: Any) -> None:
    assert rule_for(DateField, text) == "bad-date"


@pytest.mark.parametrize("text", ["9999-12-31", "9999-12", "9999-Q4", "9999", "FY9998-99"])
def test_the_calendar_has_an_end(text: str) -> None:
    assert check(DateField, text).last.year == 9999


def test_months_later_keeps_to_the_end_of_a_short_month() -> None:
    assert date(2027, 2, 28) == months_later(date(2026, 8, 31), 6)
    assert date(2026, 12, 31) == months_later(date(2026, 12, 31), 0)


def test_a_deadline_may_be_relative() -> None:
    found = check(DeadlineField, {"after": "letters", "months": "6", "days": "1"})

    assert After("letters", months=6, days=1) == found
    assert str(found) == "6 months, 1 day after letters"
    assert date(2027, 3, 31) == found.counted_from(day(date(2026, 9, 30)))
    assert date(2027, 4, 1) == found.counted_from(parse_date("2026-09", CONTEXT))
    assert str(After("letters")) == "with letters"
    assert check(DeadlineField, "2027").text == "2027"


@pytest.mark.parametrize(
    "value",
    [{"months": "6"}, {"after": ["x"]}, {"after": "x", "months": "1.5"}, "soon",
     {"after": "x", "months": "99999"}, {"after": "x", "days": "-1"}],
)  # fmt: skip
def test_a_deadline_that_cannot_be_counted_is_told(value: Any) -> None:
    assert rule_for(DeadlineField, value) == "bad-date"


def test_a_period_is_one_date_or_two() -> None:
    one, two = check(PeriodField, "FY2026-27"), check(PeriodField, {"from": "2026-04", "to": "2029-03"})

    assert (date(2026, 4, 1), date(2027, 3, 31), "FY2026-27") == (one.first, one.last, str(one))
    assert (date(2026, 4, 1), date(2029, 3, 31)) == (two.first, two.last)
    assert two.in_words == "April 2026 to March 2029"
    assert one.in_words == "FY2026-27 (April 2026 to March 2027)"


@pytest.mark.parametrize(
    ("text", "days"),
    [("2 days", 2), ("1 week", 7), ("2 weeks", 14), ("5 months", 155), ("3 quarters", 276), ("weekly", 7),
     ("monthly", 31), ("quarterly", 92), ("yearly", 366)],
)  # fmt: skip
def test_a_duration_counts_the_most_days_it_can_mean(text: str, days: int) -> None:
    assert days == check(DurationField, text).days


@pytest.mark.parametrize("text", ["two weeks", "0 days", "weekly-ish", "5", "", ["weekly"]])
def test_a_duration_in_other_words_is_told(text: Any) -> None:
    assert rule_for(DurationField, text) == "bad-date"


@pytest.mark.parametrize(
    ("text", "number"),
    [("4", "4"), ("-2.5", "-2.5"), ("+1", "1"), (".5", "0.5"), ("007", "7"), ("999999999999999", "999999999999999")],
)
def test_a_number_is_exact(text: str, number: str) -> None:
    assert Decimal(number) == check(Number, text)


@pytest.mark.parametrize(
    "text", ["1_000", "1e3", "inf", "nan", "1,000", "four", "", ".", "-", "1.2.3", "٣", "9" * 16, ["1"], "0x10", "1 "]
)
def test_what_only_looks_like_a_number_is_told(text: Any) -> None:
    assert rule_for(Number, text) == "wrong-type"


def test_only_true_and_false_are_booleans() -> None:
    assert (True, False) == (check(Boolean, "true"), check(Boolean, "false"))
    assert {"wrong-type"} == {rule_for(Boolean, word) for word in ("yes", "no", "on", "1", "True", "")}


def test_a_rating_is_a_whole_number_from_1_to_5() -> None:
    assert check(OneToFive, "5") == 5
    assert {"bad-value"} == {rule_for(OneToFive, word) for word in ("0", "6", "2.5")}


@pytest.mark.parametrize(
    ("text", "value", "modality"),
    [
        ("1200", "1200", "exactly"), ("1,200", "1200", "exactly"), ("82%", "82", "exactly"), ("82 %", "82", "exactly"),
        ("£1.2m", "1200000", "exactly"), ("2.4bn", "2400000000", "exactly"), ("3 million", "3000000", "exactly"),
        ("about 3 million", "3000000", "about"), ("circa £150m", "150000000", "about"), ("over 2.4bn", "2400000000", "over"),
        ("in excess of 100", "100", "over"), ("more than 100", "100", "over"), ("up to 50%", "50", "up to"),
        ("at least 12", "12", "at least"), ("-£5", "-5", "exactly"), ("£-5", "-5", "exactly"), ("£12.50", "12.50", "exactly"),
    ],
)  # fmt: skip
def test_an_amount_is_what_people_write(text: str, value: str, modality: str) -> None:
    found = check(QuantityField, text)

    assert (Decimal(value), modality, text) == (found.value, found.modality, str(found))


@pytest.mark.parametrize(
    "text",
    ["1,20", "12,00", "1,2000", "$5", "€5", "a lot", "", "1.2.3", "5 apples", "about", "9" * 16, ["1"], "1e9", "£"],
)
def test_an_amount_that_can_be_read_in_two_ways_is_told(text: Any) -> None:
    assert rule_for(QuantityField, text) == "bad-quantity"


def test_a_currency_sign_must_be_the_strategys() -> None:
    assert parse_quantity("€5", Context(currency="EUR")).money
    with pytest.raises(PydanticCustomError, match="not in EUR"):
        parse_quantity("£5", Context(currency="EUR"))


@pytest.mark.parametrize(
    ("said", "number", "agrees"),
    [
        ("over 2.4bn", "2425000000", True), ("over 2.4bn", "2400000000", False), ("at least 5", "5", True),
        ("up to 5", "5", True), ("up to 5", "5.1", False), ("about 100", "105", True), ("about 100", "106", False),
        ("about 3", "3.5", True), ("about 3", "3.6", False), ("5", "5", True), ("5", "5.01", False),
    ],
)  # fmt: skip
def test_a_comparison_respects_how_exactly_it_was_meant(said: str, number: str, *, agrees: bool) -> None:
    assert agrees == parse_quantity(said, CONTEXT).agrees_with(Decimal(number))


@pytest.mark.parametrize(
    ("target", "number", "rises", "reached"),
    [
        ("95", "95", True, True), ("over 95", "95", True, False), ("95", "94", True, False), ("about 100", "95", True, True),
        ("6", "6", False, True), ("6", "7", False, False), ("about 6", "6.5", False, True), ("up to 6", "6", False, True),
    ],
)  # fmt: skip
def test_a_target_is_reached_in_its_own_direction(target: str, number: str, *, rises: bool, reached: bool) -> None:
    found: Quantity = parse_quantity(target, CONTEXT)

    assert reached == found.is_reached_by(Decimal(number), rises=rises)


def test_a_percentage_lies_between_0_and_100() -> None:
    assert check(PercentField, "82%").value == 82
    assert {"bad-quantity"} == {rule_for(PercentField, text) for text in ("101", "-1", "£5")}


@pytest.mark.parametrize("text", ["a", "9", "e-consent", "a" * 64])
def test_an_id_is_lower_case_words(text: str) -> None:
    assert text == check(Id, text)


@pytest.mark.parametrize(
    "text", ["A", "a_b", "-a", "a b", "é", "", "a" * 65, "con", "nul", "com1", "lpt9", "../a", "٣"]
)
def test_an_id_that_some_machine_could_not_take_is_told(text: str) -> None:
    assert rule_for(Id, text) == "bad-id"


@pytest.mark.parametrize("text", ["https://a.example", "mailto:a@b.example", "tel:123", "notes/a.md", "#a", "?x:y"])
def test_a_web_address_leads_somewhere_safe(text: str) -> None:
    assert text == check(Url, text)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc", 'https://a"b', "a b"]
)
def test_a_web_address_that_could_run_is_told(text: str) -> None:
    assert rule_for(Url, text) == "bad-value"


def test_a_day_is_a_date_of_its_own() -> None:
    assert day(date(2026, 11, 21)) == parse_date("2026-11-21", CONTEXT)
