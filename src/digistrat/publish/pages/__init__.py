"""The pages: each is a file with `build(answers, words)`, a template of the same name, and a line here.

The order is that of the navigation; a page without anything to show gives nothing and is not linked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.publish.pages import choices, commitments, home, services, users

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digistrat.answers import Answers
    from digistrat.publish.page import Page
    from digistrat.publish.words import Words

PAGES: dict[str, Callable[[Answers, Words], Iterable[Page]]] = {
    "home": home.build,
    "choices": choices.build,
    "commitments": commitments.build,
    "services": services.build,
    "users": users.build,
}
