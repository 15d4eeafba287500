"""Look into the models: which part a place in the data belongs to, where the links are, and every value.

A record inside another (a need of a user group) is a part of its own and is not looked into from outside.
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from digistrat.model.part import Part, written_keys
from digistrat.model.record import Record
from digistrat.model.values.date import Date
from digistrat.model.values.deadline import After
from digistrat.model.values.link import To
from digistrat.model.values.period import Period
from digistrat.read.fault import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def part_at(part: type[Part], keys: tuple[Key, ...]) -> type[Part] | None:
    """Give the part whose keys stand at a place, or None where the format has no map there."""
    here: Any = part
    for key in keys:
        if isinstance(key, int):
            continue
        inside = _values_of(here)
        if inside is not None:
            here = inside
            continue
        found = _part_in(here)
        name = written_keys(found).get(key) if found else None
        if found is None or name is None:
            return None
        here = found.model_fields[name].annotation
    return None if _values_of(here) is not None else _part_in(here)


def _values_of(annotation: Any) -> Any:
    """Give the type of the values of a map, or None for anything else."""
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    if get_origin(annotation) in {Annotated, Union, UnionType}:
        return next((found for inner in get_args(annotation) if (found := _values_of(inner)) is not None), None)
    return None


def _part_in(annotation: Any) -> type[Part] | None:
    """Find the part inside `Many[...]`, `... | None`, `Annotated[...]` or a map."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    for inner in get_args(annotation):
        found = _part_in(inner)
        if found:
            return found
    return None


class Trail(NamedTuple):
    """Where links stand in a kind: attributes to go through, the last of which holds ids."""

    names: tuple[tuple[str, str], ...]  # the attribute, and the key people write
    to: To


@cache
def link_trails(part: type[Part]) -> tuple[Trail, ...]:
    """Give every place in a kind that holds ids of other records."""
    return tuple(_trails(part, ()))


def _trails(part: type[Part], before: tuple[tuple[str, str], ...]) -> Iterator[Trail]:
    for key, name in written_keys(part).items():
        field = part.model_fields[name]
        names = (*before, (name, key))
        target = _mark(field.metadata) or _target(field.annotation)
        if target:
            yield Trail(names, target)
        elif (inner := _part_in(field.annotation)) is not None and not issubclass(inner, Record):
            yield from _trails(inner, names)


def _target(annotation: Any) -> To | None:
    """Find the mark of a link inside a field's type."""
    if get_origin(annotation) is Annotated:
        return _mark(annotation.__metadata__) or _target(get_args(annotation)[0])
    if get_origin(annotation) in {tuple, dict, Union, UnionType}:
        return next(filter(None, map(_target, get_args(annotation))), None)
    return None


def _mark(metadata: Iterable[Any]) -> To | None:
    """Find the mark of a link; of several the last, which a field adds to its type's own."""
    return next((mark for mark in reversed(tuple(metadata)) if isinstance(mark, To)), None)


Found = tuple[tuple[Key, ...], str, bool]


def links_in(value: Any, trail: Trail) -> Iterator[Found]:
    """Give the ids that a record holds along a trail: the keys that lead to each, the id, and whether it is a key."""
    yield from _follow(value, trail.names, ())


def _follow(value: Any, names: tuple[tuple[str, str], ...], keys: tuple[Key, ...]) -> Iterator[Found]:
    if value is None:
        return
    if type(value) is tuple:
        for index, item in enumerate(value):
            yield from _follow(item, names, (*keys, index))
    elif isinstance(value, dict):
        for key in value:
            yield (*keys, key), key, True
    elif isinstance(value, Date):
        return  # a deadline that waits for nothing
    elif isinstance(value, After):
        yield (*keys, "after"), value.after, False
    elif names:
        (name, key), *rest = names
        yield from _follow(getattr(value, name), tuple(rest), (*keys, key))
    else:
        yield keys, value, False


def leaves(part: Part) -> Iterator[tuple[tuple[Key, ...], Any]]:
    """Give every value in a part that is no part, list or map itself, with the keys that lead to it."""
    for key, item in _fields(part):
        yield from _leaves(item, (key,))


def _fields(part: Part) -> Iterator[tuple[Key, Any]]:
    return ((key, getattr(part, name)) for key, name in written_keys(type(part)).items())


def _leaves(value: Any, keys: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], Any]]:
    inside = _inside(value)
    if inside is not None:
        for key, item in inside:
            yield from _leaves(item, (*keys, key))
    elif value is not None and not isinstance(value, Record):
        yield keys, value


def _inside(value: Any) -> Iterable[tuple[Key, Any]] | None:
    """Give what a part, list, map or period is made of, or None for a single value."""
    if isinstance(value, Record):
        return None
    if isinstance(value, Part):
        return _fields(value)
    if isinstance(value, Period):
        return [("from", value.start)] if value.end is value.start else [("from", value.start), ("to", value.end)]
    if type(value) is tuple:  # a list; values such as dates are tuples with names
        return enumerate(value)
    return [(str(key), item) for key, item in value.items()] if isinstance(value, dict) else None
