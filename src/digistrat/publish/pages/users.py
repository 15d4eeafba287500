"""Users: who the strategy is for, what they need, how that is known, and what is being done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.publish.page import Page
from digistrat.publish.words import as_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.research import Research
    from digistrat.model.kinds.service import Service
    from digistrat.model.kinds.user import Need, User
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class NeedView:
    """A need, and what meets it."""

    need: Need
    services: tuple[Service, ...]
    initiatives: tuple[Initiative, ...]
    research: tuple[Research, ...]


@dataclass(frozen=True, slots=True)
class UserView:
    """A user group with its needs and what it uses."""

    user: User
    within: User | None
    parts: tuple[User, ...]
    needs: tuple[NeedView, ...]
    services: tuple[Service, ...]
    initiatives: tuple[Initiative, ...]
    research: tuple[Research, ...]


@dataclass(frozen=True, slots=True)
class StudyView:
    """A study with the groups and the needs it was about."""

    study: Research
    methods: tuple[str, ...]  # in words
    users: tuple[User, ...]
    needs: tuple[Need, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nobody is named and nobody was studied."""
    strategy = answers.strategy
    if strategy.users or strategy.research:
        data = {
            "users": [_view(strategy, user) for user in strategy.users.values()],
            "studies": _newest_first(_study(strategy, words, study) for study in strategy.research.values()),
        }
        yield Page("users.html", words["pages"]["users"], "users", data)


def _view(strategy: Strategy, user: User) -> UserView:
    return UserView(
        user,
        strategy.find("users", user.within) if user.within else None,
        strategy.linking_to(user, "users"),
        tuple(
            NeedView(
                need,
                strategy.find_all("services", need.services),
                tuple(one for one in strategy.linking_to(need, "initiatives") if not is_given_up(strategy, one)),
                strategy.linking_to(need, "research"),
            )
            for need in {need.id: need for need in user.needs}.values()
        ),
        strategy.linking_to(user, "services"),
        strategy.linking_to(user, "initiatives"),
        strategy.linking_to(user, "research"),
    )


def _study(strategy: Strategy, words: Words, study: Research) -> StudyView:
    return StudyView(
        study,
        tuple(words["methods"][as_key(method)] for method in study.method),
        strategy.find_all("users", study.users),
        strategy.find_all("needs", study.needs),
    )


def _newest_first(views: Iterable[StudyView]) -> list[StudyView]:
    """Sort studies by the last day each may have been on; those without a date come last."""
    return sorted(views, key=lambda view: view.study.date.last if view.study.date else date.min, reverse=True)
