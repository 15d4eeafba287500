"""The rule about who owns the strategy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.read.fault import Fault
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.model.values.owner import Holder

# Words of a role, for owners who do not say their function.
_BOARD = re.compile(
    r"\b(?:board|cabinet|committee|trustees|governors|governing body|(?:executive|leadership|management) team)\b"
    r"|^(?:the )?(?:[\w-]+ ){0,3}council$",
    re.IGNORECASE,
)
_DIGITAL = re.compile(
    r"\b(?:(?i:digital|informatics|technology|cio|cto|cdo|cdio|ict|im&t|"
    r"information (?:officer|technology|services|systems)|(?:head|director|manager) of it|"
    r"it (?:director|manager|lead|team|department|services))|IT|I\.T\.)(?!\w)"
)


def owner_not_the_board(strategy: Strategy) -> Iterator[Fault]:
    """A strategy that a digital or IT role owns.

    Why: it changes how everybody works, and only a board can ask that of everybody. Digital people coordinate it.

    Bad:
        # strategy.yaml
        owner: Chief information officer  # <-
        …

    Good:
        owner: Trust board
        coordinator: Chief information officer

    Source: NHS Providers, Building a digital strategy (2021), on a strategy that the board owns.
    """
    owners = strategy.manifest.owner
    if any(_is_board(owner) for owner in owners):
        return
    for index, owner in enumerate(owners):
        if _is_digital(owner):
            name = f"{one_line(str(owner))[:50]!r}" if str(owner) else "the owner"
            message = f"{name} is a digital role; name the board as the owner"
            yield Fault(strategy.manifest.at("owner", index), message, "a digital role can be the 'coordinator'")
            return


def _is_board(owner: Holder) -> bool:
    if owner.function:
        return owner.function == "board"
    return bool(_BOARD.search(one_line(owner.role or "")))


def _is_digital(owner: Holder) -> bool:
    if owner.function:
        return owner.function == "digital"
    return bool(_DIGITAL.search(one_line(owner.role or "")))
