"""How sure the chosen set is: what each figure names is done, and the change is seen."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.plan import plan_of
from digistrat.plan.problem import problem_of
from digistrat.plan.robust import PlanFlip, plan_robustness
from digistrat.plan.sureness import sentences
from digistrat.plan.weighing import weighing_of
from tests.plan.larger import larger
from tests.plan.small import HAND, POT, loaded, scored, strategy_of

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy
    from digistrat.plan.plan import Plan
    from digistrat.plan.robust import PlanRobustness
    from digistrat.plan.solver import Means
    from digistrat.plan.weighing import Weighing

SEEDS = (0, 2, 4, 6, 8, 10)
NEARLY = Fraction(1, 1000)  # of a weight: so far before and beyond a flip is looked at
TWO = "method: weighted\nplan: {from: 2027-04, quarters: 4}\ncriteria: [{id: x, weight: 60, max: 10}, {id: y, weight: 40, max: 10}]\n"


def weighed(strategy: Strategy, means: Means | None = None) -> tuple[Weighing, Plan]:
    problem = problem_of(strategy, scored(strategy))
    weighing = weighing_of(strategy, problem)
    assert weighing is not None
    return weighing, plan_of(problem, means)


def robustness(weighing: Weighing, plan: Plan) -> PlanRobustness:
    found = plan_robustness(weighing, plan)
    assert found is not None
    return found


def is_still_best(weighing: Weighing, plan: Plan, place: int, weight: Fraction) -> bool:
    """Tell whether the same work, in whichever quarters, is worth as much as any other with one weight changed."""
    problem = weighing.under(weighing.with_one_at(place, weight))
    rest = [id for id in problem.work if id not in plan.schedule]
    return plan_of(problem.changed([*plan.schedule], rest)).value == plan_of(problem).value


def at(weighing: Weighing, flip: PlanFlip) -> int:
    return weighing.criteria.index(flip.criterion)


@pytest.mark.parametrize("seed", SEEDS)
def test_just_before_a_flip_the_same_work_is_best_and_just_beyond_it_is_not(seed: int, tmp_path: Path) -> None:
    weighing, plan = weighed(loaded(tmp_path, larger(seed)))

    found = robustness(weighing, plan)

    for flip in found.flips:
        around = [flip.to - NEARLY, flip.to + NEARLY]
        before, beyond = around if flip.to > flip.weight else around[::-1]
        still = [is_still_best(weighing, plan, at(weighing, flip), weight) for weight in (before, beyond)]
        assert not all(still)
        assert [True, False] == still or flip.distance < NEARLY
        assert flip.entering or flip.leaving
        assert not {*flip.entering} & plan.schedule.keys()
        assert {*flip.leaving} <= plan.schedule.keys()


@pytest.mark.parametrize("seed", SEEDS)
def test_between_the_agreed_weight_and_its_nearest_flip_nothing_changes(seed: int, tmp_path: Path) -> None:
    weighing, plan = weighed(loaded(tmp_path, larger(seed)))

    found = robustness(weighing, plan)

    reach = {flip.criterion: flip.distance for flip in found.flips} | dict.fromkeys(found.steady, Fraction(100))
    for place, criterion in enumerate(weighing.criteria):
        for weight in (Fraction(tenth * 10) for tenth in range(11) if criterion in reach):
            if abs(weight - weighing.weights[place]) < reach[criterion]:
                assert is_still_best(weighing, plan, place, weight)


def test_a_flip_is_where_two_lines_cross(tmp_path: Path) -> None:
    work = ["id: a, scores: {x: 8, y: 0}, uses: {pot: 10}", "id: b, scores: {x: 0, y: 8}, uses: {pot: 10}"]
    weighing, plan = weighed(strategy_of(tmp_path, *work, having=POT, scoring=TWO))

    found = robustness(weighing, plan)

    half = Fraction(50)
    x, y = (PlanFlip(id, Fraction(weight), half, ("b",), ("a",)) for id, weight in (("x", 60), ("y", 40)))
    assert (x, y) == found.flips
    assert [10, 10] == [flip.distance for flip in found.flips]
    assert ((), ()) == (found.steady, found.unknown)
    assert {"a", "b"} == found.shares.keys()
    assert 1 == sum(found.shares.values())
    assert found.shares["a"] > Fraction(3, 4)


def test_where_all_fits_no_weight_changes_anything(tmp_path: Path) -> None:
    work = ["id: a, scores: {x: 8, y: 1}", "id: b, scores: {x: 1, y: 8}"]
    weighing, plan = weighed(strategy_of(tmp_path, *work, scoring=TWO))

    found = robustness(weighing, plan)

    assert ((), ("x", "y"), 1) == (found.flips, found.steady, found.plans)
    assert found.holds_all
    assert {"a": Fraction(1), "b": Fraction(1)} == found.shares


def test_the_same_work_in_other_quarters_is_no_flip(tmp_path: Path) -> None:
    having = "id: team, capacity: {per: quarter, available: 2}"
    work = ["id: a, scores: {x: 8, y: 1}, uses: {team: 2}", "id: b, scores: {x: 1, y: 8}, uses: {team: 2}"]
    weighing, plan = weighed(strategy_of(tmp_path, *work, having=having, scoring=TWO))

    found = robustness(weighing, plan)

    assert ((), ("x", "y"), 2) == (found.flips, found.steady, found.plans)
    assert found.holds_all


def test_other_weights_are_planned_with_by_the_means_that_are_given(tmp_path: Path) -> None:
    work = ["id: a, scores: {x: 8, y: 0}, uses: {pot: 8}", "id: b, scores: {x: 1, y: 6}, uses: {pot: 7}"]
    weighing, plan = weighed(strategy_of(tmp_path, *work, having=POT, scoring=TWO))

    found = plan_robustness(weighing, plan, HAND)

    assert found is not None
    assert ((), (), ("x", "y")) == (found.flips, found.steady, found.unknown)


def test_what_is_not_proven_to_be_best_is_not_asked_about(tmp_path: Path) -> None:
    weighing, plan = weighed(strategy_of(tmp_path, "id: a, scores: {x: 8, y: 1}", scoring=TWO), HAND)

    assert plan_robustness(weighing, plan) is None


@pytest.mark.parametrize(
    "scoring",
    [
        pytest.param("", id="no scoring"),
        pytest.param("method: rice\n", id="a method without weights"),
        pytest.param("method: weighted\ncriteria: [{id: x, weight: 100, max: 5}]\n", id="one criterion"),
        pytest.param(TWO.replace("weight: 60", "weight: 100").replace("weight: 40", "weight: 0"), id="one that counts"),
    ],
)
def test_without_two_weights_there_is_nothing_to_ask(scoring: str, tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, "id: a, must_do: true", scoring=scoring)

    assert weighing_of(strategy, problem_of(strategy, scored(strategy))) is None


@pytest.mark.parametrize("seed", range(4))
def test_under_the_agreed_weights_the_problem_is_the_same(seed: int, tmp_path: Path) -> None:
    weighing, plan = weighed(loaded(tmp_path, larger(seed)), HAND)

    again = weighing.under(weighing.weights)

    assert weighing.problem.options == again.options
    parts = zip(weighing.parts(plan.schedule), weighing.weights, strict=True)
    assert plan.value == sum(part * weight for part, weight in parts)


def test_the_other_weights_keep_their_proportions_and_all_add_up(tmp_path: Path) -> None:
    three = TWO.replace("weight: 60", "weight: 50").replace("}]", "}, {id: z, weight: 10, max: 5}]")
    weighing, _ = weighed(strategy_of(tmp_path, "id: a, scores: {x: 8, y: 1, z: 1}", scoring=three))

    assert [75, 20, 5] == [*weighing.with_one_at(0, Fraction(75))]
    assert [100, 0, 0] == [*weighing.with_one_at(0, Fraction(100))]


def test_of_two_plans_that_are_as_good_it_is_said_that_they_are(tmp_path: Path) -> None:
    work = ["id: a, scores: {x: 5, y: 6.5}, uses: {pot: 10}", "id: b, scores: {x: 8, y: 2}, uses: {pot: 10}"]
    strategy = strategy_of(tmp_path, *work, having=POT, scoring=TWO)
    weighing, plan = weighed(strategy)

    found = robustness(weighing, plan)

    said = 'A plan with "T" and without "T" is worth just as much: the least change of "{}" decides.'
    assert [said.format("x"), said.format("y")] == list(sentences(strategy, found))[:2]
    assert [0, 0] == [flip.distance for flip in found.flips]


def test_a_weight_that_the_walk_could_not_settle_is_left_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digistrat.plan.robust._STEPS", 1)
    work = ["id: a, scores: {x: 8, y: 0}, uses: {pot: 10}", "id: b, scores: {x: 0, y: 8}, uses: {pot: 10}"]
    strategy = strategy_of(tmp_path, *work, having=POT, scoring=TWO)
    weighing, plan = weighed(strategy)

    found = robustness(weighing, plan)

    assert ((), (), ("x", "y")) == (found.flips, found.steady, found.unknown)
    assert 'How far the weight of "x" may move could not be proven.' in list(sentences(strategy, found))


def test_each_figure_has_its_sentence(tmp_path: Path) -> None:
    work = ["id: a, scores: {x: 8, y: 0}, uses: {pot: 5}", "id: b, scores: {x: 0, y: 8}, uses: {pot: 6}"]
    strategy = strategy_of(tmp_path, *work, "id: c, scores: {x: 9, y: 9}, effort: 1", having=POT, scoring=TWO)
    weighing, plan = weighed(strategy)

    said = list(sentences(strategy, robustness(weighing, plan)))

    others = "and the others {} in proportion,"
    assert said[:2] == [
        f'If "x" weighed a little less than 50 instead of 60, {others.format("more")} "T" would be in the plan instead of "T".',
        f'If "y" weighed a little more than 50 instead of 40, {others.format("less")} "T" would be in the plan instead of "T".',
    ]
    assert all(one.startswith('"T": the best of the 2 plans looked at has it in ') for one in said[2:])
    assert 4 == len(said)


def test_where_all_fits_only_that_is_said(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, "id: a, scores: {x: 8, y: 1}", scoring=TWO)
    weighing, plan = weighed(strategy)

    said = list(sentences(strategy, robustness(weighing, plan)))

    assert ["All that can be chosen fits, so the weights do not decide what is in the plan, only when."] == said


def test_where_no_weight_changes_anything_that_is_said_once(tmp_path: Path) -> None:
    work = ["id: a, scores: {x: 8, y: 8}, uses: {pot: 6}", "id: b, scores: {x: 1, y: 1}, uses: {pot: 6}"]
    strategy = strategy_of(tmp_path, *work, having=POT, scoring=TWO)
    weighing, plan = weighed(strategy)

    found = robustness(weighing, plan)

    said = list(sentences(strategy, found))
    assert (False, ("x", "y")) == (found.holds_all, found.steady)
    assert ["No change of a single weight changes what is in the plan."] == said


def test_where_a_weight_only_takes_work_out_of_the_plan_that_is_said(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, "id: a, scores: {x: 8, y: 1}", "id: b", scoring=TWO)
    weighing, plan = weighed(strategy)
    flip = PlanFlip("x", Fraction(60), Fraction(20), (), ("a",))

    said = list(sentences(strategy, replace(robustness(weighing, plan), flips=(flip,), holds_all=False)))

    assert (
        'If "x" weighed a little less than 20 instead of 60, and the others more in proportion, "T" would leave the plan.'
        == said[0]
    )
