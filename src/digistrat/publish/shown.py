"""What is published, as pages or as one file: the sections, and what every template may show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digistrat.model.values.date import day
from digistrat.publish.dates import in_words
from digistrat.publish.joins import Joins
from digistrat.publish.pages import SECTIONS
from digistrat.publish.withheld import unwanted
from digistrat.publish.words import language_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.answers import Answers
    from digistrat.model.strategy import Strategy
    from digistrat.publish.page import Page
    from digistrat.publish.words import Words


def sections_of(answers: Answers, words: Words) -> Mapping[str, tuple[Page, ...]]:
    """Give the pages of each section that has any and is not left out, in the order of the shelf."""
    hidden = unwanted(answers.strategy)
    built = {name: tuple(one.build(answers, words)) for name, one in SECTIONS.items() if name not in hidden}
    return {name: pages for name, pages in built.items() if pages}


def common(strategy: Strategy, words: Words, sections: Mapping[str, tuple[Page, ...]]) -> Mapping[str, Any]:
    """Give what every template may show, whatever it makes."""
    return {
        "strategy": strategy,
        "strategy_date": in_words(words, day(strategy.as_of)),
        "feedback": _feedback(strategy.manifest.feedback),
        "words": words,
        "language": language_of(words, strategy.manifest.language),
        "has_page": sections.__contains__,
        "joins": Joins(strategy, words, sections.__contains__),
        "lost": left_out(strategy),
    }


_NOTHING_LOST = frozenset({"unknown-file", "missing-file"})


def left_out(strategy: Strategy) -> list[str]:
    """Name the files of which something could not be read, and is missing from what is published."""
    found = {fault.at.file for rule, faults in strategy.faults.items() if rule not in _NOTHING_LOST for fault in faults}
    return sorted(found)


def _feedback(address: str | None) -> str | None:
    """Make a link of an e-mail address or a web address; of nothing else."""
    if not address or address.startswith(("https://", "http://", "mailto:")):
        return address
    return f"mailto:{address}" if "@" in address and ":" not in address else None
