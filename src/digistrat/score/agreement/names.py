"""Is one scorer two? Names that are probably the same one, misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digistrat.score.agreement.cells import Points
    from digistrat.score.ranking import Entry

_MANY = 100  # names, and characters of one: to compare more takes longer than a reader waits
_FEW = 2  # who scored so many times as many initiatives is the one who is spelt right


class Alike(NamedTuple):
    """A scorer who may be another one, misspelt, and how many initiatives stand under each name."""

    name: str
    near: str
    scored: int
    near_scored: int


def alike(scorers: Sequence[str], said: Iterable[tuple[Entry, Mapping[str, Points]]]) -> Iterator[Alike]:
    """Give who scored few initiatives, nothing that the other scored too, under nearly the same name.

    Names with other digits are other people: ward 1 and ward 2.
    """
    if len(scorers) > _MANY:
        return
    cells: dict[str, set[tuple[str, str]]] = {name: set() for name in scorers}
    for entry, by in said:
        for name, points in by.items():
            cells[name].update((entry.initiative.id, criterion) for criterion in points)
    times = {name: len({id for id, _ in own}) for name, own in cells.items()}
    for name in scorers:
        often = [other for other in scorers if other != name and times[other] >= _FEW * times[name]]
        near = nearest(name, [other for other in often if _may_be(name, other) and not cells[name] & cells[other]])
        if near:
            yield Alike(name, near, times[name], times[near])


def _may_be(name: str, other: str) -> bool:
    is_short = max(len(name), len(other)) <= _MANY
    return is_short and [*filter(str.isdigit, name)] == [*filter(str.isdigit, other)]
