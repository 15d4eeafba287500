"""Where reading has found something already: what seems to be missing may only be misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.wording import nearest

if TYPE_CHECKING:
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref


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


_SUGGESTIONS = 50  # misspelt references that are looked up: more of them say that something else is wrong


def meant(strategy: Strategy, collection: str) -> set[str]:
    """Give the records that misspelt references into a collection were probably meant for."""
    links = (link.id for link in strategy.links if collection in link.to.collections)
    unknown = [id for id in dict.fromkeys(links) if not strategy.knows(collection, id)][:_SUGGESTIONS]
    known = strategy.declared.get(collection, {})
    return {found for id in unknown if (found := nearest(id, known))}
