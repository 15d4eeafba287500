"""Where reading has found something already: what seems to be missing may only be misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from digistrat.wording import nearest

if TYPE_CHECKING:
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref

R = TypeVar("R")


def is_in_doubt(strategy: Strategy, field: Ref) -> bool:
    """Tell whether a field, or all of its file, could not be read, or a key beside it probably means it."""
    for rule, faults in strategy.faults.items():
        for fault in faults:
            if fault.at.file != field.file:
                continue
            keys = fault.at.keys
            if not keys or keys[: len(field.keys)] == field.keys:
                return True
            if rule == "unknown-key" and keys[:-1] == field.keys[:-1] and _is_near(keys[-1], field.keys[-1]):
                return True
    return False


def _is_near(written: object, meant: object) -> bool:
    return nearest(str(written), [str(meant)]) is not None


def has_nameless(strategy: Strategy, parts: Ref) -> bool:
    """Tell whether the id of a part of this list could not be read: a name that is not known may be that one's."""
    deep = len(parts.keys)
    for rule, faults in strategy.faults.items():
        for fault in faults:
            keys = fault.at.keys
            if fault.at.file != parts.file or keys[:deep] != parts.keys[: len(keys)]:
                continue
            is_whole_part = len(keys) <= deep + 1
            if is_whole_part or keys[deep + 1] == "id" or (rule == "unknown-key" and _is_near(keys[deep + 1], "id")):
                return True
    return False


_SUGGESTIONS = 50  # misspelt references that are looked up: more of them say that something else is wrong


def meant(strategy: Strategy, collection: str) -> set[str]:
    """Give the records that misspelt references into a collection were probably meant for."""
    known = strategy.declared.get(collection, {})
    return {found for id in _unknown(strategy, collection) if (found := nearest(id, known))}


def without_strays(strategy: Strategy, collection: str, unnamed: list[R]) -> list[R]:
    """Give the records of a collection to which nobody refers, unless references lead nowhere that may mean them all.

    Those are told where they stand; what they are like is told by `meant`.
    """
    known = strategy.declared.get(collection, {})
    strays = [id for id in _unknown(strategy, collection) if not nearest(id, known)] if unnamed else []
    return unnamed if len(unnamed) > len(strays) else []


def _unknown(strategy: Strategy, collection: str) -> list[str]:
    """Give the ids, each once, by which something in a collection may be meant and nothing is."""
    found = (
        link.id
        for link in strategy.links
        if collection in link.to.collections and not any(strategy.knows(name, link.id) for name in link.to.collections)
    )
    return list(dict.fromkeys(found))[:_SUGGESTIONS]
