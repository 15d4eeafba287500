"""Rules about the privacy of those who are listened to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.lint.doubt import is_in_doubt
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.engagement import Engagement
    from digistrat.model.strategy import Strategy

_SOCIAL = frozenset({
    "awareness", "audience", "reach", "share-of-voice", "participation", "influence", "advocacy",
})  # fmt: skip
_MEDIA = re.compile(
    r"\b(?:social[\s-]+media|social[\s-]+networks?|twitter|tweets?|facebook|instagram|tiktok|linkedin|reddit|whatsapp)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|nor|never|without|instead of|rather than)\b|n['’]t\b", re.IGNORECASE)


def monitoring_without_notice(strategy: Strategy) -> Iterator[Fault]:
    """People's conversations are measured, and no privacy notice tells them so.

    Social measures are those of the groups awareness, audience, reach, share-of-voice, participation, influence and
    advocacy that engagement.yaml names; listening on social media counts too.

    Why: who finds out that somebody listened in, and did not say so, will not talk to us again; the law asks for it.

    Bad:
        # engagement.yaml
        objectives: {title: People shape what goes online, measures: letters-sent}
        people: {group: People over 70}
        resources: {what: Two people who visit, until: 2029-03}
        listen: {from: 2025-09, how: We read what social media say about us}
        experiments: {tried: Tea on a market day, result: 23 people came}
        privacy: {lawful_basis: Public task}  # <-

    Good:
        privacy: {lawful_basis: Public task, notice: "https://www.example.org/privacy"}

    Source: A strategy for healthcare digital engagement (Dell), on privacy and the law.
    """
    engagement = strategy.engagement
    if engagement is None or is_in_doubt(strategy, engagement.at("privacy")):
        return
    if engagement.privacy and engagement.privacy.notice:
        return
    listened = next(_monitoring(strategy, engagement), None)
    if listened:
        message = "people are monitored without a privacy notice; say where it is, under 'notice'"
        yield Fault(engagement.at("privacy", "notice"), message, "privacy: {notice: an address}", (listened,))


def _monitoring(strategy: Strategy, engagement: Engagement) -> Iterator[Related]:
    """Give what says that people's conversations are followed."""
    named = [*engagement.measures, *(id for objective in engagement.objectives for id in objective.measures)]
    for measure in strategy.find_all("measures", named):
        if measure.group in _SOCIAL:
            yield Related(measure.at("group"), f"{measure.id!r} is a social measure")
    how = (engagement.listen.how or "") if engagement.listen else ""
    for sentence in re.split(r"[.;!?]\s", how):
        if _MEDIA.search(sentence) and not _DENIED.search(sentence):
            yield Related(engagement.at("listen", "how"), "this is how people are listened to")
