"""Rules about how one will know that a commitment was kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.figures.pace import Goal, goal, readings
from digistrat.figures.progress import is_closed
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.commitment import Commitment, Gauge
    from digistrat.model.strategy import Strategy

# Words that say no more than that work came to an end.
_DONE = frozenset(
    [
        "the",
        "a",
        "an",
        "is",
        "are",
        "was",
        "has",
        "have",
        "been",
        "be",
        "it",
        "its",
        "yes",
        "no",
        "or",
        "and",
        "of",
        "on",
        "all",
        "%",
        "per",
        "cent",
        "percent",
        "percentage",
        "project",
        "programme",
        "system",
        "work",
        "initiative",
        "milestone",
        "plan",
        "strategy",
        "task",
        "done",
        "complete",
        "completed",
        "completion",
        "finished",
        "delivered",
        "delivery",
        "implemented",
        "implementation",
        "launched",
        "launch",
        "installed",
        "installation",
        "live",
        "go-live",
        "rolled",
        "out",
        "rollout",
        "roll-out",
        "deployed",
        "deployment",
        "achieved",
    ]
)
_WORD = re.compile(r"[\w-]+|%")


def unmeasured_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise without a measure that has a target.

    Why: nobody will be able to say whether it was kept.

    Bad:
        # commitments.yaml
        - id: same-day-letters  # <-
          … without measure

    Good:
        - id: same-day-letters
          measure: letters-sent

    Source: NHS Providers, Building a digital strategy (2021), on measurable commitments.
    """
    for commitment in _open(strategy):
        goals = _goals(strategy, commitment)
        if commitment.applies_if or goals is None or any(aim.target is not None or _is_done(aim) for aim in goals):
            continue
        message = f"commitment {commitment.id!r} has no measure with a target; add one under 'measure'"
        yield Fault(commitment.at("measure"), message, "name what will be counted, where it stands and where it should")


def commitment_without_baseline(strategy: Strategy) -> Iterator[Fault]:
    """A target that does not say where things stand today.

    Why: 80 per cent is a triumph from 20 and nothing from 79.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          measure: {name: Letters sent on the day, unit: letters, target: 900}  # <-
          …

    Good:
          measure: {name: Letters sent on the day, unit: letters, baseline: 310, target: 900}
    """
    for commitment in _open(strategy):
        goals = _goals(strategy, commitment) or []
        wanting = [aim for aim in goals if aim.target is not None and not _is_done(aim)]
        read = [gauge for gauge in commitment.measure if _is_of_service(strategy, gauge)]
        measured = any(readings(strategy, commitment, gauge) for gauge in read)
        if wanting and all(aim.baseline is None for aim in wanting) and not measured:
            message = f"the target of {commitment.id!r} has no baseline; say where it stands today"
            yield Fault(commitment.at("measure", 0, "baseline"), message, "baseline: {value: 62, date: 2026-03}")


def _is_of_service(strategy: Strategy, gauge: Gauge) -> bool:
    """Tell whether a service's figures say where it stood, period by period."""
    measure = strategy.measure_of(gauge)
    return measure is not None and measure.figure is not None


def commitment_without_outcome(strategy: Strategy) -> Iterator[Fault]:
    """A promise that works towards no outcome of the mission.

    Why: it may be worth doing, but the strategy does not say what for.

    Bad:
        # commitments.yaml
        - id: same-day-letters  # <-
          … without outcomes

    Good:
        - id: same-day-letters
          outcomes: less-waiting
    """
    for commitment in _open(strategy):
        if not commitment.outcomes:
            message = f"commitment {commitment.id!r} works towards no outcome; name one under 'outcomes'"
            yield Fault(commitment.at("outcomes"), message, "an outcome of mission.yaml, by its id")


def completion_is_no_measure(strategy: Strategy) -> Iterator[Fault]:
    """A measure that only says that the work is done.

    Why: a system can go live and change nothing for anybody.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          measure: {name: System live}  # <-
          …

    Good:
          measure: {name: Letters sent on the day, unit: letters, baseline: 310, target: 900}

    Source: NHS Providers, Building a digital strategy (2021), on outcome-focused commitments.
    """
    for commitment in _open(strategy):
        goals = _goals(strategy, commitment) or []
        if goals and all(_is_done(aim) for aim in goals):
            message = f"{shown(goals[0].name)} only says that it is done; measure what will be different for people"
            yield Fault(commitment.at("measure", 0), message)


def _open(strategy: Strategy) -> Iterator[Commitment]:
    return (one for one in strategy.commitments.values() if not is_closed(strategy, one))


def _goals(strategy: Strategy, commitment: Commitment) -> list[Goal] | None:
    """Give what it is measured by; None where a measure is named that cannot be read or is not there."""
    goals = [goal(strategy, commitment, gauge) for gauge in commitment.measure]
    return None if None in goals else [aim for aim in goals if aim]


def _is_done(aim: Goal) -> bool:
    words = _WORD.findall(aim.name.lower())
    return bool(words) and all(word in _DONE for word in words)
