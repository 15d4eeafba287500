"""Technology: what runs and for what outcome, who looks after it, and what is switched off by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digistrat.publish.dates import span
from digistrat.publish.page import Page
from digistrat.publish.words import as_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.technology import Technology
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class TechnologyView:
    """A system or product with what came before it and what comes after."""

    technology: Technology
    contract: str
    retire_by: Date | None
    answers: tuple[str, ...]  # on how to source it, in words
    replaces: tuple[Technology, ...]
    replaced_by: tuple[Technology, ...]

    @property
    def goes(self) -> bool:
        """Tell whether it is to be switched off, or was."""
        return self.technology.legacy or self.technology.retire_by is not None


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is said to run or to come."""
    strategy = answers.strategy
    if strategy.technology:
        views = [_view(strategy, words, one) for one in strategy.technology.values()]
        data = {"technology": views, "going": _by_date(view for view in views if view.goes)}
        yield Page("technology.html", words["pages"]["technology"], "technology", data)


def _view(strategy: Strategy, words: Words, technology: Technology) -> TechnologyView:
    contract = technology.contract
    return TechnologyView(
        technology,
        span(words, contract.start, contract.ends) if contract else "",
        strategy.when(technology.retire_by),
        tuple(words["sourcing_answers"][as_key(answer)] for answer in technology.sourcing_answers),
        strategy.find_all("technology", technology.replaces),
        strategy.linking_to(technology, "technology"),
    )


def _by_date(views: Iterable[TechnologyView]) -> list[TechnologyView]:
    """Put the first to go first, and those without a date last."""
    return sorted(views, key=lambda view: view.retire_by.last if view.retire_by else date.max)
