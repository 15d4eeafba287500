"""How far a strategy answers what a framework asks."""

from __future__ import annotations

import pytest

from digistrat.figures.coverage import answered, counted
from digistrat.frameworks.library import built_in
from digistrat.model.kinds.alignment import Answer
from digistrat.model.kinds.framework import Framework, Item

FRAMEWORK = Framework(
    id="asks",
    items=(Item(id="a"), Item(id="b"), Item(id="c", asked_of=("council",)), Item(id="d", asked_of=("nhs-trust",))),
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param("nhs-trust", {"met": 1, "unanswered": 2, "not-asked": 1}, id="one item is asked of others"),
        pytest.param(None, {"met": 1, "unanswered": 3}, id="a kind that is not named is asked everything"),
        pytest.param("agency", {"met": 1, "unanswered": 1, "not-asked": 2}, id="two items are asked of others"),
    ],
)
def test_what_nobody_answered_counts_where_it_is_asked_of_us(kind: str | None, expected: dict[str, int]) -> None:
    answers = (Answer(item="a", status="met"),)

    assert expected == counted(answered(FRAMEWORK, answers, kind))


def test_an_answer_without_a_status_is_none_and_still_shown() -> None:
    found = answered(FRAMEWORK, (Answer(item="a", response="Soon"), Answer(item="c")), "nhs-trust")

    assert ["unanswered", "unanswered", "unanswered", "unanswered"] == [one.coverage for one in found]
    assert found[0].answer
    assert "Soon" == found[0].answer.response


def test_an_answer_to_what_is_asked_of_others_counts() -> None:
    found = answered(FRAMEWORK, (Answer(item="c", status="planned"),), "nhs-trust")

    assert {"planned": 1, "unanswered": 3} == counted(found)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("met", "partly", "met", id="the first with a status counts"),
        pytest.param(None, "partly", "partly", id="one with a status comes before one without"),
        pytest.param("not-met", None, "not-met", id="one without a status takes nothing away"),
    ],
)
def test_of_two_answers_to_an_item_one_counts(first: str | None, second: str | None, expected: str) -> None:
    answers = [Answer.model_validate({"item": "b", "status": status}) for status in (first, second)]

    assert expected == answered(FRAMEWORK, answers, "nhs-trust")[1].coverage


def test_items_are_counted_in_the_order_of_how_well_they_are_answered() -> None:
    answers = (Answer(item="point 2", status="not-applicable"), Answer(item="3", status="met"), Answer(item="none"))
    found = counted(answered(built_in("wgll"), answers, "nhs-trust"))

    assert [("met", 1), ("not-applicable", 1), ("unanswered", 5)] == list(found.items())
