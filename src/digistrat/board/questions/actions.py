"""Is it clear who does what by when, and can it be done?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.figures.pace import goal
from digistrat.figures.progress import is_dropped
from digistrat.model.values.owner import is_named
from digistrat.wording import in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.strategy import Strategy


def promised(strategy: Strategy) -> Iterator[Evidence]:
    """Give each commitment that says who, by when and measured how."""
    for commitment in strategy.commitments.values():
        due = strategy.due(commitment)
        if (
            is_named(commitment.owner)
            and (due or commitment.standing)
            and _is_measured(strategy, commitment)
            and not is_dropped(strategy, commitment)
        ):
            who = in_words(map(str, commitment.owner))
            when = f"by {due.in_words}" if due else "always"
            yield Evidence(f"{one_line(commitment.statement)} ({who}, {when})", commitment)


def _is_measured(strategy: Strategy, commitment: Commitment) -> bool:
    aims = [goal(strategy, commitment, gauge) for gauge in commitment.measure]
    return any(aim and aim.target for aim in aims)


QUESTION = Question(
    id="actions",
    text="Is it clear who does what by when, and is that realistic?",
    prompts=(
        "Has every promise an owner, a date and a measure?",
        "Do clinical and operational leaders own them, or only the digital team?",
        "Are there few enough to keep in mind?",
        "Is anybody at work on each of them?",
    ),
    strands=(Strand(promised, "no commitment has an owner, a date and a measure", "undated-commitment"),),
    rules=frozenset(
        {
            "undated-commitment",
            "unmeasured-commitment",
            "unowned-commitment",
            "commitment-without-baseline",
            "completion-is-no-measure",
            "target-date-disagrees",
            "date-disagrees",
            "due-outside-period",
            "due-after-headline",
            "too-many-commitments",
            "unrealistic-pace",
            "unresourced-commitment",
            "orphan-commitment",
            "digital-owns-everything",
            "plan-missing",
            "plan-broken",
            "starts-before-dependency",
            "unowned-initiative",
        }
    ),
    sorts=frozenset({"commitments"}),
)
