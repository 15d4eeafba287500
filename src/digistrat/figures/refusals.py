"""Which initiatives the strategy itself leaves out: what it will not do, and what is out of its scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.links import Link
    from digistrat.model.strategy import Strategy

_LISTS = frozenset({"will_not", "out_of_scope"})


def ruled_out(strategy: Strategy) -> Mapping[str, list[Link]]:
    """Give, by initiative, the places at which the mission or the manifest leaves it out; others have no entry."""
    found: dict[str, list[Link]] = {}
    for link in strategy.links:
        is_exclusion = link.field in _LISTS and link.to.collection == "initiatives"
        initiative = strategy.find("initiatives", link.id) if is_exclusion else None
        if initiative:
            found.setdefault(initiative.id, []).append(link)
    return found
