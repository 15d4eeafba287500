"""Topics: everything that is tagged alike, whatever kind it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.model.shelf import COLLECTIONS, HELD
from digistrat.model.values.text import slug
from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.record import Record
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class Topic:
    """A tag as it is first written, and what has it, collection by collection; tags that differ in case are one."""

    id: str
    name: str
    groups: tuple[tuple[str, tuple[Record, ...]], ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is tagged."""
    topics = sorted(_topics(answers.strategy), key=lambda topic: topic.id)
    if topics:
        yield Page("topics.html", words["pages"]["topics"], "topics", {"topics": topics})


def _topics(strategy: Strategy) -> Iterator[Topic]:
    names: dict[str, str] = {}
    tagged: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for collection in (*HELD, *COLLECTIONS):
        for record in strategy.collections.get(collection, {}).values():
            for tag in dict.fromkeys(record.tags):
                names.setdefault(slug(tag), tag)
                tagged[slug(tag)][collection].append(record)
    for id, groups in tagged.items():
        if id:
            yield Topic(id, names[id], tuple((name, tuple(records)) for name, records in groups.items()))
