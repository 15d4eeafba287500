"""Rules about templates: did somebody write this, or was it there from the start?"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digistrat.disk.templates import template
from digistrat.model.anatomy import leaves
from digistrat.read.fault import Fault
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def untouched_template(strategy: Strategy) -> Iterator[Fault]:
    """Text that `digistrat init` wrote and nobody has changed, once the strategy is no longer a draft.

    Why: a strategy that fits every organisation says nothing about this one.

    Bad:
        # decisions.yaml
        - id: open-first
          title: Say here what you were asked for and will not do  # <-

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first
    """
    if strategy.manifest.status == "draft":
        return
    known = _starter_texts()
    beginnings = frozenset(text[:_BEGINNING] for text in known)
    files = {file for file, document in strategy.documents.items() if _may_hold_any(document.text, beginnings)}
    for part in strategy.parts() if files else ():
        if part.at().file not in files:
            continue
        for keys, value in leaves(part):
            if isinstance(value, str) and one_line(value) in known:
                yield Fault(part.at(*keys), "this text is still the starter's; write your own, or leave it out")


_BEGINNING = 10  # characters: all of them stand on the line on which a text begins
_TEXT = re.compile(r"""^[ ]*(?:-[ ]+)*[{\[]?[ ]*(?:[\w-]+:[ ]+)?["']?(.{10})|:[ ]["']?(.{10})""", re.MULTILINE)


def _may_hold_any(text: str, beginnings: frozenset[str]) -> bool:
    """Tell quickly whether a file can hold one of the texts at all: by how its values begin."""
    return any(first in beginnings or second in beginnings for first, second in _TEXT.findall(text))


@cache
def _starter_texts() -> frozenset[str]:
    """Give every sentence that the starters bring, each folded to one line; the list is written by `make docs`."""
    return frozenset(template("starter-texts.txt").decode().splitlines())
