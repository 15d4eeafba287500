"""Commitments: what is promised, by whom, by when, measured how, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.figures.pace import goal, readings
from digistrat.figures.progress import State, heard, slips, state
from digistrat.publish.amounts import as_meant, measured
from digistrat.publish.dates import in_words
from digistrat.publish.durations import often
from digistrat.publish.page import Page
from digistrat.publish.words import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    return fill(said["standing_kept"], often=often(words, commitment.every))


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
    found = readings(strategy, commitment, gauge)
    measure = strategy.measure_of(gauge)
    latest = measured(words, found[-1].value, aim.unit, found[-1].date) if found else ""
    return MeasureView(
        aim.name,
        (measure.of if measure else gauge.of) or "",
        measured(words, aim.baseline, aim.unit, aim.since),
        latest,
        as_meant(aim.target, aim.unit) if aim.target else "",
    )
