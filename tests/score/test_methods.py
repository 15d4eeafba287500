"""Each method gives what its publication works out, and nothing where a number is not known."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digistrat.figures.methods import DECLARED
from digistrat.model.kinds.initiative import Initiative
from digistrat.model.kinds.scoring import Method
from digistrat.score.methods import METHODS, ice, rice, value_effort, wsjf
from digistrat.score.table import Column, Row

PRESETS = [name for name, method in DECLARED.items() if not method.is_weighted]
EXACT = {
    "reach": "5",
    "impact": "4",
    "confidence": "3",
    "ease": "2",
    "value": "6",
    "urgency": "7",
    "risk-reduction": "8",
}


def row(**numbers: str) -> Row:
    """Give a row; `risk_reduction` stands for the criterion of that name."""
    points = {name.replace("_", "-"): Fraction(number) for name, number in numbers.items()}
    return Row("one", points, points.get("effort"))


def test_every_method_of_the_format_is_declared_and_has_a_sum() -> None:
    assert set(get_args(Method)) == set(DECLARED) == set(METHODS)


def test_the_fields_a_method_takes_are_fields_of_an_initiative() -> None:
    assert {name for method in DECLARED.values() for name in method.fields} <= set(Initiative.model_fields)


# Source: Intercom, RICE: Simple prioritization for product managers (2016), the three projects.
@pytest.mark.parametrize(
    ("reach", "impact", "confidence", "effort", "total"),
    [("450", "3", "100", "2", "675"), ("2000", "1", "80", "4", "400"), ("800", "2", "50", "1", "800")],
)
def test_rice_gives_the_published_scores(reach: str, impact: str, confidence: str, effort: str, total: str) -> None:
    result = rice.score([], row(reach=reach, impact=impact, confidence=confidence, effort=effort))

    assert result
    assert Fraction(total) == result.score
    assert {"reach", "impact", "confidence", "effort"} == set(result.parts)


def test_ice_gives_the_published_mean() -> None:
    # Source: Ellis and Brown, Hacking Growth (2017), ch. 4: a reward for each friend who joins, 7, 4 and 8.
    result = ice.mean([], row(impact="7", confidence="4", ease="8"))

    assert result
    assert Fraction(19, 3) == result.score


# Source: a glossary of product management with the product worked out: a referral programme, a faster site.
@pytest.mark.parametrize(("numbers", "total"), [(("8", "7", "5"), 280), (("6", "9", "8"), 432)])
def test_ice_gives_the_published_product(numbers: tuple[str, str, str], total: int) -> None:
    result = ice.product([], row(**dict(zip(("impact", "confidence", "ease"), numbers, strict=True))))

    assert result
    assert total == result.score


def test_mean_and_product_may_rank_differently() -> None:
    even, uneven = (row(impact=a, confidence=b, ease=c) for a, b, c in (("6", "6", "6"), ("9", "9", "1")))

    means, products = ([sum_of([], one) for one in (even, uneven)] for sum_of in (ice.mean, ice.product))

    assert [Fraction(6), Fraction(19, 3)] == [one.score for one in means if one]
    assert [Fraction(216), Fraction(81)] == [one.score for one in products if one]


# Source: a public worksheet for SAFe's WSJF with 8 + 5 + 13 over 5 and so on; then Scaled Agile's own three jobs, of a
# cost of delay of 10, 3 and 1 that last 1, 3 and 10, after Reinertsen (2009).
@pytest.mark.parametrize(
    ("numbers", "total"),
    [
        (("8", "5", "13", "5"), "5.2"),
        (("8", "5", "8", "5"), "4.2"),
        (("13", "5", "8", "8"), "3.25"),
        (("5", "3", "8", "5"), "3.2"),
        (("8", "1", "5", "5"), "2.8"),
        (("13", "3", "8", "8"), "3"),
        (("5", "1", "5", "5"), "2.2"),
        (("10", "0", "0", "1"), "10"),
        (("1", "1", "1", "3"), "1"),
        (("0", "1", "0", "10"), "0.1"),
    ],
)
def test_wsjf_gives_the_published_scores(numbers: tuple[str, ...], total: str) -> None:
    names = ("value", "urgency", "risk_reduction", "effort")

    result = wsjf.score([], row(**dict(zip(names, numbers, strict=True))))

    assert result
    assert Fraction(total) == result.score


def test_value_for_effort_is_the_published_total_over_the_effort() -> None:
    # Totals as published by Calderdale and Huddersfield NHS Foundation Trust (2020): 70 and 90.
    columns = [Column("patient", "", Fraction(50), Fraction(10)), Column("staff", "", Fraction(50), Fraction(5))]
    points = {"patient": Fraction(8), "staff": Fraction(3)}

    result = value_effort.score(columns, Row("one", points, Fraction(4)))

    assert result
    assert Fraction(70, 4) == result.score
    assert 70 == sum(result.parts.values())


@pytest.mark.parametrize("effort", [None, Fraction(0), Fraction(-1)])
def test_value_for_no_effort_is_no_score(effort: Fraction | None) -> None:
    columns = [Column("patient", "", Fraction(100), Fraction(5))]

    assert value_effort.score(columns, Row("one", {"patient": Fraction(5)}, effort)) is None


def test_an_effort_without_a_value_is_no_score() -> None:
    assert value_effort.score([Column("patient", "", Fraction(100), Fraction(5))], Row("one", {}, Fraction(1))) is None


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_scores_nothing_unless_every_number_is_known(name: str) -> None:
    whole = {column: Fraction(EXACT.get(column, "1")) for column in DECLARED[name].inputs}

    assert METHODS[name]([], Row("one", whole, None))
    for missing in whole:
        known = {column: number for column, number in whole.items() if column != missing}
        assert METHODS[name]([], Row("one", known, None)) is None, missing


@pytest.mark.parametrize("name", [name for name in PRESETS if DECLARED[name].divides])
@pytest.mark.parametrize("effort", [0, -2])
def test_nothing_is_divided_by_no_effort(name: str, effort: int) -> None:
    numbers = {column: Fraction(1) for column in DECLARED[name].inputs} | {"effort": Fraction(effort)}

    assert METHODS[name]([], Row("one", numbers, Fraction(effort))) is None


positive = st.fractions(min_value=Fraction(1, 10), max_value=100)


@given(st.sampled_from(PRESETS), st.data())
def test_more_of_anything_but_effort_never_scores_less(name: str, data: st.DataObject) -> None:
    inputs = DECLARED[name].inputs
    low = {column: data.draw(positive) for column in inputs}
    changed = data.draw(st.sampled_from(inputs))
    high = low | {changed: low[changed] + data.draw(positive)}

    less, more = (METHODS[name]([], Row("one", numbers, None)) for numbers in (low, high))

    assert less
    assert more
    assert more.score < less.score if changed == "effort" else less.score < more.score


@given(positive, st.lists(st.tuples(positive, positive, positive, positive), min_size=2, max_size=6))
def test_the_unit_of_reach_and_effort_moves_nobody(factor: Fraction, some: list[tuple[Fraction, ...]]) -> None:
    names = ("reach", "impact", "confidence", "effort")
    plain = [dict(zip(names, numbers, strict=True)) for numbers in some]
    scaled = [one | {"reach": one["reach"] * factor, "effort": one["effort"] / factor} for one in plain]

    before, after = (
        [result.score for one in rows if (result := rice.score([], Row("one", one, None)))] for rows in (plain, scaled)
    )

    order = sorted(range(len(some)), key=lambda index: (before[index], index))
    assert order == sorted(range(len(some)), key=lambda index: (after[index], index))
