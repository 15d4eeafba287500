"""What people type who come from Word and Excel, and what they are told to write."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from digistrat.model.values.context import DEFAULT
from digistrat.model.values.date import parse_date
from digistrat.model.values.quantity import parse_quantity
from digistrat.read.document import read_document


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Q4 2027-28", "FY2027-28-Q4"), ("2027/28 Q4", "FY2027-28-Q4"), ("FY27/28", "FY2027-28"), ("Mar-27", "2027-03"),
     ("2027-3", "2027-03"), ("2027-28", "FY2027-28"), ("Ongoing", "standing: true"), ("tbc", "leave it out"),
     ("FY27/29", "FY2026-27 or"), ("Spring 2027", "2027-Q1")],
)  # fmt: skip
def test_a_date_in_another_spelling_is_told_in_ours(written: str, meant: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_date(written, DEFAULT)

    assert meant in (caught.value.context or {})["help"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("£40K", "write £40k"), ("£ 2m", "write £2m"), ("approx. £2m", "write about £2m"), ("c. 300", "write about 300"),
     ("£0.5m-£0.8m", "write one number"), ("10 to 20%", "write one number"), ("12 apples", "write the amount alone: 12")],
)  # fmt: skip
def test_an_amount_in_another_spelling_is_told_in_ours(written: str, meant: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_quantity(written, DEFAULT)

    assert meant in (caught.value.context or {})["help"]


def told(text: str) -> list[tuple[str, str, str]]:
    document = read_document("x.yaml", text.encode())
    return [(rule, fault.message, fault.help) for rule, fault in document.faults]


def test_curly_quotes_are_told() -> None:
    ((rule, message, help),) = told("- id: a\n  title: “Example: letters” in a day: yes\n")

    assert ("invalid-yaml", "the quotes in line 2 are curly") == (rule, message)
    assert "straight" in help


def test_a_space_that_is_none_is_told() -> None:
    ((_, message, help),) = told("- id: a\n\u00a0 title: x\n")

    assert "line 2 begins with a space of another kind" in message
    assert "type spaces" in help


def test_a_quote_left_open_far_above_is_told_where_it_opens() -> None:
    records = "".join(f"- id: r{n}\n  title: T{n}\n" for n in range(12))

    ((_, message, _help),) = told(f'- id: a\n  title: "Open\n{records}- id: z\n  title: "Closed"\n')

    assert message == "the quote that opens in line 2 is never closed"


def test_a_text_over_several_lines_is_not_taken_for_an_open_quote() -> None:
    filler = "".join(f"  k{n}: v\n" for n in range(9))

    ((_, message, _help),) = told(f'- id: a\n  title: "two\n    lines"\n{filler}  b: c: d\n')

    assert "quote" not in message


def test_a_dash_left_out_is_one_fault() -> None:
    ((rule, message, help),) = told("- id: a\n  title: A\n  owner: B\n  id: b\n  title: C\n  owner: D\n")

    assert ("duplicate-key", "a second 'id': another record seems to begin here") == (rule, message)
    assert "'- '" in help


def test_a_key_written_twice_may_become_a_list() -> None:
    ((rule, _, help),) = told("- id: a\n  updates: {date: 2026-01}\n  updates: {date: 2026-02}\n")

    assert rule == "duplicate-key"
    assert "as a list" in help
