"""The first page: what this strategy is for, and how it stands today."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.figures.progress import State, heard, is_closed, state
from digistrat.publish.page import Page
from digistrat.score.formats.words import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.kinds.mission import Outcome
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.publish.words import Words

_NEXT = 3


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """An outcome, and what works towards it."""

    outcome: Outcome
    measures: tuple[Measure, ...]
    commitments: tuple[Commitment, ...]
    initiatives: tuple[Initiative, ...]  # but for those that nobody will do
    supports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Worry:
    """A commitment that is not going well, and what was said of it last."""

    commitment: Commitment
    state: State
    note: str
    date: Date | None


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the first page, which every strategy has."""
    strategy, said = answers.strategy, words["home"]
    states = [(one, state(strategy, one)) for one in strategy.commitments.values()]
    data = {
        "outcomes": [_outcome(strategy, outcome) for outcome in strategy.outcomes.values()],
        "states": _counted(states),
        "coming": _coming(strategy)[:_NEXT],
        "first": [(place(entry), entry) for entry in answers.ranking.first],
        "score": said["score"] if answers.ranking.how.out_of else said["own_score"],
        "worrying": _worrying(strategy, states),
        "board": lambda: answers.board,  # not asked where its page is left out
    }
    yield Page("index.html", words["pages"]["home"], "home", data)


def _outcome(strategy: Strategy, outcome: Outcome) -> OutcomeView:
    part_of = strategy.manifest.part_of
    titles = {goal.id: goal.title for goal in part_of.goals if goal.title} if part_of else {}
    return OutcomeView(
        outcome,
        strategy.find_all("measures", outcome.measures),
        strategy.linking_to(outcome, "commitments"),
        tuple(one for one in strategy.linking_to(outcome, "initiatives") if not is_given_up(strategy, one)),
        tuple(titles.get(goal) or goal for goal in outcome.supports),
    )


_States = list[tuple["Commitment", State]]


def _counted(states: _States) -> list[tuple[State, int]]:
    """Count commitments by how they stand, the most frequent first."""
    counts = Counter(said for _, said in states)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


_WORRYING: tuple[State, ...] = ("late", "silent", "at risk")


def _worrying(strategy: Strategy, states: _States) -> list[Worry]:
    """Give the commitments that a board asks about first, the late ones before the others, with the newest note."""
    found = sorted(
        ((one, said) for one, said in states if said in _WORRYING),
        key=lambda item: (_WORRYING.index(item[1]), item[0].id),
    )
    return [_worry(strategy, one, said) for one, said in found]


def _worry(strategy: Strategy, commitment: Commitment, said: State) -> Worry:
    last = next((one for one in reversed(heard(strategy, commitment)) if one.update.note), None)
    return Worry(commitment, said, last.update.note or "" if last else "", last.date if last else None)


def _coming(strategy: Strategy) -> list[tuple[Commitment, Date]]:
    """Give open commitments with a date, the soonest first."""
    ahead = [one for one in strategy.commitments.values() if not is_closed(strategy, one)]
    dated = [(one, due) for one in ahead if (due := strategy.due(one)) and due.last >= strategy.as_of]
    return sorted(dated, key=lambda item: (item[1].last, item[0].id))
