"""Rules about commitments as a whole: few enough to remember, and each in its place?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.progress import is_dropped
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.strategy import Strategy

_MOST = 12  # where the manifest's limits.commitments does not say


def too_many_commitments(strategy: Strategy) -> Iterator[Fault]:
    """More promises than people can keep in mind: headline ones, where the strategy has headlines.

    Why: a short list is remembered, a long one is filed. The limit is 12, or `limits.commitments`.

    Bad:
        # strategy.yaml
        limits: {commitments: 1}
        …
        # commitments.yaml
        - {id: letters, statement: Letters leave on the day, updates: {status: delivered, evidence: Audit}}
        - {id: results, statement: Results leave on the day, updates: {status: delivered, evidence: Audit}}  # <-

    Good:
        - {id: results, statement: Results leave on the day, updates: {status: dropped}}

    Source: NHS Providers, Building a digital strategy (2021), on commitments limited in number.
    """
    limit = strategy.manifest.limits.commitments
    most = _MOST if limit is None else limit
    standing = [one for one in strategy.commitments.values() if not is_dropped(strategy, one)]
    headlines = [one for one in standing if one.headline]
    counted, what = (headlines, "headline commitments") if headlines else (standing, "commitments")
    if len(counted) > most:
        message = f"{len(counted)} {what}; the limit is {most}"
        help = "merge some, or put them under headline commitments"
        yield Fault(counted[most].at(), message, help)


def orphan_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A headline commitment with nothing under it, or one under no headline, where headlines are used.

    Why: the first is a slogan, the second a task that nobody announced.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          headline: true  # <-
          …

    Good:
        headline: false
    """
    standing = [one for one in strategy.commitments.values() if not is_dropped(strategy, one)]
    if not any(one.headline for one in standing):
        return
    parents = {parent.id for one in standing for parent in _above(strategy, one)}
    for one in standing:
        if one.headline and one.id not in parents:
            message = f"nothing stands under the headline commitment {one.id!r}; say what will be done for it"
            yield Fault(one.at("headline"), message, f"write 'under: {one.id}' in the commitments that belong to it")
        elif not one.headline and not _reaches_headline(strategy, one):
            message = f"commitment {one.id!r} is under no headline commitment; name one under 'under'"
            yield Fault(one.at("under"), message, "or make it a headline itself")


def _above(strategy: Strategy, commitment: Commitment) -> list[Commitment]:
    """Give the commitments it is under, the nearest first; a circle ends where it closes."""
    found: list[Commitment] = []
    below: Commitment | None = commitment
    while below and below.under:
        below = strategy.find("commitments", below.under)
        if below is None or below is commitment or below in found:
            break
        found.append(below)
    return found


def _reaches_headline(strategy: Strategy, commitment: Commitment) -> bool:
    """Tell whether it is under a headline; one under something unknown is another rule's business."""
    above = _above(strategy, commitment)
    lost = commitment.under is not None and not above
    return lost or any(one.headline for one in above)
