"""Users: who the strategy is for, what they need, how that is known, and what is being done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
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


@dataclass(frozen=True, slots=True)
class UserView:
    """A user group with its needs and what it uses."""

    user: User
    within: User | None
    needs: tuple[NeedView, ...]
    services: tuple[Service, ...]
    initiatives: tuple[Initiative, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nobody is named."""
    strategy = answers.strategy
    if strategy.users:
        views = [_view(strategy, user) for user in strategy.users.values()]
        yield Page("users.html", words["pages"]["users"], "users", {"users": views})


def _view(strategy: Strategy, user: User) -> UserView:
    return UserView(
        user,
        strategy.find("users", user.within) if user.within else None,
        tuple(
            NeedView(
                need,
                strategy.find_all("services", need.services),
                tuple(one for one in strategy.linking_to(need, "initiatives") if not one.is_given_up),
            )
            for need in {need.id: need for need in user.needs}.values()
        ),
        strategy.linking_to(user, "services"),
        strategy.linking_to(user, "initiatives"),
    )
