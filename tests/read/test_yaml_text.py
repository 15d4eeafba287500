"""Plain data written as YAML, and read back the same."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digistrat.read.document import read_document
from digistrat.read.yaml_text import as_yaml, scalar
from tests.read.test_document import PARSERS, both
from tests.read.test_edit_anywhere import DATA, TEXTS

RECORD: Any = {
    "id": "letters",
    "title": "Letters: all of them",
    "owner": {"role": "Chief nurse", "function": "clinical"},
    "connects": ["referrals", "results"],
    "means": ["We will write", "We will ring"],
    "figures": [{"period": 2026, "cost": Decimal("1E+3"), "live": True}],
    "needs": [{"id": "know", "need": None}],
    "choice": {"decision": "will", "reason": "One, two"},
    "tags": [],
    "note": "One\n\n- two\n",
    "pairs": [["a", "b"], ["a b"]],
}
WRITTEN = """\
  id: letters
  title: "Letters: all of them"
  owner: {role: Chief nurse, function: clinical}
  connects: [referrals, results]
  means:
    - We will write
    - We will ring
  figures:
    - {period: 2026, cost: 1000, live: true}
  needs:
    - id: know
      need:
  choice:
    decision: will
    reason: One, two
  tags: []
  note: |
    One

    - two
  pairs:
    - [a, b]
    - - a b
"""


def test_a_record_is_written_as_people_write_it() -> None:
    assert WRITTEN == as_yaml(RECORD, 2)


def test_a_map_that_is_too_long_for_a_line_gets_several() -> None:
    assert "a:\n  b: " + "x " * 50 + "x\n" == as_yaml({"a": {"b": "x " * 50 + "x"}})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("1.10", "1.10", id="a number"),
        pytest.param("-5", "-5", id="a number below zero"),
        pytest.param("no", "no", id="a word that other readers take for false"),
        pytest.param("Nurse, midwife", "Nurse, midwife", id="a comma"),
        pytest.param("https://a.uk/b?c#d", "https://a.uk/b?c#d", id="an address"),
        pytest.param("null", '"null"', id="null"),
        pytest.param("", '""', id="blank"),
        pytest.param("- a", '"- a"', id="a dash"),
        pytest.param("a: b", '"a: b"', id="a colon"),
        pytest.param("a #b", '"a #b"', id="a hash"),
        pytest.param('"a" b', '"\\"a\\" b"', id="quotes"),
        pytest.param("C:\\a: ", '"C:\\\\a: "', id="a backslash"),
        pytest.param("a\tb\r", '"a\\tb\\r"', id="a tab"),
        pytest.param("😀: é", '"😀: é"', id="a wide character"),
        pytest.param("\u202ea", '"\\u202ea"', id="a character that turns the line round"),
        pytest.param(None, "null", id="nothing"),
    ],
)
def test_a_text_has_quotes_where_it_needs_them(text: str | None, written: str) -> None:
    assert written == scalar(text)


@given(DATA, st.integers(0, 5), st.sampled_from([one.values[0] for one in PARSERS]))
def test_what_was_written_is_read_back(data: Any, indent: int, parser: Any) -> None:
    document = read_document("", as_yaml(data, indent).encode(), parser)

    assert (json.dumps(data), ()) == (json.dumps(document.data), document.faults)


@given(TEXTS, st.sampled_from(["{}", "- {}", "a: {} # b", "[{}]", "[{}, b]", "{{a: {}}}", "{{a: {}, b: c}}"]))
def test_a_text_is_read_back_wherever_it_stands(text: str, place: str) -> None:
    written = place.format(scalar(text, flow=place.startswith(("[", "{{"))))
    document = read_document("", written.encode())

    assert () == document.faults
    assert text in texts_in(document.data)


def texts_in(data: Any) -> list[Any]:
    inside = data.values() if isinstance(data, dict) else data
    return [data] if isinstance(data, str | None) else [text for one in inside for text in texts_in(one)]


@both
def test_numbers_and_booleans_are_read_as_they_were_written(parser: Any) -> None:
    document = read_document("", as_yaml([Decimal("2.50"), 12, False, None]).encode(), parser)

    assert ["2.50", "12", "false", None] == document.data
