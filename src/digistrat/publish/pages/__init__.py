"""The sections: each is a file with `build(answers, words)`, a template of the same name, and a line here.

The order is that of the navigation; a section without anything to show gives no page and is not linked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.publish.pages import (
    benefits,
    board,
    choices,
    commitments,
    delivery,
    engagement,
    glossary,
    home,
    limits,
    measures,
    risks,
    services,
    standards,
    stories,
    system,
    technology,
    topics,
    users,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digistrat.answers import Answers
    from digistrat.publish.page import Page
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the web version; `deep` ones are for details, named at the foot of every page and not at its head."""

    build: Callable[[Answers, Words], Iterable[Page]]
    deep: bool = False


SECTIONS: dict[str, Section] = {
    "home": Section(home.build),
    "choices": Section(choices.build),
    "commitments": Section(commitments.build),
    "services": Section(services.build),
    "users": Section(users.build),
    "technology": Section(technology.build),
    "limits": Section(limits.build, deep=True),
    "measures": Section(measures.build, deep=True),
    "benefits": Section(benefits.build, deep=True),
    "risks": Section(risks.build, deep=True),
    "engagement": Section(engagement.build, deep=True),
    "system": Section(system.build, deep=True),
    "delivery": Section(delivery.build, deep=True),
    "standards": Section(standards.build, deep=True),
    "board": Section(board.build, deep=True),
    "stories": Section(stories.build, deep=True),
    "topics": Section(topics.build, deep=True),
    "glossary": Section(glossary.build, deep=True),
}
