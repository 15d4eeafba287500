"""Does the digital work serve what the organisation as a whole wants?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.figures.live import is_given_up
from digistrat.figures.progress import is_closed
from digistrat.wording import counted, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.mission import Outcome
    from digistrat.model.strategy import Strategy


def goals_supported(strategy: Strategy) -> Iterator[Evidence]:
    """Give each outcome that supports a goal of the organisation's own strategy, with the work towards it."""
    for outcome in strategy.outcomes.values():
        if outcome.supports:
            goals = in_words([_goal(strategy, name) for name in outcome.supports])
            yield Evidence(f"{outcome.title}: supports {goals}; {_work(strategy, outcome)}", outcome)


def _goal(strategy: Strategy, name: str) -> str:
    """Say a goal in words, whether it is named by id or in words."""
    part_of = strategy.manifest.part_of
    titles = {goal.id: goal.title for goal in part_of.goals} if part_of else {}
    return repr(titles.get(name) or name)


def _work(strategy: Strategy, outcome: Outcome) -> str:
    initiatives = [one for one in strategy.linking_to(outcome, "initiatives") if not is_given_up(strategy, one)]
    promises = [one for one in strategy.linking_to(outcome, "commitments") if not is_closed(strategy, one)]
    return f"{counted(len(initiatives), 'initiative')} and {counted(len(promises), 'commitment')} work towards it"


QUESTION = Question(
    id="integration",
    text="Does the digital work serve what the organisation as a whole wants, and stand in the same plans?",
    prompts=(
        "Which goal of the organisation does each outcome serve?",
        "Is there a goal that nothing digital serves, or digital work that serves none?",
        "Does the board own this strategy, and not the IT department?",
        "Are we moving from a strategy of its own towards one that is part of all plans?",
    ),
    strands=(
        Strand(goals_supported, "no outcome supports a goal of the organisation's own strategy", "unlinked-outcome"),
    ),
    rules=frozenset(
        {
            "unlinked-outcome",
            "unsupported-goal",
            "unserved-outcome",
            "owner-not-the-board",
            "initiative-without-outcome",
            "commitment-without-outcome",
        }
    ),
    sorts=frozenset({"outcomes"}),
)
