"""Commitments: what is promised, by whom, by when, measured how, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.figures.pace import goal, readings
from digistrat.figures.progress import State, heard, slips, state
from digistrat.model.values.quantity import SIGNS, Quantity
from digistrat.publish.dates import in_words
from digistrat.publish.page import Page
from digistrat.publish.words import fill
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from digistrat.answers import Answers
    from digistrat.figures.progress import Slip
    from digistrat.model.kinds.commitment import Commitment, Gauge, Update
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.mission import Outcome
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
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
    without_due: str  # what stands there instead
    measures: tuple[MeasureView, ...]
    outcomes: tuple[Outcome, ...]
    initiatives: tuple[Initiative, ...]
    updates: tuple[Update, ...]  # newest first
    put_off: str  # empty where it never was


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is promised."""
    strategy = answers.strategy
    if strategy.commitments:
        views = [_view(strategy, words, one) for one in strategy.commitments.values()]
        yield Page("commitments.html", words["pages"]["commitments"], "commitments", {"commitments": views})


def _view(strategy: Strategy, words: Words, commitment: Commitment) -> CommitmentView:
    due = strategy.due(commitment)
    return CommitmentView(
        commitment,
        state(strategy, commitment),
        in_words(words, due) or str(commitment.due or ""),
        _without_due(words, commitment),
        tuple(view for gauge in commitment.measure if (view := _measure(strategy, words, commitment, gauge))),
        strategy.find_all("outcomes", commitment.outcomes),
        strategy.find_all("initiatives", commitment.initiatives),
        tuple(one.update for one in reversed(heard(strategy, commitment)) if one.date),
        _put_off(words, slips(commitment, strategy.context)),
    )


def _without_due(words: Words, commitment: Commitment) -> str:
    said = words["commitments"]
    if not commitment.standing:
        return str(said["no_date_yet"])
    if not commitment.every:
        return str(said["standing"])
    every = commitment.every.text
    return fill(said["standing_kept"], often=words["often"].get(every, every))


def _put_off(words: Words, slips: Iterable[Slip]) -> str:
    said, moves = words["commitments"], ""
    for slip in slips:
        move = fill(said["move"], before=in_words(words, slip.before), after=in_words(words, slip.after))
        moves = fill(said["next_move"], moves=moves, move=move) if moves else move
    return fill(said["put_off"], moves=moves) if moves else ""


def _measure(strategy: Strategy, words: Words, commitment: Commitment, gauge: Gauge) -> MeasureView | None:
    aim = goal(strategy, commitment, gauge)
    if aim is None:
        return None
    measured = readings(strategy, commitment, gauge)
    measure = strategy.measure_of(gauge)
    latest = _said(words, measured[-1].value, aim.unit, measured[-1].date) if measured else ""
    return MeasureView(
        aim.name,
        (measure.of if measure else gauge.of) or "",
        _said(words, aim.baseline, aim.unit, aim.since),
        latest,
        _target(aim.target, aim.unit) if aim.target else "",
    )


def _said(words: Words, value: Decimal | None, unit: str, when: Date | None) -> str:
    if value is None:
        return ""
    said = with_unit(rounded(value, grouped=True), unit)
    return f"{said} ({in_words(words, when)})" if when else said


def _target(target: Quantity, unit: str) -> str:
    """Write a target as exactly as it was meant: a plain number with its unit, words as they stand."""
    plain = target.modality == "exactly" and not target.money and target.text.replace(".", "").isdigit()
    return with_unit(rounded(target.value, grouped=True) if plain else target.text, unit)


def with_unit(number: str, unit: str) -> str:
    """Write a number and its unit as people do: 62%, £1,200, 1,200 letters."""
    if not unit or unit in number:
        return number
    if unit in SIGNS:
        return f"{unit}{number}"
    return f"{number}{unit}" if unit == "%" else f"{number} {unit}"
