"""Is every target better than where things stand?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.amounts import is_worse
from digistrat.figures.pace import goal
from digistrat.figures.scales import impossible_numbers
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.quantity import Quantity
    from digistrat.read.fault import Ref


class _Aim(NamedTuple):
    """A target and the baseline that it is held against, each with its place."""

    at: Ref
    target: Quantity
    start: Ref
    baseline: Quantity


def target_behind_baseline(strategy: Strategy) -> Iterator[Fault]:
    """A target that is worse than the baseline, by what the measure says is better.

    Why: either the target gives up what there is, or one of the numbers is wrong, or `better` is.

    Bad:
        # measures.yaml
        - id: letters-sent
          baseline: {value: 62, date: 2026-03}
          targets: {value: 55, by: 2028-03}  # <-
          …

    Good:
          targets: {value: 95, by: 2028-03}
    """
    impossible = impossible_numbers(strategy)  # these are told already
    for measure in strategy.measures.values():
        behind = _behind(measure, _of_measure(measure), impossible)
        for commitment in strategy.linking_to(measure, "commitments", "measure") if not behind else ():
            for aim in _behind(measure, _of_commitment(strategy, measure, commitment), impossible):
                yield _fault(measure, aim)
        if behind:
            yield _fault(measure, behind[0], behind[1:])


def _behind(measure: Measure, aims: Iterator[_Aim], impossible: AbstractSet[Ref]) -> list[_Aim]:
    """Give the aims that are worse than where they start."""
    rises = measure.better == "higher"
    possible = (one for one in aims if not {one.at, one.start} & impossible)
    return [one for one in possible if is_worse(one.target, one.baseline, rises=rises)]


def _of_measure(measure: Measure) -> Iterator[_Aim]:
    if measure.baseline and measure.baseline.value:
        for index, target in enumerate(measure.targets):
            if target.value:
                start = measure.at("baseline", "value")
                yield _Aim(measure.at("targets", index, "value"), target.value, start, measure.baseline.value)


def _of_commitment(strategy: Strategy, measure: Measure, commitment: Commitment) -> Iterator[_Aim]:
    """Give what a commitment says of a measure itself, completed by what the measure says."""
    for index, gauge in enumerate(commitment.measure):
        if strategy.measure_of(gauge) is not measure or not (gauge.target or gauge.baseline):
            continue
        own = gauge.baseline.value if gauge.baseline else None
        known = measure.baseline.value if measure.baseline else None
        start = commitment.at("measure", index, "baseline", "value") if own else measure.at("baseline", "value")
        aim, baseline = goal(strategy, commitment, gauge), own or known
        if aim and aim.target and baseline:
            at = commitment.at("measure", index, "target") if gauge.target else start
            yield _Aim(at, aim.target, start, baseline)


def _fault(measure: Measure, aim: _Aim, others: tuple[_Aim, ...] | list[_Aim] = ()) -> Fault:
    message = f"the target of {aim.target} is worse than the baseline of {aim.baseline}"
    lower = "lower" if measure.better == "higher" else "higher"
    help = f"mend the number that is wrong; if {lower} is better, say 'better: {lower}' in the measure"
    held_against = (
        Related(measure.at("targets"), "the target") if aim.start == aim.at else Related(aim.start, "the baseline")
    )
    return Fault(aim.at, message, help, (held_against, *(Related(one.at, f"so is {one.target}") for one in others)))
