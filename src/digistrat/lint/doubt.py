"""What reading already found wrong in a file of its own: nothing is said to lack that may stand there misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.wording import nearest

if TYPE_CHECKING:
    from digistrat.model.part import Single
    from digistrat.model.strategy import Strategy


def in_doubt(strategy: Strategy, single: Single, key: str) -> bool:
    """Tell whether reading spoke about a key at the top of a file, about what is behind it, or about a slip for it."""
    file = single.at().file
    here = {rule: [one.at.keys for one in faults if one.at.file == file] for rule, faults in strategy.faults.items()}
    spoken = {keys[0] for found in here.values() for keys in found if keys}
    slips = [str(keys[0]) for keys in here.get("unknown-key", ()) if len(keys) == 1]
    return key in spoken or any(nearest(slip, [key]) for slip in slips)
