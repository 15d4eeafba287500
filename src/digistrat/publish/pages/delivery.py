"""Keeping it going: who meets when, what the organisation itself changes, who learns what, and who hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.publish.words import Words


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is said about delivery."""
    delivery = answers.strategy.delivery
    if delivery:
        yield Page("delivery.html", words["pages"]["delivery"], "delivery", {"delivery": delivery})
