"""When work runs: the months of every way in which people say it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from digistrat.figures.spans import Span, month_number, span_named, span_of, spans_of_work
from digistrat.model.load import load_folder
from digistrat.model.values.context import Context
from digistrat.model.values.date import parse_date
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy


def of(text: str) -> Span:
    """Read `2027-04 to 2027-09`, or a single month."""
    first, _, last = text.partition(" to ")
    return Span(*(month_number(date.fromisoformat(f"{month}-01")) for month in (first, last or first)))


def with_work(folder: Path, *work: str, **files: str) -> Strategy:
    """Load a strategy with initiatives a, b and c, each with some keys."""
    lines = [f"- {{id: {id}, title: {id}, {keys}}}\n" for id, keys in zip("abc", work, strict=False)]
    written = {f"{name}.yaml": text for name, text in files.items()}
    return load_folder(write(folder, {"initiatives.yaml": "".join(lines), **written}), AS_OF)


@pytest.mark.parametrize(
    ("keys", "months"),
    [
        pytest.param("start: 2027-04, finish: 2027-09", "2027-04 to 2027-09", id="from month to month"),
        pytest.param("start: 2027-04-30, finish: 2027-05-01", "2027-04 to 2027-05", id="from day to day"),
        pytest.param("start: FY2027-28, finish: 2028-Q2", "2027-04 to 2028-06", id="from first day to last"),
        pytest.param("start: 2027-04, finish: 2027-05, duration: 1 year", "2027-04 to 2027-05", id="finish goes first"),
        pytest.param("start: 2027-04, duration: 9 months", "2027-04 to 2027-12", id="months"),
        pytest.param("start: 2027-01-15, duration: 9 months", "2027-01 to 2027-09", id="months from within one"),
        pytest.param("start: 2027-Q2, duration: 3 quarters", "2027-04 to 2027-12", id="quarters"),
        pytest.param("start: 2027-04, duration: 2 years", "2027-04 to 2029-03", id="years"),
        pytest.param("start: 2027-04-20, duration: 1 week", "2027-04", id="a week within a month"),
        pytest.param("start: 2027-04-25, duration: 1 week", "2027-04 to 2027-05", id="a week over its end"),
        pytest.param("start: 2027-04-30, duration: 1 day", "2027-04", id="the last day of a month"),
        pytest.param("start: 2027-04", "2027-04", id="a month alone"),
        pytest.param("start: FY2027-28-Q4", "2028-01 to 2028-03", id="a quarter alone"),
    ],
)
def test_a_span_is_what_the_dates_say(keys: str, months: str, tmp_path: Path) -> None:
    strategy = with_work(tmp_path, keys)

    assert of(months) == span_of(strategy.initiatives["a"])


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("finish: 2027-09, duration: 9 months", id="no start"),
        pytest.param("start: 2027-09, finish: 2027-04", id="it ends before it starts"),
        pytest.param("start: 2027, duration: 9999 years", id="longer than fifty years"),
    ],
)
def test_what_cannot_be_placed_has_no_span(keys: str, tmp_path: Path) -> None:
    strategy = with_work(tmp_path, keys)

    assert span_of(strategy.initiatives["a"]) is None


def test_time_may_end_and_nothing_breaks(tmp_path: Path) -> None:
    strategy = with_work(tmp_path, "start: 9999-12, duration: 9999 weeks", "start: 9999-12, duration: 2 years")

    spans = [span_of(one) for one in strategy.initiatives.values()]

    assert [1, 24] == [span.months for span in spans if span]


@pytest.mark.parametrize(
    ("written", "months"),
    [("FY2027-28", "2027-04 to 2028-03"), ("FY2027-28-Q1", "2027-04 to 2027-06"), ("2027-05-31", "2027-05")],
)
def test_a_year_that_begins_on_the_6th_has_twelve_months(written: str, months: str) -> None:
    assert of(months) == span_named(parse_date(written, Context(year_starts=(4, 6))))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("choice: will", True, id="chosen"),
        pytest.param("choice: later", False, id="put off"),
        pytest.param("choice: later, must_do: true", True, id="put off, and decided already"),
        pytest.param("choice: will-not, status: in-progress", True, id="under way all the same"),
        pytest.param("status: delivered", True, id="delivered"),
        pytest.param("choice: will, status: stopped", False, id="stopped"),
        pytest.param("status: proposed", False, id="not decided"),
    ],
)
def test_what_is_chosen_or_decided_is_work(keys: str, expected: bool, tmp_path: Path) -> None:  # noqa: FBT001
    strategy = with_work(tmp_path, f"{keys}, start: 2027-04")

    assert ({"a": of("2027-04")} if expected else {}) == spans_of_work(strategy)


def test_months_are_shared() -> None:
    assert 2 == of("2027-04 to 2027-09").shared_with(of("2027-08 to 2028-01"))
    assert 0 == of("2027-04 to 2027-09").shared_with(of("2027-10 to 2028-01"))
