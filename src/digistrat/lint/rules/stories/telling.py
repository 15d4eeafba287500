"""Rules about stories: is anything finished, was anything learned, and did people agree to be quoted?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def nothing_delivered(strategy: Strategy) -> Iterator[Fault]:
    """No story of something delivered that says in a number what it changed.

    Why: people believe a plan more easily when they have seen something finished.

    Bad:
        # stories.yaml
        - id: old-printers  # <-
          title: What the old printers taught us
          kind: learning

    Good:
        # stories.yaml
        - id: old-printers
          title: What the old printers taught us
          kind: learning
        - id: letters-at-moorside
          …

    Source: NHS Providers, Building a digital strategy (2021), on showing what has been done.
    """
    if not strategy.is_whole("stories"):
        return
    delivered = [story for story in strategy.stories.values() if story.kind == "delivered"]
    if not any(impact.after for story in delivered for impact in story.impact):
        message = "no story tells of something delivered; write what is finished, and the number it changed"
        if delivered:
            message = "no story of something delivered says what it changed in numbers; add 'impact'"
        yield Fault(strategy.home("stories"), message, "impact: {what: Calls answered, before: 61, after: 84}")


def no_learning(strategy: Strategy) -> Iterator[Fault]:
    """Stories of success alone.

    Why: nobody believes that nothing went wrong, and others make the same mistake again.

    Bad:
        # stories.yaml
        - id: letters-at-moorside  # <-
          …

    Good:
        - id: old-printers
          title: What the old printers taught us
          kind: learning
        - id: letters-at-moorside
    """
    if not strategy.stories or not strategy.is_whole("stories"):
        return
    if not any(story.kind == "learning" for story in strategy.stories.values()):
        message = "no story is of kind 'learning'; tell of something that went wrong, and what you do now"
        yield Fault(strategy.home("stories"), message, "without blame: what was tried, and what came of it")


def quote_without_consent(strategy: Strategy) -> Iterator[Fault]:
    """Somebody's words, and nothing that says whether they agreed to be quoted.

    Why: a sentence can give a person away, even without a name.

    Bad:
        # stories.yaml
        - id: letters-at-moorside
          quotes: {text: I knew what to do before I was home, by: A patient}  # <-
          …
        - {id: old-printers, title: What the old printers taught us, kind: learning}

    Good:
          quotes: {text: I knew what to do before I was home, by: A patient, consent: given}
    """
    for story in strategy.stories.values():
        for index, quote in enumerate(story.quotes):
            if quote.text and quote.consent is None:
                message = f"a quote in {story.id!r} does not say whether its speaker agreed; add 'consent'"
                help = "given, published where it stood in public already, or not-needed"
                yield Fault(story.at("quotes", index, "consent"), message, help)
