"""Engagement: how people are reached, heard and answered, and what has been tried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.engagement import Audience, Engagement, Objective, Stakeholder
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.kinds.mission import Outcome
    from digistrat.model.kinds.user import User
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """What engaging people is for, and how one will know."""

    objective: Objective
    outcomes: tuple[Outcome, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class AudienceView:
    """People one wants to reach, and the user groups they belong to."""

    audience: Audience
    users: tuple[User, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is said about engagement."""
    strategy = answers.strategy
    engagement = strategy.engagement
    if engagement is None:
        return
    data = {
        "engagement": engagement,
        "objectives": [
            ObjectiveView(one, strategy.find_all("outcomes", one.supports), strategy.find_all("measures", one.measures))
            for one in engagement.objectives
        ],
        "people": [AudienceView(one, strategy.find_all("users", one.users)) for one in engagement.people],
        "stakeholders": _by_weight(engagement),
        "measures": strategy.find_all("measures", engagement.measures),
        "notice_url": _url(engagement.privacy.notice) if engagement.privacy else "",
    }
    yield Page("engagement.html", words["pages"]["engagement"], "engagement", data)


def _url(text: str | None) -> str:
    """Give a text that is a web address and nothing else; empty for any other."""
    return text if text and text.startswith(("https://", "http://")) and not re.search(r"[\s<>]", text) else ""


_MOST_FIRST = ("high", "medium", "low", None)


def _by_weight(engagement: Engagement) -> list[Stakeholder]:
    """Give stakeholders by their influence, then their interest, the greatest first; in the order written else."""
    return sorted(
        engagement.stakeholders, key=lambda one: (_MOST_FIRST.index(one.influence), _MOST_FIRST.index(one.interest))
    )
