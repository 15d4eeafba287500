"""Sentences about what no weights can change, and about where there is nothing to ask."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.score.robustness.comparison import Profile, compare
from tests.score.robustness.tables import asked, first_at, sentences, table

if TYPE_CHECKING:
    from digistrat.score.robustness.comparison import Comparison

CERTAIN = {"best": [5, 4], "second": [4, 5], "third": [3, 3], "odd": [5, 0], "last": [1, 1]}


def test_what_is_certain_holds_in_every_weighting() -> None:
    comparison = table([50, 50], CERTAIN, 2)

    said = sentences(asked(comparison), "dominance")

    assert [
        '"Best" is in the first 2 whatever the weights: only "Second" beats it on any criterion.',
        'No weights put "Third" or "Last" ahead of "Second", which is at least as good on every criterion.',
        'No weights put "Third" ahead of "Best" or "Second": each is at least as good on every criterion.',
        'No weights put "Last" ahead of "Best" or "Second": each is at least as good on every criterion.',
    ] == said
    for weight in range(101):
        totals = {name: weight * one + (100 - weight) * other for name, (one, other) in CERTAIN.items()}
        assert "best" in first_at(comparison, 0, weight)
        assert totals["last"] <= totals["third"] <= min(totals["best"], totals["second"])


MANY = (
    'No weights put "Other0", "Other1", "Other2" and 2 others ahead of "Best", '
    "which is at least as good on every criterion."
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            {"best": [5, 5], "other": [4, 4]},
            [
                '"Best" is in first place whatever the weights: nothing beats it on any criterion.',
                'No weights put "Other" ahead of "Best": it is at least as good on every criterion.',
            ],
            id="nothing beats it",
        ),
        pytest.param(
            {"best": [5, 5], **{f"other{place}": [4, 4] for place in range(7)}},
            [
                '"Best" is in first place whatever the weights: nothing beats it on any criterion.',
                *(
                    f'No weights put "Other{place}" ahead of "Best": it is at least as good on every criterion.'
                    for place in range(5)
                ),
            ],
            id="at most five of a sort",
        ),
        pytest.param(
            {"best": [5, 1], "rival": [0, 3], **{f"other{place}": [4, 1] for place in range(5)}},
            [
                MANY,
                *(
                    f'No weights put "Other{place}" ahead of "Best": it is at least as good on every criterion.'
                    for place in range(5)
                ),
            ],
            id="at most three names",
        ),
    ],
)
def test_few_words_are_made_about_many(rows: dict[str, list[int]], expected: list[str]) -> None:
    said = sentences(asked(table([50, 50], rows, 1)), "dominance")

    assert expected == said


def test_two_rivals_beat_where_one_beats() -> None:
    said = sentences(
        asked(table([50, 50], {"best": [4, 4], "left": [5, 2], "right": [2, 5], "low": [1, 1]}, 3)), "dominance"
    )

    assert '"Best" is in the first 3 whatever the weights: only "Left" and "Right" beat it on any criterion.' == said[0]


@pytest.mark.parametrize(
    ("rows", "top", "expected"),
    [
        ({"wards": [5, 1]}, 1, "The one initiative that could be ranked is in first place."),
        ({"wards": [5, 1], "beds": [1, 5]}, 3, "Each of the 2 initiatives that could be ranked is in the first 3."),
    ],
)
def test_where_everyone_has_a_place_nothing_else_is_said(rows: dict[str, list[int]], top: int, expected: str) -> None:
    assert (expected,) == asked(table([50, 50], rows, top)).sentences


def test_without_any_weight_all_are_level() -> None:
    said = asked(table([0, 0], {"wards": [5, 1], "beds": [1, 5]}, 1))

    assert ("No criterion has a weight, so all initiatives are level.", "limit") == said.statements[0][:2]
    assert {"flips": [], "acceptability": {}} == {key: said.as_data()[key] for key in ("flips", "acceptability")}


def preset(rows: dict[str, list[int]], scores: dict[str, int], top: int) -> Comparison:
    given = {name: tuple(map(Fraction, row)) for name, row in rows.items()}
    return compare(["a", "b"], [], [Profile(name, row, Fraction(scores[name])) for name, row in given.items()], top)


def test_a_method_without_weights_is_asked_only_who_is_ahead_on_everything() -> None:
    scores = {"best": 20, "second": 20, "third": 9, "odd": 0, "last": 1}

    robustness = asked(preset(CERTAIN, scores, 2), "RICE")

    assert (
        "RICE has no weights to change: who is in the first 2 is as sure as the numbers it takes.",
        'Only "Second" is better than "Best" on even one number that RICE takes.',
        '"Second" is at least as good as "Third" and "Last" on every number that RICE takes.',
        '"Best" and "Second" are at least as good as "Third" on every number that RICE takes.',
        '"Best" and "Second" are at least as good as "Last" on every number that RICE takes.',
    ) == robustness.sentences
    assert {"flips": [], "acceptability": {}} == {key: robustness.as_data()[key] for key in ("flips", "acceptability")}


def test_a_method_without_weights_says_who_is_level_and_who_has_no_equal() -> None:
    tied = asked(preset({"one": [5, 1], "two": [1, 5]}, {"one": 5, "two": 5}, 1), "RICE")
    alone = asked(preset({"one": [5, 5], "two": [1, 5], "six": [0, 6]}, {"one": 25, "two": 5, "six": 0}, 2), "RICE")
    clear = asked(preset({"one": [5, 5], "two": [1, 5]}, {"one": 25, "two": 5}, 1), "RICE")

    assert '"One" and "Two" are level for first place: the ranking does not decide between them.' == tied.sentences[1]
    assert 'Only "Six" is better than "One" on even one number that RICE takes.' == alone.sentences[1]
    assert (
        'Nothing is better than "One" on even one number that RICE takes.',
        '"One" is at least as good as "Two" on every number that RICE takes.',
    ) == clear.sentences[1:]


def test_two_beat_where_a_method_without_weights_counts_them() -> None:
    rows = {"one": [4, 4], "two": [5, 1], "six": [1, 6], "low": [1, 1]}

    said = asked(preset(rows, {"one": 16, "two": 5, "six": 6, "low": 1}, 3), "RICE").sentences

    assert 'Only "Six" and "Two" are better than "One" on even one number that RICE takes.' == said[1]
