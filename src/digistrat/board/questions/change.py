"""What does the organisation change in itself?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.lint.rules.delivery.organisation import OWN_HABITS
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digistrat.model.strategy import Strategy


def changes(area: str) -> Callable[[Strategy], Iterator[Evidence]]:
    """Find what changes in one area, and by when."""

    def found(strategy: Strategy) -> Iterator[Evidence]:
        delivery = strategy.delivery
        for index, change in enumerate(delivery.changes if delivery else ()):
            if delivery and change.area == area and change.then:
                when = strategy.when(change.by)
                by = f" (by {when.in_words})" if when else ""
                text = f"{area}: {one_line(change.then).rstrip('.')}{by}"
                yield Evidence(text, delivery, f"changes.{index}")

    return found


QUESTION = Question(
    id="change",
    text="What do we change in how we plan, pay, decide and reward?",
    prompts=(
        "Can a plan be changed in the middle of a year?",
        "Is money given in steps, to teams, or once and for all to projects?",
        "Do committees help, or do they only delay?",
        "What are managers thanked for?",
    ),
    strands=tuple(
        Strand(changes(area), f"nothing says what changes in {area}", "unchanged-organisation") for area in OWN_HABITS
    ),
    rules=frozenset({"unchanged-organisation"}),
    sorts=frozenset({"delivery"}),
)
