"""Sentences: each says what applying it shows, in words that do not say more than is known."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.score.robustness import Robustness
from digistrat.score.robustness.acceptability import weightings
from digistrat.score.robustness.comparison import Profile, compare
from digistrat.score.robustness.phrases import Titles, how_often, moved
from tests.score.robustness.tables import family, shifted, table

if TYPE_CHECKING:
    from digistrat.score.robustness.comparison import Comparison

CRITERIA = {"a": "Benefit to patients", "b": "Benefit to staff", "c": "Money"}


def asked(comparison: Comparison, method: str = "weighted") -> Robustness:
    initiatives = {one.id: one.id.capitalize() for one in comparison.profiles}
    return Robustness(comparison, Titles({name: CRITERIA[name] for name in comparison.criteria}, initiatives, method))


def sentences(robustness: Robustness, about: str) -> list[str]:
    return [one.text for one in robustness.statements if one.about == about]


def first_at(comparison: Comparison, place: int, weight: Fraction | int) -> set[str]:
    return set(family(comparison, shifted(comparison, place, Fraction(weight))).possible)


def test_a_flip_upwards_is_seen_beyond_the_weight_it_names_and_not_before() -> None:
    comparison = table([50, 50], {"wards": [5, 8], "letters": [7, 4]}, 1)

    said = sentences(asked(comparison), "flip")

    assert said[0] == (
        'If "Benefit to patients" weighed more than about 66.7 instead of 50, and the others less in proportion, '
        '"Letters" would be in first place instead of "Wards".'
    )
    assert {"wards"} == first_at(comparison, 0, Fraction("66.6"))
    assert {"letters"} == first_at(comparison, 0, Fraction("66.7"))


def test_a_flip_downwards_is_seen_beyond_the_weight_it_names_and_not_before() -> None:
    comparison = table([60, 40], {"wards": [9, 5], "beds": [9, 0], "letters": [6, 2]}, 2)

    said = sentences(asked(comparison), "flip")

    assert said[0] == (
        'If "Benefit to patients" weighed less than 40 instead of 60, and the others more in proportion, '
        '"Letters" would be in the first 2 instead of "Beds".'
    )
    assert {"wards", "beds"} == first_at(comparison, 0, Fraction("40.1"))
    assert {"wards", "letters"} == first_at(comparison, 0, Fraction("39.9"))


@pytest.mark.parametrize(
    ("agreed", "start"),
    [
        pytest.param(55, 'A small change is enough: if "Benefit to patients" weighed less than 50 ', id="5 away"),
        pytest.param(56, 'If "Benefit to patients" weighed less than 50 ', id="6 away"),
    ],
)
def test_a_change_of_up_to_5_in_100_is_called_small(agreed: int, start: str) -> None:
    comparison = table([agreed, 100 - agreed], {"wards": [6, 4], "letters": [5, 5]}, 1)

    (said, _) = sentences(asked(comparison), "flip")

    assert said.startswith(start)
    assert {"wards"} == first_at(comparison, 0, agreed)
    assert {"letters"} == first_at(comparison, 0, 49)


def test_several_change_places_in_one_sentence() -> None:
    comparison = table([60, 40], {"wards": [4, 0], "letters": [4, 0], "beds": [0, 4], "scans": [0, 4]}, 2)

    (said, _) = sentences(asked(comparison), "flip")

    assert said.endswith('"Beds" and "Scans" would be in the first 2 instead of "Letters" and "Wards".')
    assert {"beds", "scans"} == first_at(comparison, 0, 49)


def test_a_weight_that_changes_nothing_is_named_and_changes_nothing() -> None:
    comparison = table([50, 25, 25], {"wards": [5, 4, 1], "letters": [4, 4, 5], "beds": [1, 1, 1]}, 1)

    said = sentences(asked(comparison), "steady")

    assert ['No weight of "Benefit to staff" from 0 to 100 changes who is in first place.'] == said
    assert {frozenset({"letters"})} == {frozenset(first_at(comparison, 1, weight)) for weight in range(100)}


def test_where_no_single_weight_changes_anything_one_sentence_says_so() -> None:
    comparison = table([5, 3], {"wards": [5, 4], "letters": [4, 4], "beds": [3, 1]}, 2)

    said = asked(comparison)

    expected = ["No change of a single weight to anything from 0 to 8 changes who is in the first 2."]
    assert expected == sentences(said, "steady")
    assert [] == sentences(said, "flip")
    steps = [Fraction(step, 10) for step in range(81)]
    assert all({"wards", "letters"} == first_at(comparison, place, step) for place in (0, 1) for step in steps)


def test_all_the_weight_on_one_criterion_is_said() -> None:
    rows = {"wards": [5, 4], "letters": [4, 9]}
    steady, moving = asked(table([100, 0], {**rows, "letters": [4, 4]}, 1)), asked(table([100, 0], rows, 1))

    whole = '"Benefit to patients" has all the weight: there is no other to set it against.'
    assert [whole, 'No weight of "Benefit to staff" from 0 to 100 changes who is in first place.'] == sentences(
        steady, "steady"
    )
    assert [whole] == sentences(moving, "steady")
    assert [] == sentences(moving, "share")  # one weight alone cannot be varied


def test_who_is_level_for_the_last_place_is_said() -> None:
    comparison = table([50, 50], {"wards": [9, 9], "letters": [4, 2], "beds": [2, 4], "scans": [0, 0]}, 2)

    said = asked(comparison)

    expected = (
        '"Beds" and "Letters" are level for the last of the first 2 places: '
        "the ranking does not decide between them, and a change among them is not counted as one."
    )
    assert [expected] == sentences(said, "level")
    assert ["beds", "letters"] == said.as_data()["level"]
    assert {"wards", "letters"} == first_at(comparison, 0, 51)
    assert {"wards", "beds"} == first_at(comparison, 0, 49)


def test_how_often_each_keeps_or_gets_a_place_is_what_the_weightings_show() -> None:
    rows = {"wards": [9, 1], "letters": [6, 5], "beds": [1, 9], "scans": [0, 0]}
    comparison = table([60, 40], rows, 1)
    times = dict.fromkeys(rows, 0)
    for one, other in weightings(comparison.weights):
        totals = {name: one * row[0] + other * row[1] for name, row in rows.items()}
        times[max(totals, key=totals.__getitem__)] += 1

    said = sentences(asked(comparison), "share")

    per_cent = {name: round(Fraction(count, 100)) for name, count in times.items()}
    tried = "of 10,000 weightings tried around the agreed weights."
    assert [
        f'"Wards" stays in first place in {per_cent["wards"]}% {tried}',
        f'"Letters" is in first place in {per_cent["letters"]}% {tried}',
        f'"Beds" is in first place in {per_cent["beds"]}% {tried}',
    ] == said
    assert 0 == times["scans"]


def test_who_is_in_too_seldom_is_not_worth_a_sentence() -> None:
    robustness = asked(table([95, 5], {"wards": [9, 0], "letters": [6, 9]}, 1))

    said = sentences(robustness, "share")

    assert 0 < robustness.acceptability["letters"] < Fraction(1, 20)
    assert 1 == len(said)
    assert said[0].startswith('"Wards" stays in first place in ')


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
        'Nobody has to ask about weights: the method "RICE" has none to change.',
        'Only "Second" beats "Best" on anything that the method counts.',
        '"Second" is at least as good as "Third" and "Last" on everything that the method counts.',
        '"Best" and "Second" are at least as good as "Third" on everything that the method counts.',
        '"Best" and "Second" are at least as good as "Last" on everything that the method counts.',
    ) == robustness.sentences
    assert {"flips": [], "acceptability": {}} == {key: robustness.as_data()[key] for key in ("flips", "acceptability")}


def test_a_method_without_weights_says_who_is_level_and_who_has_no_equal() -> None:
    tied = asked(preset({"one": [5, 1], "two": [1, 5]}, {"one": 5, "two": 5}, 1), "RICE")
    alone = asked(preset({"one": [5, 5], "two": [1, 5], "six": [0, 6]}, {"one": 25, "two": 5, "six": 0}, 2), "RICE")
    clear = asked(preset({"one": [5, 5], "two": [1, 5]}, {"one": 25, "two": 5}, 1), "RICE")

    assert '"One" and "Two" are level for first place: the ranking does not decide between them.' == tied.sentences[1]
    assert 'Only "Six" beats "One" on anything that the method counts.' == alone.sentences[1]
    assert (
        'Nothing beats "One" on anything that the method counts.',
        '"One" is at least as good as "Two" on everything that the method counts.',
    ) == clear.sentences[1:]


def test_two_beat_where_a_method_without_weights_counts_them() -> None:
    rows = {"one": [4, 4], "two": [5, 1], "six": [1, 6], "low": [1, 1]}

    said = asked(preset(rows, {"one": 16, "two": 5, "six": 6, "low": 1}, 3), "RICE").sentences

    assert 'Only "Six" and "Two" beat "One" on anything that the method counts.' == said[1]


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (10_000, "in every one of 10,000 weightings"),
        (9_996, "in all but 4 of 10,000 weightings"),
        (9_950, "in all but 50 of 10,000 weightings"),
        (9_949, "in 99% of 10,000 weightings"),
        (9_312, "in 93% of 10,000 weightings"),
        (51, "in 1% of 10,000 weightings"),
        (50, "in only 50 of 10,000 weightings"),
        (0, "in none of 10,000 weightings"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share: int, words: str) -> None:
    assert words == how_often(Fraction(share, 10_000))


@pytest.mark.parametrize(
    ("weight", "to", "words"),
    [
        ("50", "62", ("50", "62")),
        ("50", "62.5", ("50", "62.5")),
        ("50", "62.55", ("50", "about 62.6")),
        ("50", "50.04", ("50", "50.04")),
        ("50", "50.00123", ("50", "about 50.001")),
        ("33.333", "33.33", ("33.333", "33.33")),
        ("0", "0.004", ("0", "0.004")),
        ("25", "40.02", ("25", "about 40")),
    ],
)
def test_two_weights_never_read_the_same(weight: str, to: str, words: tuple[str, str]) -> None:
    assert words == moved(Fraction(weight), Fraction(to))
