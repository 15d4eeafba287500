"""How will the board see that it works, and how soon would it notice that it does not?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.figures.pace import readings, value_of
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.commitment import Gauge
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.strategy import Strategy


def measured(strategy: Strategy) -> Iterator[Evidence]:
    """Give each measure of which something is known: a reading, a figure of its service, or where it stood before.

    What a commitment is measured by is one, too, wherever it is written.
    """
    for measure in strategy.measures.values():
        said = _said(strategy, measure)
        if said:
            yield Evidence(f"{measure.name}: {said}", measure)
    for commitment in strategy.commitments.values():
        for gauge in commitment.measure:
            known = readings(strategy, commitment, gauge) if gauge.name else []
            before = gauge.baseline.value if gauge.baseline and gauge.name else None
            if known:
                yield Evidence(
                    f"{gauge.name}: {_counted(rounded(known[-1].value), gauge)} ({known[-1].date.in_words})", commitment
                )
            elif before:
                yield Evidence(f"{gauge.name}: {_counted(str(before), gauge)} before", commitment)


def _said(strategy: Strategy, measure: Measure) -> str:
    dated = [one for one in measure.readings if value_of(one) is not None and one.date]
    known = [one for one in dated if one.date and one.date.first <= strategy.as_of]
    if known:
        newest = max(known, key=lambda reading: reading.date.last)  # type: ignore[union-attr]  # dated
        return f"{_counted(rounded(value_of(newest)), measure)} ({newest.date.in_words})" if newest.date else ""
    service = strategy.find("services", measure.service) if measure.service and measure.figure else None
    if service:
        return f"read from the figures of {service.name}"
    baseline = measure.baseline
    return f"{_counted(str(baseline.value), measure)} before" if baseline and baseline.value else ""


def _counted(number: str, measure: Measure | Gauge) -> str:
    """Write a number with its unit, and its sign for per cent once."""
    unit = measure.unit or ""
    return f"{number.rstrip('% ')}{unit}" if unit.startswith("%") else f"{number} {unit}".rstrip()


def looked_at(strategy: Strategy) -> Iterator[Evidence]:
    """Give each meeting that comes back."""
    delivery = strategy.delivery
    for index, meeting in enumerate(delivery.rhythm if delivery else ()):
        if delivery and meeting.kind and meeting.every:
            last = f", last {meeting.last.in_words}" if meeting.last else ""
            yield Evidence(f"{meeting.kind}, {_often(str(meeting.every))}{last}", delivery, f"rhythm.{index}")


def _often(every: str) -> str:
    return every if every.endswith("ly") else f"every {every}"


QUESTION = Question(
    id="feedback",
    text="How will we see that it works, and how soon would we notice that it does not?",
    prompts=(
        "Which few figures tell us, where do they stand, and how old are they?",
        "Do they show what is different for people, or only what was done?",
        "When do we look, and what has changed because we looked?",
        "Which promises are late or silent?",
    ),
    strands=(
        Strand(measured, "no measure has a figure yet", "unmeasured-outcome"),
        Strand(looked_at, "no meeting at which anybody looks", "no-rhythm"),
    ),
    rules=frozenset(
        {
            "unmeasured-outcome",
            "stale-measure",
            "only-leading-measures",
            "target-behind-baseline",
            "reading-in-the-future",
            "share-out-of-range",
            "count-above-total",
            "no-rhythm",
            "rhythm-overdue",
            "no-next-review",
            "review-overdue",
            "strategy-ended",
            "silent-commitment",
            "overdue-commitment",
            "status-disagrees",
            "delivered-without-evidence",
            "benefit-without-owner",
            "benefit-without-method",
            "parts-do-not-add-up",
            "counted-twice",
        }
    ),
    sorts=frozenset({"measures", "delivery", "benefits"}),
)
