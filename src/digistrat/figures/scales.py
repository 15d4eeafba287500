"""What a measure counts in, wherever it is written, and whether that is a share that cannot pass 100 per cent."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.amounts import is_worse
from digistrat.model.values.interval import Interval
from digistrat.read.fault import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.quantity import Quantity

# The service figures that are rates: the format itself says what each is a percentage of.
RATES = frozenset({"digital_take_up", "satisfaction", "completion_rate", "failure_demand"})
_SHARES = frozenset({"take-up", "satisfaction", "failure-demand", "share-of-voice"})  # groups
_POSSIBLE = Interval(Decimal(), Decimal(100))
_PERCENT = re.compile(r"(?:%|per\s?cent|percentage|pct)(?:\s+of\s+(?P<whole>.+))?", re.IGNORECASE | re.DOTALL)
# What is held against something else than the whole it is part of: a change, a plan, another year. It may pass 100.
_CHANGE = re.compile(
    r"\bgrowth\b|\b(?:change|increase|rise|gain|improvement|uplift|decrease|reduction|decline|fall|drop|saving|return)s?"
    r"\s+(?:in|of|on|since|from|over|against)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:levels?|baseline|plan(?:ned)?|budget|target|goal|forecast|expect(?:ed|ation)|establishment|average|norm|"
    r"capacity|demand|previous|prior|before|earlier|last|ago|index|original(?:ly)?|same (?:month|quarter|year|period))\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """An amount, and where it is written."""

    at: Ref
    amount: Quantity


class Scale(NamedTuple):
    """A measure of measures.yaml or one inside a commitment: its words, and every amount that is given for it."""

    at: Ref
    id: str  # how to speak of it
    name: str
    unit: str
    of: str
    is_known_share: bool  # its group or its service's figure says that it is a share
    says_of_what: bool
    amounts: tuple[Written, ...]

    @property
    def is_percent(self) -> bool:
        """Tell whether its amounts are percentages."""
        return bool(_PERCENT.fullmatch(self.unit)) or (
            not self.unit and any(one.amount.percent for one in self.amounts)
        )

    @property
    def is_share(self) -> bool:
        """Tell whether it is a percentage of a whole, so that nothing below 0 or above 100 is possible."""
        compared = _COMPARED.search(f"{self.unit} {self.of}") or _CHANGE.search(f"{self.name} {self.unit} {self.of}")
        return self.is_percent and (self.says_of_what or self.is_known_share) and not compared

    @property
    def impossible(self) -> tuple[Written, ...]:
        """Give the amounts that no share could be."""
        outside = tuple(one for one in self.amounts if not _POSSIBLE.meets(one.amount.interval))
        return outside if outside and self.is_share else ()


def scales(strategy: Strategy) -> Iterator[Scale]:
    """Give every measure, those in measures.yaml first."""
    for measure in strategy.measures.values():
        yield _of_measure(strategy, measure)
    for commitment in strategy.commitments.values():
        yield from _inside(commitment)


def impossible_numbers(strategy: Strategy) -> frozenset[Ref]:
    """Give the places of all numbers that no measure of their unit can have."""
    return frozenset(one.at for scale in scales(strategy) for one in scale.impossible)


def doubtful_commitments(strategy: Strategy) -> frozenset[str]:
    """Give the ids of the commitments that have, or name a measure that has, a number nobody can take at its word.

    That is one that cannot be, or a measure's target that is worse than its baseline: a finding says so.
    """
    around = {Ref(at.file, at.keys[:length]) for at in impossible_numbers(strategy) for length in range(len(at.keys))}
    measures = {one.id for one in strategy.measures.values() if one.at() in around or _is_behind(one)}
    return frozenset(
        one.id
        for one in strategy.commitments.values()
        if one.at() in around or any(found.id in measures for found in map(strategy.measure_of, one.measure) if found)
    )


def _is_behind(measure: Measure) -> bool:
    start, rises = measure.baseline.value if measure.baseline else None, measure.better == "higher"
    return any(start and one.value and is_worse(one.value, start, rises=rises) for one in measure.targets)


def _of_measure(strategy: Strategy, measure: Measure) -> Scale:
    unit, of = measure.unit or "", measure.of or ""
    is_rate = bool(measure.service) and measure.figure in RATES
    amounts = [*_own(measure), *_in_commitments(strategy, measure)]
    return Scale(
        measure.at(),
        measure.id,
        measure.name,
        unit,
        of,
        is_rate or measure.group in _SHARES,
        bool(of or _whole_in(unit) or is_rate),
        tuple(amounts),
    )


def _whole_in(unit: str) -> str:
    """Give what a unit such as `% of letters` says it is a percentage of."""
    found = _PERCENT.fullmatch(unit)
    return (found["whole"] or "") if found else ""


def _own(measure: Measure) -> Iterator[Written]:
    if measure.baseline and measure.baseline.value:
        yield Written(measure.at("baseline", "value"), measure.baseline.value)
    for index, target in enumerate(measure.targets):
        if target.value:
            yield Written(measure.at("targets", index, "value"), target.value)
    for index, reading in enumerate(measure.readings):
        if reading.value:
            yield Written(measure.at("readings", index, "value"), reading.value)


def _in_commitments(strategy: Strategy, measure: Measure) -> Iterator[Written]:
    """Give what commitments that name a measure say of it themselves."""
    for commitment in strategy.linking_to(measure, "commitments", "measure"):
        for index, gauge in enumerate(commitment.measure):
            if strategy.measure_of(gauge) is measure:
                yield from _of_gauge(commitment, index)


def _of_gauge(commitment: Commitment, index: int) -> Iterator[Written]:
    """Give the amounts of one of a commitment's measures; what was read is the measure's where there is only one."""
    gauge = commitment.measure[index]
    if gauge.baseline and gauge.baseline.value:
        yield Written(commitment.at("measure", index, "baseline", "value"), gauge.baseline.value)
    if gauge.target:
        yield Written(commitment.at("measure", index, "target"), gauge.target)
    for place, update in enumerate(commitment.updates if len(commitment.measure) == 1 else ()):
        if update.value:
            yield Written(commitment.at("updates", place, "value"), update.value)


def _inside(commitment: Commitment) -> Iterator[Scale]:
    for index, gauge in enumerate(commitment.measure):
        if gauge.measure is None:
            unit, of = gauge.unit or "", gauge.of or ""
            yield Scale(
                commitment.at("measure", index),
                commitment.id,
                gauge.name or "",
                unit,
                of,
                is_known_share=False,
                says_of_what=bool(of or _whole_in(unit)),
                amounts=tuple(_of_gauge(commitment, index)),
            )
