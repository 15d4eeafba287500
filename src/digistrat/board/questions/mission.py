"""Could everybody say what the strategy is for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.wording import in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def said(strategy: Strategy) -> Iterator[Evidence]:
    """Give the mission."""
    mission = strategy.mission
    if mission and mission.mission.strip():
        yield Evidence(f"“{one_line(mission.mission)}”", mission, "mission")


def told(strategy: Strategy) -> Iterator[Evidence]:
    """Give the forms in which people hear of the strategy."""
    delivery = strategy.delivery
    forms = [one.form for one in delivery.communication if one.form] if delivery else []
    if delivery and forms:
        yield Evidence(f"it is told as {in_words(dict.fromkeys(forms))}", delivery, "communication")


QUESTION = Question(
    id="mission",
    text="Could everybody here say in a sentence what this is for?",
    prompts=(
        "Is the mission one short sentence?",
        "Do all board members know it, and what stands behind it?",
        "Where do staff and the public meet it: on the web, on a wall, in talks?",
    ),
    strands=(
        Strand(said, "no mission is written yet", "missing-key"),
        Strand(told, "nothing says how people hear of it", "no-web-version"),
    ),
    rules=frozenset({"long-mission", "no-context", "no-case-for-change", "no-web-version"}),
    sorts=frozenset({"mission"}),
)
