"""Whether a commitment's numbers can be taken at their word: where a finding says that one cannot be, the others wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.amounts import is_worse
from digistrat.figures.scales import scales

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref


def impossible_numbers(strategy: Strategy) -> AbstractSet[Ref]:
    """Give the places of all numbers that no measure of their unit can have."""
    return {one.at for scale in scales(strategy) for one in scale.impossible}


def is_doubtful(strategy: Strategy, commitment: Commitment, impossible: AbstractSet[Ref]) -> bool:
    """Tell whether it or a measure it names has a number that cannot be, or a target worse than the baseline."""
    measures = [measure for gauge in commitment.measure if (measure := strategy.measure_of(gauge))]
    records = [one.at() for one in (commitment, *measures)]
    return any(_is_within(at, record) for at in impossible for record in records) or any(map(_is_behind, measures))


def _is_within(at: Ref, record: Ref) -> bool:
    return at.file == record.file and at.keys[: len(record.keys)] == record.keys


def _is_behind(measure: Measure) -> bool:
    start = measure.baseline.value if measure.baseline else None
    rises = measure.better == "higher"
    return any(start and one.value and is_worse(one.value, start, rises=rises) for one in measure.targets)
