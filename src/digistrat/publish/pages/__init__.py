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
    """A part of the web version.

    `shows` are the collections and files that leave with it when it is left out; `deep` sections are for details,
    named at the foot of every page and not at its head.
    """

    build: Callable[[Answers, Words], Iterable[Page]]
    shows: tuple[str, ...] = ()
    deep: bool = False


SECTIONS: dict[str, Section] = {
    "home": Section(home.build),
    "choices": Section(choices.build, ("initiatives", "principles", "scoring", "plan")),
    "commitments": Section(commitments.build, ("commitments",)),
    "services": Section(services.build, ("services",)),
    "users": Section(users.build, ("users", "research")),
    "technology": Section(technology.build, ("technology",)),
    "limits": Section(limits.build, ("constraints", "decisions"), deep=True),
    "measures": Section(measures.build, ("measures",), deep=True),
    "benefits": Section(benefits.build, ("benefits",), deep=True),
    "risks": Section(risks.build, ("risks",), deep=True),
    "engagement": Section(engagement.build, ("engagement",), deep=True),
    "system": Section(system.build, ("system",), deep=True),
    "delivery": Section(delivery.build, ("delivery",), deep=True),
    "standards": Section(standards.build, ("alignment", "frameworks", "maturity"), deep=True),
    "board": Section(board.build, ("board",), deep=True),
    "stories": Section(stories.build, ("stories",), deep=True),
    "topics": Section(topics.build, deep=True),
    "glossary": Section(glossary.build, ("glossary",), deep=True),
}
