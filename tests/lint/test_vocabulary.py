"""Words that hints look for: found whole, in singular and plural, however many there are."""

from __future__ import annotations

import pytest

from digistrat.lint.vocabulary import Matcher


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        pytest.param(["app", "box"], "Apps in boxes, and one APP", ["Apps", "boxes", "APP"], id="in the plural"),
        pytest.param(["app"], "An apparatus, an in-app payment", [], id="no part of another word"),
        pytest.param(["data", "data lake"], "A data lake of data", ["data lake", "data"], id="the longest of two"),
        pytest.param(["Bed board", "Bed book"], "The bed board", ["bed board"], id="of two that begin alike"),
        pytest.param(["Bed board", "Bed book"], "A bed", [], id="not half of it"),
        pytest.param(["C++", "++"], "In C++, or ++ alone", ["C++", "++"], id="with signs, or of signs alone"),
        pytest.param(["Ward view", "ai"], "AI in the ward view", ["ward view"], id="but for what is allowed"),
        pytest.param(["ail"], "The AIL, and what ails it", ["AIL"], id="but for an allowed plural"),
        pytest.param([], "Anything", [], id="none"),
    ],
)
def test_a_text_names_what_it_holds_whole(words: list[str], text: str, expected: list[str]) -> None:
    assert expected == list(Matcher(words, ["AI", "ails"]).named_in(text))


def test_each_of_many_names_that_share_their_words_is_found() -> None:
    names = [f"Moorside system {number}" for number in range(1000)]

    assert ["moorside system 7"] == list(Matcher(names).named_in("Every ward uses moorside system 7"))


@pytest.mark.parametrize(("said", "expected"), [("Teams", True), ("teams", False), ("Tea", False)])
def test_a_name_is_spelt_with_its_capitals(said: str, *, expected: bool) -> None:
    assert expected == Matcher(["Team"]).is_spelt(said)
