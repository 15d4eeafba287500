"""Rules about the system that the organisation belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from digistrat.lint.doubt import is_in_doubt
from digistrat.lint.rules.alignment.listed import listed
from digistrat.read.fault import Fault
from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def unanswered_topic(strategy: Strategy) -> Iterator[Fault]:
    """A matter that the system shares, on which this strategy takes no position.

    Why: neighbours plan around what they believe we will do, and learn too late that we will not.

    Bad:
        # system.yaml
        topics:  # <-
          - {topic: focus, position: What follows a patient is done together}
          - {topic: investment, position: Shared money goes to whoever is furthest behind}
          - {topic: inequalities, position: Nothing goes online alone}
          - {topic: patient-experience, position: There is one place to go online}
          - {topic: silos, position: Community nurses use our network}
          - {topic: interoperability, position: Letters come first}
          - {topic: shared-care-record, position: We send letters to it}
          - {topic: shared-capability, position: We lend a designer}
          - {topic: governance, position: One short meeting decides}
          - {topic: digital-literacy, position: Learning time is shared}
          - {topic: analytics, position: We join the shared team}

    Good:
        topics:
          - {topic: citizen-channels, position: All of it stands on one road map}

    Source: NHS Providers, Building a digital strategy (2021), on aligning with the system.
    """
    system = strategy.system
    if system is None or not system.topics or is_in_doubt(strategy, system.at("topics")):
        return
    from digistrat.model.kinds.system import TopicName  # noqa: PLC0415  (only where there is a system)

    answered = {topic.topic for topic in system.topics if topic.position}
    lacking = [name for name in get_args(TopicName) if name not in answered]
    if lacking:
        count = f"{len(lacking)} shared topics" if len(lacking) > 1 else "one shared topic"
        help = f"say under 'topics' where you stand, and who answers for it: {in_words(lacking)}"
        yield Fault(system.at("topics"), listed(f"no position on {count}", lacking), help)
