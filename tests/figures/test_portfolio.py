"""What chosen work is made of: every piece counted once in each cut, shares held against their bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.portfolio import Portfolio, Slice, portfolio
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, EXAMPLE, write

if TYPE_CHECKING:
    from pathlib import Path

WEIGHTED = "criteria: {id: patient, weight: 100, max: 5}\n"
MANIFEST = "format: 1\ntitle: T\norganisation: {name: O}\nperiod: 2027\nowner: Board\n"


def of(folder: Path, *work: str, mix: str = "{}", limits: str = "{}") -> Portfolio:
    """Cut chosen initiatives w0, w1 … with some keys each."""
    lines = [f"- {{id: w{number}, title: T, choice: will, {keys}}}\n" for number, keys in enumerate(work)]
    files = {
        "initiatives.yaml": "".join(lines),
        "scoring.yaml": f"{WEIGHTED}mix: {mix}\n",
        "strategy.yaml": f"{MANIFEST}limits: {limits}\n",
    }
    return portfolio(load_folder(write(folder, files), AS_OF))


def shares(cut: tuple[Slice, ...]) -> list[object]:
    """Give the least and the most share of each slice, with what kind it is."""
    return [(one.kind, *(one.share or ())) for one in cut]


def ids(one: Slice) -> list[str]:
    return [initiative.id for initiative in one.work]


def test_chosen_work_is_cut_in_two_ways_and_what_is_over_or_undecided_is_in_neither(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        "portfolio: maintain, certainty: core, effort: 1",
        "portfolio: transform, certainty: experiment, effort: 3",
        "portfolio: transform, status: delivered, effort: 5",
        "portfolio: improve, status: stopped, effort: 5",
        "portfolio: improve, status: idea, effort: 5",
    )

    assert [("maintain", ["w0"]), ("improve", []), ("transform", ["w1"])] == [
        (one.kind, ids(one)) for one in found.portfolios
    ]
    assert [("core", ["w0"]), ("experiment", ["w1"])] == [(one.kind, ids(one)) for one in found.certainties]
    assert ["w0", "w1"] == ids(found.all)
    assert found.all.effort == 4
    assert [("all", 100, 100)] == shares((found.all,))
    assert [("maintain", 25, 25), ("improve", 0, 0), ("transform", 75, 75)] == shares(found.portfolios)
    assert [("core", 25, 25), ("experiment", 75, 75)] == shares(found.certainties)


def test_work_that_does_not_say_its_sort_stands_apart_and_makes_the_others_uncertain(tmp_path: Path) -> None:
    found = of(tmp_path, "portfolio: maintain, effort: 1", "effort: 3, certainty: core")

    assert [
        ("maintain", 25, 100),
        ("improve", 0, 75),
        ("transform", 0, 75),
        ("not-said", 75, 75),
    ] == shares(found.portfolios)
    assert [("core", 75, 100), ("experiment", 0, 25), ("not-said", 25, 25)] == shares(found.certainties)


@pytest.mark.parametrize("effort", ["certainty: core", "effort: -2"])
def test_without_every_effort_no_share_is_known_and_the_sum_is_what_is_said(effort: str, tmp_path: Path) -> None:
    found = of(
        tmp_path, "portfolio: maintain, effort: 2.5", f"portfolio: maintain, {effort}", mix="{maintain: {min: 1}}"
    )

    maintain = found.portfolios[0]
    assert (None, None, "open") == (found.all.share, maintain.share, maintain.verdict)
    assert ("5/2", ["w1"]) == (str(maintain.effort), [one.id for one in maintain.without_effort])


def test_money_is_capital_and_revenue_and_its_years_go_before_a_sum_for_all_of_it(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        "portfolio: maintain, cost: {capital: about £1.2m, revenue: £3, recurrent: £7}",
        "portfolio: maintain, cost: {capital: £99, by_year: {2027: {capital: £40}, 2028: {capital: £50}}}",
        "portfolio: improve",
    )

    assert [1_200_093, 0, 0] == [one.money for one in found.portfolios]
    assert [[], ["w2"], []] == [[one.id for one in cut.without_cost] for cut in found.portfolios]


@pytest.mark.parametrize(
    ("bounds", "verdict"),
    [
        pytest.param("{min: 25, max: 25}", "within", id="on both"),
        pytest.param("{min: 25.1}", "under", id="just under"),
        pytest.param("{max: 24.9}", "over", id="just over"),
        pytest.param("{min: 10}", "within", id="above the least"),
        pytest.param("{max: 40}", "within", id="below the most"),
        pytest.param("{}", None, id="no bound"),
    ],
)
def test_a_share_is_held_against_its_bounds(bounds: str, verdict: str | None, tmp_path: Path) -> None:
    found = of(
        tmp_path,
        "portfolio: maintain, effort: 1",
        "portfolio: improve, effort: 3",
        mix=f"{{maintain: {bounds}}}",
    )

    assert verdict == found.portfolios[0].verdict
    assert found.portfolios[1].verdict is None


@pytest.mark.parametrize(
    ("bounds", "verdict"),
    [
        ("{min: 25, max: 75}", "within"),
        ("{min: 26}", "open"),
        ("{min: 75}", "open"),
        ("{min: 76}", "under"),
        ("{max: 74}", "open"),
        ("{max: 25}", "open"),
        ("{max: 24}", "over"),
    ],
)
def test_a_share_between_two_numbers_may_lie_on_either_side(bounds: str, verdict: str, tmp_path: Path) -> None:
    work = ("portfolio: maintain, effort: 1", "effort: 2", "portfolio: improve, effort: 1")

    found = of(tmp_path, *work, mix=f"{{maintain: {bounds}}}")

    assert ("maintain", 25, 75) == shares(found.portfolios)[0]
    assert verdict == found.portfolios[0].verdict


def test_an_experiment_has_bounds_of_its_own_and_core_work_has_none(tmp_path: Path) -> None:
    work = ("portfolio: maintain, certainty: core, effort: 1", "portfolio: maintain, certainty: experiment, effort: 1")

    found = of(tmp_path, *work, mix="{experiment: {max: 15}}")

    assert [None, "over"] == [one.verdict for one in found.certainties]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [("{exemplars: 1}", (1, False, 1)), ("{exemplars: 2}", (2, False, 0)), ("{}", (4, True, 0))],
)
def test_exemplars_are_counted_against_their_limit(
    limits: str, expected: tuple[int, bool, int], tmp_path: Path
) -> None:
    exemplars = of(
        tmp_path,
        "exemplar: {value_by: 2027-06}, effort: 1",
        "exemplar: {why_here: A ward asked}",
        "status: delivered, exemplar: {value_by: 2026-01}",
        limits=limits,
    ).exemplars

    assert expected == (exemplars.most, exemplars.is_default, exemplars.over)
    assert [("w0", "2027-06"), ("w1", "None")] == [(one.initiative.id, str(one.value_by)) for one in exemplars.found]


def test_a_strategy_without_scoring_has_a_portfolio_without_bounds(tmp_path: Path) -> None:
    folder = write(tmp_path, {"initiatives.yaml": "- {id: a, title: A, choice: will, portfolio: improve, effort: 2}\n"})

    found = portfolio(load_folder(folder, AS_OF))

    assert [(0, None), (1, None), (0, None)] == [(len(one.work), one.verdict) for one in found.portfolios]


def test_the_cuts_of_the_example_hold_all_of_it() -> None:
    found = portfolio(load_folder(EXAMPLE, AS_OF))

    for cut in (found.portfolios, found.certainties):
        assert found.all.effort == sum(one.effort for one in cut)
        assert found.all.money == sum(one.money for one in cut)
        assert 100 == sum(one.share.least for one in cut if one.share)
