"""Stories: what happened, told for people who were not there; the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digistrat.publish.amounts import as_meant
from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.service import Service
    from digistrat.model.kinds.story import Impact, Quote, Story
    from digistrat.model.kinds.user import User
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.quantity import Quantity
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story, with the quotes that may be published."""

    story: Story
    impact: tuple[tuple[Impact, str, str], ...]  # with the numbers before and after, in words
    quotes: tuple[Quote, ...]
    services: tuple[Service, ...]
    initiatives: tuple[Initiative, ...]
    users: tuple[User, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless there is nothing to tell."""
    strategy = answers.strategy
    if strategy.stories:
        stories = sorted(
            strategy.stories.values(), key=lambda one: one.date.last if one.date else date.min, reverse=True
        )
        views = [_view(strategy, story) for story in stories]
        yield Page("stories.html", words["pages"]["stories"], "stories", {"stories": views})


def _view(strategy: Strategy, story: Story) -> StoryView:
    return StoryView(
        story,
        tuple((one, _said(one.before, one.unit), _said(one.after, one.unit)) for one in story.impact),
        tuple(quote for quote in story.quotes if quote.text and quote.consent),
        strategy.find_all("services", story.services),
        strategy.find_all("initiatives", story.initiatives),
        strategy.find_all("users", story.users),
    )


def _said(amount: Quantity | None, unit: str | None) -> str:
    return as_meant(amount, unit or "") if amount else ""
