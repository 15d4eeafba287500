"""How far a strategy answers what a framework asks: item by item, and counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from digistrat.frameworks.library import item_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digistrat.model.kinds.alignment import Answer
    from digistrat.model.kinds.framework import Framework, Item

# `not-asked`: nobody has answered, and it is asked of organisations of another kind.
Coverage = Literal["met", "partly", "planned", "not-met", "not-applicable", "unanswered", "not-asked"]
_IN_ORDER: tuple[Coverage, ...] = get_args(Coverage)


class Answered(NamedTuple):
    """An item, what is said to it, and how far that is an answer."""

    item: Item
    answer: Answer | None
    coverage: Coverage


def answered(framework: Framework, answers: Iterable[Answer], kind: str | None) -> tuple[Answered, ...]:
    """Give every item of a framework in its order; `kind` is the organisation's, None where it does not say.

    Of two answers to one item the first with a status counts.
    """
    said: dict[str, Answer] = {}
    for answer in answers:
        item = item_of(framework, answer.item)
        if item and (item.id not in said or (answer.status and not said[item.id].status)):
            said[item.id] = answer
    return tuple(
        Answered(item, said.get(item.id), _coverage(item, said.get(item.id), kind)) for item in framework.items
    )


def _coverage(item: Item, answer: Answer | None, kind: str | None) -> Coverage:
    """Say how far an item is answered; without a status nothing is, and nobody asks it of a kind that is not named."""
    if answer and answer.status:
        return answer.status
    is_ours = not item.asked_of or kind is None or kind in item.asked_of
    return "unanswered" if is_ours or answer else "not-asked"


def counted(items: Iterable[Answered]) -> Mapping[Coverage, int]:
    """Count items by how far they are answered, the met ones first; what occurs nowhere is left out."""
    counts = Counter(one.coverage for one in items)
    return {name: counts[name] for name in _IN_ORDER if counts[name]}
