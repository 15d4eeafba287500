"""Find again where a value stands: read a file once more, this time with the place of every key and value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from digistrat.read.events import FASTEST, MakeEvents, events
from digistrat.read.fault import START, Key, Ref, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Place(NamedTuple):
    """Where a value stands and, in a map, where its key does."""

    keys: tuple[Key, ...]
    value: Span
    key: Span | None = None
    scalar: bool = False
    plain: bool = False  # a scalar without quotes
    empty: bool = False  # nothing was written
    colon: bool = True  # False for the `b` of `{title: a, b}`

    @property
    def span(self) -> Span:
        """Where to point: at the value where it starts behind its key, else at the key."""
        if self.key and (self.empty or self.value.line != self.key.line):
            return self.key
        return self.value


def span_of(event: Any) -> Span:
    """Say where an event stands."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def is_cut_off(text: str, key: Any, value: Any) -> bool:
    """Tell a key without any colon, as the `b` of `{title: a, b}`, from a key whose value was left open."""
    return not value.style and not value.value and ":" not in text[key.end_mark.index : value.end_mark.index]


def places(text: str, make_events: MakeEvents = FASTEST) -> Iterator[Place]:
    """Give every value's place in the order written, repeated keys too; the text must be a readable document."""
    walk = _Walk(text, make_events)
    for event in walk.stream:
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            yield from walk.value(event, ())


class _Walk:
    """One pass over the events of one text."""

    def __init__(self, text: str, make_events: MakeEvents) -> None:
        self.text = text
        self.stream = events(text, make_events)

    def value(self, event: Any, keys: tuple[Key, ...], key: Any = None) -> Iterator[Place]:
        at_key = span_of(key) if key else None
        if isinstance(event, ScalarEvent):
            empty = not event.style and not event.value
            colon = not (empty and key and is_cut_off(self.text, key, event))
            plain = not event.style
            yield Place(keys, span_of(event), at_key, scalar=True, plain=plain, empty=empty, colon=colon)
            return
        inside = list(self.entries(keys) if isinstance(event, MappingStartEvent) else self.items(keys))
        yield Place(keys, _extent(event.start_mark, inside), at_key)
        yield from inside

    def entries(self, keys: tuple[Key, ...]) -> Iterator[Place]:
        while not isinstance(key := next(self.stream), MappingEndEvent):
            yield from self.value(next(self.stream), (*keys, key.value), key)

    def items(self, keys: tuple[Key, ...]) -> Iterator[Place]:
        number = 0
        while not isinstance(event := next(self.stream), SequenceEndEvent):
            yield from self.value(event, (*keys, number))
            number += 1


def _extent(start: Any, inside: list[Place]) -> Span:
    """Let a map or list reach to the end of its first value: what a reader needs to recognise it."""
    line, column = start.line + 1, start.column + 1
    for span in (inside[0].value, inside[0].key) if inside else ():
        if span and span.line == line == span.end_line:
            return Span(line, column, line, span.end_column)
    return Span(line, column, line, column + 1)


class Positions:
    """Every place in one readable document."""

    def __init__(self, text: str, make_events: MakeEvents = FASTEST) -> None:
        """Read the text again."""
        self._places: dict[tuple[Key, ...], Place] = {}
        for place in places(text, make_events):
            self._places.setdefault(place.keys, place)

    def find(self, ref: Ref) -> Span:
        """Give the nearest written place of an address.

        An index is skipped where one bare value stands for a list of one, and keys that nobody wrote end at the
        start of the map that lacks them.
        """
        found: tuple[Key, ...] = ()
        missing = False
        for key in ref.keys:
            if (*found, key) in self._places:
                found = (*found, key)
            elif not isinstance(key, int):
                missing = True
                break
        place = self._places.get(found)
        if place is None:
            return START
        if missing:
            return place.key if place.scalar and place.empty and place.key else place.value
        return place.key if ref.on_key and place.key else place.span

    def scalars(self) -> Iterator[Span]:
        """Give the place of every scalar and of every key."""
        for place in self._places.values():
            if place.key:
                yield place.key
            if place.scalar:
                yield place.value
