"""Which benefits may be one gain told twice, and which parts and wholes join."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.benefits import families, without_end
from digistrat.figures.claims import same_figures
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy


def claimed(folder: Path, *benefits: str) -> Strategy:
    """Write benefits given as `amount: 5, per: year`, called a, b, c and so on."""
    lines = [f"- {{id: {id}, title: Gain {id}, {keys}}}\n" for id, keys in zip("abcdefg", benefits, strict=False)]
    return load_folder(write(folder, {"benefits.yaml": "".join(lines)}), AS_OF)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        pytest.param("amount: £20bn", "amount: £20bn", True, id="no method for either"),
        pytest.param("amount: £20bn", "amount: £21bn", False, id="another number"),
        pytest.param("amount: over £20bn", "amount: 20 billion", True, id="in other words"),
        pytest.param("amount: 900", "amount: 900", False, id="small, and no method for either"),
        pytest.param("amount: 900, method: M", "amount: 900, method: m", True, id="small, by one method"),
        pytest.param("amount: £40k, method: M", "amount: £40k, method: N", False, id="one digit, by two methods"),
        pytest.param("amount: £45k, method: M", "amount: £45k, method: N", False, id="two digits, by two methods"),
        pytest.param("amount: £45m, method: M", "amount: £45m, method: N", True, id="two digits of millions"),
        pytest.param("amount: £455, method: M", "amount: £455, method: N", True, id="three digits"),
        pytest.param("amount: £40k, method: M", "amount: £40k", False, id="a method for one of them"),
        pytest.param("amount: £455k, per: year", "amount: £455k, per: once", False, id="per another time"),
        pytest.param("amount: 455, unit: hours", "amount: 455, unit: Hours", True, id="in one unit"),
        pytest.param("amount: 455, unit: hours", "amount: 455, unit: days", False, id="in two"),
        pytest.param("amount: 45.5%", "amount: 45.5%", False, id="rates"),
        pytest.param("amount: £455k", "amount: £455k, counted_in: a", False, id="counted in it"),
        pytest.param("amount: £455k, title: One", "amount: £455k, title: one", False, id="one title"),
    ],
)
def test_a_figure_that_is_no_common_one_is_claimed_once(
    tmp_path: Path,
    one: str,
    other: str,
    is_same: bool,  # noqa: FBT001  (a table)
) -> None:
    titles = [
        f"- {{id: {id}, {keys if 'title' in keys else f'title: Gain {id}, {keys}'}}}\n"
        for id, keys in (("a", one), ("b", other))
    ]
    strategy = load_folder(write(tmp_path, {"benefits.yaml": "".join(titles)}), AS_OF)

    assert ([("b", "a")] if is_same else []) == [(later.id, earlier.id) for later, earlier in same_figures(strategy)]


def test_each_further_claim_is_held_against_the_first(tmp_path: Path) -> None:
    strategy = claimed(tmp_path, "amount: £455k", "amount: £455k", "amount: £455k")

    assert [("b", "a"), ("c", "a")] == [(later.id, earlier.id) for later, earlier in same_figures(strategy)]


def test_a_family_is_joined_over_any_number_of_steps(tmp_path: Path) -> None:
    strategy = claimed(tmp_path, "parts: [b]", "parts: [c]", "unit: hours", "counted_in: c", "unit: hours")
    family = families(strategy)

    assert 1 == len({family[id] for id in "abcd"})
    assert family["e"] not in {family[id] for id in "abcd"}


def test_parts_without_end_are_those_that_lead_round(tmp_path: Path) -> None:
    strategy = claimed(
        tmp_path, "parts: [b, c]", "parts: c", "unit: hours", "parts: e", "parts: d", "parts: [e, c]", "parts: g"
    )

    assert {"d", "e", "f", "g"} == without_end(strategy)
