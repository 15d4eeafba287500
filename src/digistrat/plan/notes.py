"""What a reader of a plan has to know besides: what was not counted, what was taken for granted, what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.spans import month_number
from digistrat.plan.accepted import slots_of
from digistrat.plan.work import is_certain
from digistrat.wording import counted, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.plan.plan import Plan

_NAMED = 3  # initiatives in a row before the rest is only counted


def notes_of(strategy: Strategy, plan: Plan, errors: int) -> Iterator[str]:
    """Say what a plan does not show; `errors` is how many findings stop the ranking."""
    faults = sum(len(found) for found in strategy.faults.values())
    if faults:
        said = f"{counted(faults, 'fault')} in what the files say"
        yield f"{said}: numbers may be missing or cut short, and the plan with them; see `digistrat lint`"
    if errors:
        yield f"{counted(errors, 'scoring error')}: the scores may be wrong, and the plan with them; see `digistrat score`"
    yield from plan.problem.notes
    yield from _of_the_quarters(strategy, plan)
    yield from _of_the_work(strategy, plan)
    yield from _of_the_last_plan(strategy, plan)


def _of_the_quarters(strategy: Strategy, plan: Plan) -> Iterator[str]:
    quarters, said = plan.problem.quarters, strategy.scoring.plan if strategy.scoring else None
    if quarters.number and quarters.months(0, 1).last < month_number(strategy.as_of):
        yield "the plan's first quarter is over, and nothing new begins in it; move `plan: from` in scoring.yaml"
    if said and said.quarters and said.quarters > quarters.number:
        yield f"the plan looks {counted(quarters.number, 'quarter')} ahead at most, not {said.quarters:,}"


def _of_the_work(strategy: Strategy, plan: Plan) -> Iterator[str]:
    """Say which work was taken at its word though the day speaks against it, or says too little, or something else."""
    today = plan.problem.quarters.holding(month_number(strategy.as_of))
    work = [(one.initiative, one.slots[0]) for one in plan.problem.work.values()]
    begun = [(one, slot) for one, slot in work if one.status == "in-progress"]
    late = [one for one, slot in begun if slot.finish <= today]
    if late:
        yield f"{_named(late)} should have ended and {_is(late)} still in progress: the plan counts {_it(late)} as ended"
    waiting = [
        one
        for one, slot in work
        if one.status != "in-progress" and one.start and is_certain(strategy, one) and slot.start < today
    ]
    if waiting:
        yield f"{_named(waiting)} should have begun, and {_is(waiting)} not in progress: say so, or give another start"
    against = [
        (one, decision)
        for one, _ in work
        if one.id in plan.schedule
        for decision in strategy.linking_to(one, "decisions", "rules_out")
    ]
    yield from (f'"{one.title}" is in the plan, and the decision {other.id!r} rules it out' for one, other in against)
    unsized = [one for one, _ in work if _is_unsized(one)]
    if unsized:
        say = "says" if len(unsized) == 1 else "say"
        yield f"{_named(unsized)} {say} no duration, cost or use of anybody: planned as one quarter that takes nothing"
    moved = [one for one, _ in work if one.start and _is_moved(one, plan)]
    if moved:
        yield f"{_named(moved)} {'names' if len(moved) == 1 else 'name'} another start than the plan gives {_it(moved)}"


def _is_moved(one: Initiative, plan: Plan) -> bool:
    slot = dict(plan.chosen).get(one.id)
    return bool(slot and one.start and slot.start != plan.problem.quarters.holding(month_number(one.start.first)))


def _is_unsized(one: Initiative) -> bool:
    return not (one.finish or one.duration or one.uses or one.cost)


def _of_the_last_plan(strategy: Strategy, plan: Plan) -> Iterator[str]:
    """Say how far this is from the plan that was accepted."""
    if strategy.plan is None or plan.how == "accepted":
        return
    before, now = slots_of(strategy, strategy.plan), dict(plan.chosen)
    over = {id for id in before if strategy.initiatives[id].is_over}
    differ = [id for id in {**before, **now} if before.get(id) != now.get(id) and id not in over]
    if differ:
        said = counted(len(differ), "piece of work differs", "pieces of work differ")
        yield f"this is another plan than the accepted one in plan.yaml: {said}; `--check` says whether that still holds"


def _named(work: Iterable[Initiative]) -> str:
    titles = [f'"{one.title}"' for one in work]
    if len(titles) > _NAMED + 1:
        titles = [*titles[:_NAMED], counted(len(titles) - _NAMED, "other")]
    return in_words(titles)


def _is(work: list[Initiative]) -> str:
    return "is" if len(work) == 1 else "are"


def _it(work: list[Initiative]) -> str:
    return "it" if len(work) == 1 else "them"
