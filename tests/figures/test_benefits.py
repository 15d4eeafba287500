"""Parts and wholes: whether what is claimed is what its parts come to, with `about` and `over` at their word."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from digistrat.figures.benefits import Parts, Sum, parts_of
from digistrat.model.load import load_folder
from digistrat.model.values.context import Context
from digistrat.model.values.interval import Interval, total, total_of
from digistrat.model.values.quantity import Quantity, parse_quantity
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path


def quantity(text: str) -> Quantity:
    return parse_quantity(text, Context())


def parts(folder: Path, whole: str, *others: str) -> Parts | None:
    """Add up parts written as `amount: 5, per: year`, called a, b, c and so on."""
    lines = [f"- {{id: {id}, title: {id}, {keys}}}" for id, keys in zip("abcdefg", others, strict=False)]
    names = ", ".join("abcdefg"[: len(others)])
    claim = f"- {{id: whole, title: Whole, {whole}, parts: [{names}]}}"
    strategy = load_folder(write(folder, {"benefits.yaml": "\n".join([claim, *lines]) + "\n"}), AS_OF)
    return parts_of(strategy, strategy.benefits["whole"])


def sum_of(folder: Path, whole: str, *others: str) -> Sum:
    found = parts(folder, whole, *others)
    assert found
    assert found.sum
    return found.sum


def test_over_so_much_agrees_with_parts_that_come_to_a_little_more(tmp_path: Path) -> None:
    found = sum_of(
        tmp_path,
        "amount: over £2.4bn",
        "amount: circa £2.1bn",
        "amount: £151m",
        "amount: £100m",
        "amount: around £74m",
    )

    assert (Decimal(2_425_000_000), "about", "agrees") == (found.value, found.modality, found.verdict)
    assert Interval(Decimal(2_316_300_000), Decimal(2_533_700_000)) == found.interval


@pytest.mark.parametrize(
    ("claim", "amounts", "verdict"),
    [
        pytest.param("10", ("4", "6"), "agrees", id="exactly"),
        pytest.param("10", ("4", "5"), "disagrees", id="not quite"),
        pytest.param("over 10", ("4", "6"), "disagrees", id="over is more than"),
        pytest.param("at least 10", ("4", "6"), "agrees", id="at least is no less than"),
        pytest.param("10", ("over 4", "6"), "disagrees", id="more than four and six is more than ten"),
        pytest.param("10", ("at least 4", "6"), "agrees", id="at least four and six may be ten"),
        pytest.param("10", ("up to 6", "6"), "agrees", id="up to six may be four"),
        pytest.param("3", ("up to 6", "6"), "disagrees", id="up to six is not less than nothing"),
        pytest.param("up to 9", ("4", "6"), "disagrees", id="up to is no more than"),
        pytest.param("about 10", ("4", "6.5"), "agrees", id="about leaves five per cent"),
        pytest.param("about 10", ("4", "6.6"), "disagrees", id="and no more"),
    ],
)
def test_a_claim_agrees_where_it_could_mean_what_the_parts_could(
    tmp_path: Path, claim: str, amounts: tuple[str, str], verdict: str
) -> None:
    assert verdict == sum_of(tmp_path, f"amount: {claim}", *(f"amount: {amount}" for amount in amounts)).verdict


@pytest.mark.parametrize(
    ("amounts", "modality"),
    [
        (("4", "6"), "exactly"),
        (("4", "about 6"), "about"),
        (("over 4", "6"), "over"),
        (("up to 4", "up to 6"), "up to"),
        (("over 4", "about 6"), "about"),
    ],
)
def test_a_sum_is_as_exact_as_its_parts(tmp_path: Path, amounts: tuple[str, str], modality: str) -> None:
    assert modality == sum_of(tmp_path, "amount: 10", *(f"amount: {amount}" for amount in amounts)).modality


@pytest.mark.parametrize(
    ("whole", "verdict"),
    [
        ("kind: social", "nothing claimed"),
        ("amount: 10, unit: hours", "not comparable"),
        ("amount: 10, per: once", "not comparable"),
        ("amount: 10%", "not comparable"),
        ("amount: 10, per: year", "agrees"),
    ],
)
def test_a_claim_of_another_sort_is_not_compared(tmp_path: Path, whole: str, verdict: str) -> None:
    assert verdict == sum_of(tmp_path, whole, "amount: 4, per: year", "amount: 6").verdict


@pytest.mark.parametrize("second", ["amount: 6, unit: hours", "amount: 6%", "amount: 6, per: once"])
def test_parts_of_different_sorts_are_not_added(tmp_path: Path, second: str) -> None:
    found = parts(tmp_path, "amount: 10", "amount: 4, per: year", second, "amount: 1")

    assert found
    assert found.sum is None
    assert ["b"] == [one.id for one in found.unlike]


def test_parts_of_which_one_has_no_amount_are_not_added(tmp_path: Path) -> None:
    found = parts(tmp_path, "amount: 10", "kind: social", "amount: 4")

    assert found
    assert (None, ["a"], ()) == (found.sum, [one.id for one in found.without_amount], found.unlike)


def test_a_part_named_twice_counts_once(tmp_path: Path) -> None:
    files = {"benefits.yaml": "- {id: a, title: A, amount: 4, parts: [b, b, c]}\n- {id: b, title: B, amount: 4}\n"}
    strategy = load_folder(write(tmp_path, files), AS_OF)
    found = parts_of(strategy, strategy.benefits["a"])

    assert found
    assert found.sum
    assert (Decimal(4), "agrees") == (found.sum.value, found.sum.verdict)
    assert parts_of(strategy, strategy.benefits["b"]) is None


amounts = some.builds(
    "{}{}{}".format,
    some.sampled_from(["", "about ", "at least ", "over ", "up to "]),
    some.integers(0, 10**6).map(str),
    some.sampled_from(["", ".5", ".25", "k", "m", "bn"]),
)


@given(some.lists(amounts.map(quantity), max_size=5))
def test_a_sum_holds_every_sum_of_what_its_parts_hold(quantities: list[Quantity]) -> None:
    whole = total_of(one.interval for one in quantities)
    more = [one.value + 1 if one.interval.holds(one.value + 1) else one.interval.high for one in quantities]
    inside = [number for number in more if number is not None]

    assert all(one.interval.holds(number) for one, number in zip(quantities, inside, strict=True))
    assert whole.holds(total(inside))
    assert whole == total_of(one.interval for one in reversed(quantities))


@given(amounts.map(quantity), some.integers(0, 10**16))
def test_an_amount_holds_what_it_agrees_with(amount: Quantity, number: int) -> None:
    near = [Decimal(number), amount.value, amount.value + 1, amount.value * Decimal("0.95")]

    assert [amount.agrees_with(one) for one in near] == [amount.interval.holds(one) for one in near]


@given(amounts.map(quantity), amounts.map(quantity))
def test_two_amounts_meet_both_ways_round(one: Quantity, other: Quantity) -> None:
    assert one.interval.meets(other.interval) == other.interval.meets(one.interval)
    assert one.interval.meets(one.interval)


def test_a_loss_of_up_to_so_much_has_no_other_end() -> None:
    assert Interval(None, Decimal(-5)) == quantity("up to -5").interval
    assert Interval(None, Decimal(-4)) == total_of([quantity("up to -5").interval, quantity("1").interval])


def test_a_sum_is_exact_however_far_its_parts_lie_apart() -> None:
    assert Decimal("900000000000000000000000000.00000000000001") == total(
        [Decimal("900000000000000e12"), Decimal("0.00000000000001")]
    )
