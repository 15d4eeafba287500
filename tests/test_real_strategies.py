"""Two real strategies, written down as they were published: the counts are those made by hand in the sources."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest

from digistrat.frameworks.library import built_in, item_of
from digistrat.lint.engine import run
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, HERE

if TYPE_CHECKING:
    from digistrat.model.strategy import Strategy

REAL = HERE / "real"
PUBLISHED = date(2012, 12, 21)
SHAPE = {"unknown-key", "missing-key", "wrong-type", "bad-value", "bad-date", "bad-quantity", "bad-id", "duplicate-id",
         "unknown-file", "unknown-reference", "renamed-reference", "circular-reference"}  # fmt: skip


@cache
def department() -> Strategy:
    return load_folder(REAL / "department-of-health-2012", PUBLISHED)


@cache
def devon() -> Strategy:
    return load_folder(REAL / "devon-benefits", AS_OF)


@pytest.mark.parametrize("strategy", [department, devon])
def test_everything_in_it_can_be_said_in_the_format(strategy: object) -> None:
    findings = run(strategy()).findings  # type: ignore[operator]  # one of the two above

    assert [] == [one.message for one in findings if one.rule in SHAPE]


def test_fifteen_headlines_have_no_owner_and_no_measure_and_three_have_a_date() -> None:
    headlines = [one for one in department().commitments.values() if one.headline]

    assert (15, 0, 0, 3) == (
        len(headlines),
        sum(bool(one.owner) for one in headlines),
        sum(bool(one.measure) for one in headlines),
        sum(bool(one.due) for one in headlines),
    )


def test_four_headlines_have_nothing_under_them() -> None:
    empty = [
        one.id
        for one in department().commitments.values()
        if one.headline and not department().linking_to(one, "commitments")
    ]

    assert {"virtual-networks", "masterclasses", "mixed-teams", "information-policies"} == set(empty)


def test_lint_asks_of_each_promise_what_the_document_does_not_say() -> None:
    found = Counter(one.rule for one in run(department()).findings)
    promises = list(department().commitments.values())

    assert 54 == len(promises) == found["unowned-commitment"]
    assert sum(not (one.due or one.standing or one.applies_if) for one in promises) == found["undated-commitment"] == 40
    assert found["unmeasured-commitment"] == 52


def test_thirteen_of_fourteen_actions_are_answered() -> None:
    answers = department().alignments["uk-gds-2012"].responses
    items = [item_of(built_in("uk-gds-2012"), one.item) for one in answers]

    assert 14 == len({item.id for item in items if item}) == len(built_in("uk-gds-2012").items)
    assert ["action-4"] == [one.item for one in answers if one.status is None]


def test_its_case_studies_glossary_and_skills_are_all_there() -> None:
    strategy = department()

    assert (13, 7) == (len(strategy.stories), sum(bool(one.impact) for one in strategy.stories.values()))
    assert len(strategy.glossary) == 18
    assert (7, 7) == (len(strategy.manifest.related), len(strategy.delivery.skills if strategy.delivery else ()))


def test_the_benefits_of_devon_agree_with_what_is_claimed() -> None:
    (total,) = (one for one in devon().benefits.values() if one.parts)
    parts = devon().find_all("benefits", total.parts)

    assert [Decimal(2_100_000_000), Decimal(151_000_000), Decimal(100_000_000), Decimal(74_000_000)] == [
        part.amount.value for part in parts
    ]
    assert ("over", Decimal(2_400_000_000)) == (total.amount.modality, total.amount.value) if total.amount else None
    assert {"year"} == {one.per for one in devon().benefits.values()}


# Every finding was read beside the source: each is true of the strategy as it was published.
DEPARTMENT = {
    "benefit-without-method": 1,
    "benefit-without-owner": 4,
    "commitment-without-baseline": 1,
    "commitment-without-outcome": 10,
    "constraint-without-response": 1,
    "engagement-incomplete": 1,
    "long-sentence": 6,
    "missing-risk": 1,
    "monitoring-without-notice": 1,
    "need-without-evidence": 15,
    "no-next-review": 1,
    "no-rhythm": 1,
    "one-sided-benefits": 1,
    "orphan-commitment": 17,
    "too-many-commitments": 1,
    "unanswered-item": 1,
    "unconsidered-constraint": 1,
    "undated-commitment": 40,
    "undefined-acronym": 1,
    "unlinked-outcome": 3,
    "unmeasured-commitment": 52,
    "unmeasured-outcome": 5,
    "unowned-commitment": 54,
    "unresourced-commitment": 54,
    "unused-term": 11,
    "vague-commitment": 5,
}
DEVON = {
    "benefit-without-method": 4,
    "benefit-without-owner": 5,
    "missing-risk": 1,
    "missing-user-group": 1,
    "no-rhythm": 1,
    "nothing-delivered": 1,
    "nothing-ruled-out": 1,
    "strategy-ended": 1,
    "unchanged-organisation": 1,
    "unlinked-outcome": 1,
    "unmeasured-outcome": 1,
}


@pytest.mark.parametrize(("strategy", "expected"), [(department, DEPARTMENT), (devon, DEVON)])
def test_lint_finds_what_a_reader_counted_and_nothing_else(strategy: object, expected: dict[str, int]) -> None:
    found = Counter(one.rule for one in run(strategy()).findings)  # type: ignore[operator]  # one of the two above

    assert expected == found
