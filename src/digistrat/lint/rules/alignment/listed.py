"""Name as many of several things as a message has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOM = 100


def listed(said: str, names: Sequence[str]) -> str:
    """Say something about names, and name the first of them and how many more there are."""
    whole = f"{said}: {in_words(names)}"
    if len(whole) <= _ROOM:
        return whole
    shorter = (f"{said}: {', '.join(names[:n])} and {len(names) - n} more" for n in range(len(names) - 1, 0, -1))
    return next((text for text in shorter if len(text) <= _ROOM), said)
