"""Rules about engaging people as a whole: is everything there that it takes, and does it last?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.doubt import is_in_doubt
from digistrat.read.fault import Fault, Related
from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digistrat.model.kinds.engagement import Engagement
    from digistrat.model.strategy import Strategy


def engagement_incomplete(strategy: Strategy) -> Iterator[Fault]:
    """A plan to engage people without one of its six elements.

    They are objectives, people, resources, engaging (to listen and to respond), measures, and experiments from
    which to learn.

    Why: each of them is what makes the others work; without an answer, for one, people stop telling us things.

    Bad:
        # engagement.yaml
        objectives: {title: People shape what goes online}  # <-
        people: {group: People over 70}
        resources: {what: Two people who visit, until: 2029-03}
        listen: {from: 2025-09, how: Visits to village halls}
        experiments: {tried: Tea on a market day, result: 23 people came}

    Good:
        objectives: {title: People shape what goes online}
        measures: letters-sent

    Source: A strategy for healthcare digital engagement (Dell), on its six elements.
    """
    engagement = strategy.engagement
    if engagement is None or not any(value for _, value in engagement):
        return
    lacking = [
        element
        for element, keys in _elements(engagement).items()
        if not any(keys.values()) and not any(is_in_doubt(strategy, engagement.at(key)) for key in keys)
    ]
    if lacking:
        keys = [" or ".join(repr(key) for key in _elements(engagement)[element]) for element in lacking]
        help = f"write {'it' if len(lacking) == 1 else 'them'} down under {in_words(keys)}"
        yield Fault(engagement.at(), f"engagement lacks {in_words(lacking)}", help)


def _elements(engagement: Engagement) -> dict[str, dict[str, object]]:
    """Give the six elements, each with the keys of which one is enough, and what stands there."""
    return {
        "objectives": {"objectives": engagement.objectives},
        "people": {"people": engagement.people},
        "resources": {"resources": engagement.resources},
        "a way to engage": {"listen": engagement.listen, "respond": engagement.respond},
        "measures": {"measures": engagement.measures or any(one.measures for one in engagement.objectives)},
        "experiments": {"experiments": engagement.experiments},
    }


def campaign_not_engagement(strategy: Strategy) -> Iterator[Fault]:
    """Engagement of which every resource ends within 12 months.

    The months count from `starts`, or from the beginning of the strategy.

    Why: people who were asked once and then left alone do not answer the next time.

    Bad:
        # engagement.yaml
        objectives: {title: People shape what goes online, measures: letters-sent}
        people: {group: People over 70}
        starts: 2026-05
        resources: {what: Two people who visit, until: 2027-03}  # <-
        listen: {from: 2025-09, how: Visits to village halls}
        experiments: {tried: Tea on a market day, result: 23 people came}

    Good:
        resources: {what: Two people who visit, until: 2029-03}

    Source: A strategy for healthcare digital engagement (Dell), on resources that last.
    """
    engagement = strategy.engagement
    period = strategy.manifest.period
    first = engagement.starts if engagement and engagement.starts else period
    if not (engagement and first):
        return
    ends = [resource.until for resource in engagement.resources]
    if ends and all(until and _within_a_year(first.first, until.last) for until in ends):
        message = "every resource for engagement ends within 12 months; give one for longer"
        help = "write when it ends under 'until', and leave that out where it has no end"
        yield Fault(engagement.at("resources"), message, help)


def _within_a_year(first: date, last: date) -> bool:
    """Tell whether a day comes before the same day of the next year."""
    return (last.year - 1, last.month, last.day) < (first.year, first.month, first.day)


def talk_before_listening(strategy: Strategy) -> Iterator[Fault]:
    """Engagement that begins to speak before it listens.

    Why: who has not heard what people talk about answers questions that nobody asked.

    Bad:
        # engagement.yaml
        objectives: {title: People shape what goes online, measures: letters-sent}
        people: {group: People over 70}
        starts: 2026-05  # <-
        resources: {what: Two people who visit, until: 2029-03}
        listen: {from: 2026-09, how: Visits to village halls}
        experiments: {tried: Tea on a market day, result: 23 people came}

    Good:
        starts: 2026-10

    Source: A strategy for healthcare digital engagement (Dell), on listening first.
    """
    engagement = strategy.engagement
    starts = engagement.starts if engagement else None
    heard = engagement.listen.start if engagement and engagement.listen else None
    if engagement and starts and heard and starts.first < heard.first:
        related = (Related(engagement.at("listen", "from"), "listening begins here"),)
        message = f"speaking starts {starts}, before listening does ({heard}); listen first"
        yield Fault(engagement.at("starts"), message, related=related)
