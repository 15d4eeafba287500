"""How sure the chosen set is, in sentences: each from one entry of the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digistrat.model.values.number import plain
from digistrat.plan.words import title
from digistrat.score.robustness.phrases import how_often, moved
from digistrat.wording import counted, in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.plan.robust import PlanFlip, PlanRobustness

_NEAR = 20  # a change of one part in 20: weights are seldom agreed more finely
_SAID = 5  # sentences about single initiatives; the figures have them all


def sentences(strategy: Strategy, found: PlanRobustness) -> Iterator[str]:
    """Say which weight, changed how far, changes what is in the plan, nearest first; then how sure each choice is."""
    if found.holds_all:
        yield "All that can be chosen fits, so the weights do not decide what is in the plan, only when."
        return
    whole = sum(found.weighing.weights)
    for flip in found.flips:
        yield _flip(strategy, flip, is_near=flip.distance * _NEAR <= whole)
    if found.steady and not (found.flips or found.unknown):
        yield "No change of a single weight changes what is in the plan."
    else:
        yield from (f"No weight of {_criterion(strategy, one)} changes what is in the plan." for one in found.steady)
    for criterion in found.unknown:
        yield f"How far the weight of {_criterion(strategy, criterion)} may move could not be proven."
    yield from _shares(strategy, found)


def _flip(strategy: Strategy, flip: PlanFlip, *, is_near: bool) -> str:
    if not flip.distance:  # there is no other weight to name
        named = (("with", flip.entering), ("without", flip.leaving))
        other = in_words([f"{how} {_titles(strategy, ids)}" for how, ids in named if ids])
        return (
            f"A plan {other} is worth just as much: the least change of {_criterion(strategy, flip.criterion)} decides."
        )
    weight, to = moved(flip.weight, flip.to)
    more, less = ("more", "less") if flip.to > flip.weight else ("less", "more")
    condition = (
        f"{'A small change is enough: if' if is_near else 'If'} {_criterion(strategy, flip.criterion)} weighed a little {more} "
        f"than {to} instead of {weight}, and the others {less} in proportion,"
    )
    if not flip.entering:
        return f"{condition} {_titles(strategy, flip.leaving)} would leave the plan."
    instead = f" instead of {_titles(strategy, flip.leaving)}" if flip.leaving else ""
    return f"{condition} {_titles(strategy, flip.entering)} would be in the plan{instead}."


def _shares(strategy: Strategy, found: PlanRobustness) -> Iterator[str]:
    unsure = sorted((share, id) for id, share in found.shares.items() if share < 1)
    for share, id in sorted(unsure, key=lambda one: abs(one[0] * 2 - 1))[:_SAID]:
        tried = f"the best of the {counted(found.plans, 'plan')} looked at has it {how_often(share)} tried"
        yield f"{title(strategy, id)}: {tried} around the agreed weights."


def _titles(strategy: Strategy, ids: Iterable[str]) -> str:
    return in_words(title(strategy, id) for id in ids)


def _criterion(strategy: Strategy, id: str) -> str:
    known = {one.id: one.label for one in strategy.scoring.criteria} if strategy.scoring else {}
    return f'"{one_line(known.get(id, id))}"'


def as_data(strategy: Strategy, found: PlanRobustness) -> dict[str, Any]:
    """Give it as plain data for JSON."""
    return {
        "sentences": list(sentences(strategy, found)),
        "flips": [
            {
                "criterion": one.criterion,
                "from": plain(one.weight),
                "to": plain(one.to),
                "in": next(iter(one.entering), None),
                "out": next(iter(one.leaving), None),
                "entering": list(one.entering),
                "leaving": list(one.leaving),
            }
            for one in found.flips
        ],
        "steady": list(found.steady),
        "unknown": list(found.unknown),
        "acceptability": {id: plain(share) for id, share in found.shares.items()},
        "plans": found.plans,
    }
