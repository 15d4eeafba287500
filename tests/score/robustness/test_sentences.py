"""Sentences about weights: each says what applying it shows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from digistrat.score.robustness.acceptability import weightings
from tests.score.robustness.tables import asked, first_at, sentences, table


def test_a_flip_upwards_is_seen_beyond_the_weight_it_names_and_not_before() -> None:
    comparison = table([50, 50], {"wards": [5, 8], "letters": [7, 4]}, 1)

    said = sentences(asked(comparison), "flip")

    assert said[0] == (
        'If "Benefit to patients" weighed a little more than about 66.7 instead of 50, and the others less in proportion, '
        '"Letters" would be in first place instead of "Wards".'
    )
    assert {"wards"} == first_at(comparison, 0, Fraction("66.6"))
    assert {"letters"} == first_at(comparison, 0, Fraction("66.7"))


def test_a_flip_downwards_is_seen_beyond_the_weight_it_names_and_not_before() -> None:
    comparison = table([60, 40], {"wards": [9, 5], "beds": [9, 0], "letters": [6, 2]}, 2)

    said = sentences(asked(comparison), "flip")

    assert said[0] == (
        'If "Benefit to patients" weighed a little less than 40 instead of 60, and the others more in proportion, '
        '"Letters" would be in the first 2 instead of "Beds".'
    )
    assert {"wards", "beds"} == first_at(comparison, 0, Fraction("40.1"))
    assert {"wards", "letters"} == first_at(comparison, 0, Fraction("39.9"))


@pytest.mark.parametrize(
    ("agreed", "start"),
    [
        pytest.param(
            55, 'A small change is enough: if "Benefit to patients" weighed a little less than 50 ', id="5 away"
        ),
        pytest.param(56, 'If "Benefit to patients" weighed a little less than 50 ', id="6 away"),
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


CLOSE = [
    (4, 55), (27, 24), (8, 43), (15, 42), (15, 41), (25, 28), (3, 54),
    (0, 56), (13, 46), (24, 26), (22, 35), (8, 45), (18, 33), (28, 27),
]  # fmt: skip


def test_five_at_most_are_named_inside_and_outside_the_least_sure_and_the_likeliest_first() -> None:
    robustness = asked(table([60, 40], {f"i{place}": row for place, row in enumerate(CLOSE)}, 6))

    named = [one.ids[0] for one in robustness.statements if one.about == "share"]

    shares = robustness.acceptability
    inside, outside = list(shares)[:6], list(shares)[6:]
    assert [*sorted(inside, key=shares.__getitem__)[:5], *sorted(outside, key=lambda name: -shares[name])[:5]] == named
    assert 6 == len([name for name in outside if shares[name] * 20 >= 1])
