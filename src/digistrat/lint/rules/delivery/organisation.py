"""Rules about what the organisation changes in itself, and how people hear of the strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.doubt import is_in_doubt
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy

OWN_HABITS = ("planning", "incentives", "finance", "governance")


def unchanged_organisation(strategy: Strategy) -> Iterator[Fault]:
    """A strategy under which planning, incentives, finance and governance all stay as they are.

    Why: new ways of working inside old ways of paying and deciding do not last.

    Bad:
        # delivery.yaml
        rhythm:
          - {kind: show-and-tell, every: 2 weeks}
          - {kind: progress-review, every: monthly}
          - {kind: reprioritisation, every: quarterly}
          - {kind: strategy-review, every: yearly}
        changes: {area: culture, then: Whoever reports a fault hears what was found}  # <-

    Good:
        changes: {area: finance, then: "Money is given in steps, as each one works"}

    Source: NHS Providers, Building a digital strategy (2021), on organisational change.
    """
    delivery = strategy.delivery
    if not strategy.is_whole("delivery") or (delivery and is_in_doubt(strategy, delivery.at("changes"))):
        return
    if not any(change.area in OWN_HABITS for change in (delivery.changes if delivery else ())):
        at = delivery.at("changes") if delivery else strategy.home("delivery")
        message = "nothing changes in planning, incentives, finance or governance; say what will"
        yield Fault(at, message, "under 'changes' in delivery.yaml: the area, how it is today, and how it will be")


def no_web_version(strategy: Strategy) -> Iterator[Fault]:
    """A strategy that is told in several ways, and none of them is web pages.

    Why: a document as a file is hard to read on a telephone, to link to, and to find again.

    Bad:
        # delivery.yaml
        rhythm:
          - {kind: show-and-tell, every: 2 weeks}
          - {kind: progress-review, every: monthly}
          - {kind: reprioritisation, every: quarterly}
          - {kind: strategy-review, every: yearly}
        changes: {area: planning, then: Plans are looked at each quarter}
        communication: {form: slides, audience: Everyone}  # <-

    Good:
        communication: {form: web, audience: Everyone}
    """
    delivery = strategy.delivery
    if delivery and delivery.communication and not any(one.form == "web" for one in delivery.communication):
        message = "the strategy is told in other forms than web pages; add one of 'form: web'"
        yield Fault(delivery.at("communication"), message, "`digistrat render` writes the pages")
