"""Commitments: what is promised, by whom, by when, measured how, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.figures.pace import goal, readings
from digistrat.figures.progress import State, heard, slips, state
from digistrat.model.values.date import day
from digistrat.publish.page import Page
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from digistrat.answers import Answers
    from digistrat.figures.progress import Slip
    from digistrat.model.kinds.commitment import Commitment, Gauge, Update
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.mission import Outcome
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure in words: where it stood, where it stands, where it should stand."""

    name: str
    of: str
    baseline: str
    latest: str
    target: str


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """A commitment with all that a reader asks of it."""

    commitment: Commitment
    state: State
    due: str
    measures: tuple[MeasureView, ...]
    outcomes: tuple[Outcome, ...]
    initiatives: tuple[Initiative, ...]
    updates: tuple[Update, ...]  # newest first
    slips: tuple[Slip, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is promised."""
    strategy = answers.strategy
    if strategy.commitments:
        views = [_view(strategy, one) for one in strategy.commitments.values()]
        yield Page("commitments.html", words["commitments"], "commitments", {"commitments": views})


def _view(strategy: Strategy, commitment: Commitment) -> CommitmentView:
    due = strategy.due(commitment)
    return CommitmentView(
        commitment,
        state(strategy, commitment),
        due.in_words if due else str(commitment.due or ""),
        tuple(view for gauge in commitment.measure if (view := _measure(strategy, commitment, gauge))),
        strategy.find_all("outcomes", commitment.outcomes),
        strategy.find_all("initiatives", commitment.initiatives),
        tuple(one.update for one in reversed(heard(strategy, commitment)) if one.date),
        tuple(slips(commitment, strategy.context)),
    )


def _measure(strategy: Strategy, commitment: Commitment, gauge: Gauge) -> MeasureView | None:
    aim = goal(strategy, commitment, gauge)
    if aim is None:
        return None
    measured = readings(strategy, commitment, gauge)
    measure = strategy.measure_of(gauge)
    latest = _said(measured[-1][1], aim.unit, measured[-1][0]) if measured else ""
    return MeasureView(
        aim.name,
        (measure.of if measure else gauge.of) or "",
        _said(aim.baseline, aim.unit, aim.since),
        latest,
        with_unit(str(aim.target), aim.unit) if aim.target else "",
    )


def _said(value: Decimal | None, unit: str, moment: date | None) -> str:
    if value is None:
        return ""
    said = with_unit(rounded(value, grouped=True), unit)
    return f"{said} ({day(moment).in_words})" if moment else said


def with_unit(number: str, unit: str) -> str:
    """Write a number and its unit as people do: 62%, 1,200 letters."""
    if not unit or number.endswith(unit):
        return number
    return f"{number}{unit}" if unit == "%" else f"{number} {unit}"
