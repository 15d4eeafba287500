"""The wider system: where the organisation stands on what it shares with its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.publish.page import Page
from digistrat.publish.words import as_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.system import Topic
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class TopicView:
    """A shared matter, named in words, and what is done about it."""

    topic: Topic
    title: str  # empty where the topic is not named
    initiatives: tuple[Initiative, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is said about the system."""
    strategy = answers.strategy
    if strategy.system:
        topics = [_view(strategy, words, topic) for topic in strategy.system.topics]
        yield Page("system.html", words["pages"]["system"], "system", {"system": strategy.system, "topics": topics})


def _view(strategy: Strategy, words: Words, topic: Topic) -> TopicView:
    title = words["topics"][as_key(topic.topic)] if topic.topic else ""
    return TopicView(topic, title, strategy.find_all("initiatives", topic.initiatives))
