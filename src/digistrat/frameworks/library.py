"""Find a framework by its id: a strategy's own, or one that comes with digistrat; and what stands in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digistrat.disk.packaged import packaged
from digistrat.errors import DigistratError
from digistrat.model.shape import check_single
from digistrat.model.shelf import BUILT_IN_FRAMEWORKS
from digistrat.model.values.context import DEFAULT
from digistrat.read.document import read_document
from digistrat.read.fault import Ref

if TYPE_CHECKING:
    from digistrat.model.kinds.framework import Framework, Item, ScaleLevel
    from digistrat.model.strategy import Strategy


def find(strategy: Strategy, id: str | None) -> Framework | None:
    """Give the framework of an id, or None."""
    if id in BUILT_IN_FRAMEWORKS:
        return built_in(str(id))
    return strategy.own_frameworks.get(id or "")


@cache
def built_in(id: str) -> Framework:
    """Read a pack that comes with digistrat; raises DigistratError where our own file is broken."""
    from digistrat.model.kinds.framework import Framework  # noqa: PLC0415  (only where a strategy names one)

    document = read_document(f"{id}.yaml", packaged("frameworks/packs", f"{id}.yaml"))
    framework, faults = check_single(Framework, document.data, Ref(document.file), DEFAULT)
    faults += document.faults
    if faults:
        raise DigistratError(f"the framework {id!r} cannot be read: {faults[0][1].message}", "install digistrat again")
    return framework


def item_of(framework: Framework, named: str | None) -> Item | None:
    """Give the item that an answer names: by its id, or in a pack that comes with digistrat by its number.

    The numbered standards are cited by number (`point 3`, `action-3`, `3`), whatever the pack calls the item.
    """
    found = framework.item_by_id.get(named or "")
    number = re.fullmatch(r"(?:(?:action|point|item|standard|a)[ _-]?)?0*([1-9]\d?)", (named or "").lower())
    if found or not number or framework.id not in BUILT_IN_FRAMEWORKS:
        return found
    index = int(number[1]) - 1
    return framework.items[index] if index < len(framework.items) else None


def level_of(framework: Framework, named: str | None) -> ScaleLevel | None:
    """Give the step of a scale that an assessment names: by its word, however it is joined, or by its number."""
    from digistrat.model.kinds.framework import folded  # noqa: PLC0415  (see above)

    return framework.level_by_word.get(folded(named or ""))
