"""Finding again where a value stands."""

from __future__ import annotations

import pytest

from digistrat.read.fault import START, Ref, Span
from digistrat.read.positions import Positions

TEXT = """\
# a comment
- id: letters
  title: Lettres à tous
  outcomes: [less, more]
  updates:
    - date: 2026
      note: |
        Some text
    - {date: 2027, value: 3}
  owner: Chief nurse
  empty:
"""


@pytest.mark.parametrize(
    ("ref", "span"),
    [
        pytest.param(Ref("a", (0,)), Span(2, 3, 2, 14), id="a record stands at its first key"),
        pytest.param(Ref("a", (0, "title")), Span(3, 10, 3, 24), id="a value, columns in characters"),
        pytest.param(Ref("a", (0, "title"), on_key=True), Span(3, 3, 3, 8), id="a key"),
        pytest.param(Ref("a", (0, "outcomes", 1)), Span(4, 20, 4, 24), id="an item"),
        pytest.param(Ref("a", (0, "outcomes")), Span(4, 13, 4, 18), id="a list on the line of its key"),
        pytest.param(Ref("a", (0, "updates")), Span(5, 3, 5, 10), id="a list below its key"),
        pytest.param(Ref("a", (0, "updates", 0, "note")), Span(7, 13, 9, 1), id="a block"),
        pytest.param(Ref("a", (0, "updates", 1, "value")), Span(9, 27, 9, 28), id="a value in braces"),
        pytest.param(Ref("a", (0, "owner", 0, "role")), Span(10, 10, 10, 21), id="one bare value for a list"),
        pytest.param(Ref("a", (0, "due")), Span(2, 3, 2, 14), id="a key that nobody wrote"),
        pytest.param(Ref("a", (0, "updates", 1, "evidence", 0, "title")), Span(9, 7, 9, 18), id="keys nobody wrote"),
        pytest.param(Ref("a", (0, "empty")), Span(11, 3, 11, 8), id="an empty value stands at its key"),
        pytest.param(Ref("a", (0, "empty"), on_key=True), Span(11, 3, 11, 8), id="the key of an empty value"),
        pytest.param(Ref("a", ()), Span(2, 1, 2, 14), id="the whole file"),
    ],
)
def test_an_address_leads_to_the_nearest_written_place(ref: Ref, span: Span) -> None:
    assert span == Positions(TEXT).find(ref)


def test_an_empty_file_has_only_its_start() -> None:
    assert START == Positions("").find(Ref("a", ("title",)))
