"""Which texts stand where an answer will come."""

from __future__ import annotations

import pytest

from digistrat.figures.placeholders import is_placeholder


@pytest.mark.parametrize(
    "text",
    [
        "awaiting", "Awaiting response", "awaiting a reply from the wards", "tbc", "TBC.", "TBC (by the board)", "tbd", "TBA",
        "To be confirmed", "to be decided in due course", "n/a", "N.A.", "na", "To follow", "…", "?", "-", "  ", "xxx", "[tbc]",
        "not yet known", "Pending", "None", "to do",
    ],
)  # fmt: skip
def test_a_word_that_only_keeps_the_place_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "The board owns it", "Awaiting the new building in March 2027", "To do this we hire two nurses",
        "To be completed by March 2027", "To be written into the next contract", "None of our services is online",
        "Not applicable to us before 2028", "Pending cases are answered within a week", "Nashville", "84", "Yes",
        "No answer takes longer than two days", "To follow up each call", "X-rays are read at home",
    ],
)  # fmt: skip
def test_a_sentence_that_begins_like_one_is_an_answer(text: str) -> None:
    assert not is_placeholder(text)


def test_no_text_at_all_is_no_placeholder() -> None:
    assert not is_placeholder(None)
