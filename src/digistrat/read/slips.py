"""Which name a slip of the pen was meant to be: one letter dropped, doubled, swapped or hit wrong, and only one fits.

Less is taken for a slip here than `wording.nearest` names in a message: what comes out of this is written into files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS = re.compile(r"[-_ ]+")
_SHORTEST = 3  # letters of a name in which one is taken for a slip, where the names are few and fixed
_SHORTEST_OF_ANY = 4  # the same of a word in it, where anybody may have made up another name
_SHORTEST_EXCHANGED = 5  # for another letter in a place: 'must' and 'most' are two words


class _Slip(NamedTuple):
    """What differs between what was written and a name, and where in the name."""

    at: int
    written: str
    meant: str


def clear(written: str, known: Iterable[str], *, closed: bool = False) -> str | None:
    """Give the only known name that one slip makes of what was written, or None where none or several could be meant.

    `closed` says that there can be no other names: of an id that is not known the record may have been taken out, so
    'ward-b' is never 'ward-c' and 'ebooking' never 'booking'.
    """
    folded = _folded(written)
    slips = {name: slip for name in known if (slip := _slip(folded, _folded(name)))}
    same = [name for name, slip in slips.items() if not slip.written and not slip.meant]
    near = same or list(slips)
    if len(near) != 1:
        return None
    return near[0] if _is_likely(slips[near[0]], _folded(near[0]), closed=closed) else None


def _folded(name: str) -> str:
    return _SEPARATORS.sub("-", name.strip().casefold())


def _slip(written: str, name: str) -> _Slip | None:
    """Find the one slip between two names; None where there is more than one."""
    if abs(len(written) - len(name)) > 1:
        return None
    start = _alike(written, name)
    written, meant = written[start:], name[start:]
    end = _alike(written[::-1], meant[::-1])
    written, meant = written[: len(written) - end], meant[: len(meant) - end]
    is_swapped = len(written) == 2 and written == meant[::-1]  # noqa: PLR2004  (two letters)
    return _Slip(start, written, meant) if len(written + meant) <= 2 or is_swapped else None  # noqa: PLR2004


def _alike(one: str, other: str) -> int:
    """Count the letters with which two texts begin alike."""
    length = min(len(one), len(other))
    return next((index for index in range(length) if one[index] != other[index]), length)


def _is_likely(slip: _Slip, name: str, *, closed: bool) -> bool:
    """Tell a slip inside a word from a name that somebody meant as it is; a number is never taken for another."""
    changed = slip.written + slip.meant
    if not changed.replace("-", "").isalpha():
        return not changed or (changed == "-" and len(name) > _SHORTEST_EXCHANGED)
    start = 0 if closed else name.rfind("-", 0, slip.at) + 1
    word = name if closed else name[start:].partition("-")[0]
    is_first = slip.at == start and not closed
    shortest = _SHORTEST if closed else _SHORTEST_OF_ANY
    if len(slip.written) == len(slip.meant) == 1:
        shortest = max(shortest, _SHORTEST_EXCHANGED)
    is_swapped = len(changed) > 2  # noqa: PLR2004  (two letters on either side)
    return len(word) >= shortest and (is_swapped or not is_first)
