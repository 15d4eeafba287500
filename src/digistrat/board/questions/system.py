"""Does the strategy fit what the neighbours are planning, and have they agreed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.figures.live import is_given_up
from digistrat.wording import in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def plan_named(strategy: Strategy) -> Iterator[Evidence]:
    """Give the plan of the wider system."""
    system = strategy.system
    if system and system.plan and system.plan.title:
        yield Evidence(f"the plan it fits into: {system.plan.title}", system, "plan")


def positions(strategy: Strategy) -> Iterator[Evidence]:
    """Give each shared topic on which the organisation takes a position, and each piece of work done together."""
    system = strategy.system
    for index, topic in enumerate(system.topics if system else ()):
        if system and topic.topic and topic.position:
            partners = f" (with {in_words(topic.partners)})" if topic.partners else ""
            text = f"{topic.topic.replace('-', ' ')}: {one_line(topic.position)}{partners}"
            yield Evidence(text, system, f"topics.{index}")
    for initiative in strategy.initiatives.values():
        if initiative.level in {"place", "system"} and initiative.partners and not is_given_up(strategy, initiative):
            yield Evidence(f"{initiative.title}: with {in_words(initiative.partners)}", initiative)


QUESTION = Question(
    id="system",
    text="Does this fit what our neighbours are planning, and have they agreed?",
    prompts=(
        "Which plan of the wider system does this belong to?",
        "What is our position on each shared matter, and who has agreed to it?",
        "What do we do together, who leads it, and with whose money?",
        "What is asked of us from outside, and what did we answer?",
    ),
    strands=(
        Strand(plan_named, "the wider system's plan is not named", "unanswered-topic"),
        Strand(positions, "no position on a shared topic is written down", "unanswered-topic"),
    ),
    rules=frozenset(
        {
            "unanswered-topic",
            "unanswered-item",
            "not-applicable-without-reason",
            "level-without-evidence",
        }
    ),
    sorts=frozenset({"system", "alignment", "maturity"}),
)
