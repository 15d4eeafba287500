"""The glossary: what the words of this strategy mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.publish.words import Words


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless no word is explained."""
    terms = sorted(answers.strategy.glossary.values(), key=lambda one: one.term.casefold())
    if terms:
        yield Page("glossary.html", words["pages"]["glossary"], "glossary", {"terms": terms})
