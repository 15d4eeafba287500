"""Take faulty values out of a file's data, and still know where in the file every other stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from digistrat.read.fault import Key

_GONE = object()  # stands for an item taken out of a list, so that the others keep their number


class Salvage:
    """The data of one file, out of which more and more is taken."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Start with all of it."""
        self._whole = _copied(data)

    @property
    def data(self) -> dict[str, Any]:
        """Give what is left."""
        left: dict[str, Any] = _left(self._whole)
        return left

    def written(self, keys: tuple[Key, ...]) -> tuple[Key, ...]:
        """Give the address in the file of what stands at an address in what is left."""
        here: Any = self._whole
        found: list[Key] = []
        for key in keys:
            step = key
            if isinstance(here, list) and isinstance(key, int):
                there = [index for index, item in enumerate(here) if item is not _GONE]
                step = there[key] if key < len(there) else key
            found.append(step)
            here = _step(here, step)
        return tuple(found)

    def take_out(self, keys: tuple[Key, ...], *, with_its_map: bool = False) -> None:
        """Take out a value by its address in the file, or the map it is missing from; maps that end up empty too."""
        trail: list[tuple[Any, Key]] = []
        here: Any = self._whole
        for key in keys[:-1] if with_its_map else keys:
            if isinstance(key, int) and not isinstance(here, list):
                continue  # one bare value stands for a list of one
            if isinstance(here, list) and isinstance(key, int) and key < len(here) and here[key] is _GONE:
                return  # it is out with the item it stands in
            inside = _step(here, key)
            if inside is None and not (isinstance(here, dict) and key in here):
                break
            trail.append((here, key))
            here = inside
        while trail:
            above, last = trail.pop()
            if isinstance(above, list) and isinstance(last, int):
                above[last] = _GONE
                return
            del above[last]
            if above:
                return


def _step(here: Any, key: Key) -> Any:
    """Go one key further in; a bare value stands for a list of one."""
    if isinstance(key, int):
        if not isinstance(here, list):
            return here
        return here[key] if key < len(here) and here[key] is not _GONE else None
    return here.get(key) if isinstance(here, dict) else None


def _copied(value: Any) -> Any:
    """Copy maps and lists, and keep what stands in them: records that have been made already stay themselves."""
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _left(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _left(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_left(inner) for inner in value if inner is not _GONE]
    return value
