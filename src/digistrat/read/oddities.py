"""The second look at a doubtful file: keys written twice, and texts that YAML cut short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.read.fault import Fault, Key, Ref, Related, Span
from digistrat.read.positions import Place, places
from digistrat.read.scan import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.read.events import MakeEvents

# A comment that somebody meant as one is set off with a space: '#1' and '#NHS' are text.
HASH_IN_TEXT = re.compile(r"(?<![ \t])[ \t]+#[^\s#!]")
_PROSE = re.compile(r"[A-Z]|\w\s+\w")  # not a number, a date or a word from a list


def find(file: str, text: str, make_events: MakeEvents) -> Iterator[tuple[str, Fault]]:
    """Give a fault for each repeated key and each value that ended sooner than its writer meant."""
    lines = lines_of(text)
    first: dict[tuple[Key, ...], Place] = {}
    sibling: dict[tuple[Key, ...], Place] = {}  # the last entry of each map so far
    repeated: tuple[Key, ...] | None = None
    run_on: tuple[Key, ...] | None = None  # a map into which the next record has run
    for place in places(text, make_events):
        if repeated is not None and place.keys[: len(repeated)] == repeated and place.keys != repeated:
            continue
        before = sibling.get(place.keys[:-1])
        if place.keys in first:
            repeated = place.keys
            if place.keys[:-1] == run_on:
                continue
            run_on = place.keys[:-1] if place.keys[-1] == "id" else run_on
            yield "duplicate-key", _repeated(file, place, first[place.keys])
            continue
        if before and not place.colon:
            yield "cut-value", _cut_at_comma(file, place, before)
        elif place.plain and _ends_in_hash(lines, place):
            yield "cut-value", _cut_at_hash(file, place)
        first[place.keys] = place
        if place.key:
            sibling[place.keys[:-1]] = place


def _repeated(file: str, second: Place, first: Place) -> Fault:
    related = (Related(Ref(file, first.keys, on_key=True), "first written here", first.key),)
    ref = Ref(file, second.keys, on_key=True)
    if second.keys[-1] == "id":
        message = "a second 'id': another record seems to begin here"
        return Fault(ref, message, "put '- ' before it, in line with the record above", related, span=second.key)
    help = "keep one of the two, or put both under one of them as a list, each behind a '-'"
    return Fault(ref, f"{second.keys[-1]!r} is written twice", help, related, span=second.key)


def _cut_at_comma(file: str, place: Place, before: Place) -> Fault:
    value, key = before.span, place.key or place.value
    span = Span(value.line, value.column, key.end_line, key.end_column)
    message = f"the comma before {place.keys[-1]!r} ended the text of {before.keys[-1]!r}"
    return Fault(Ref(file, before.keys), message, "put the whole text in quotes", span=span)


def _ends_in_hash(lines: list[str], place: Place) -> bool:
    value = place.value
    line = lines[value.end_line - 1]
    if not HASH_IN_TEXT.match(line, value.end_column - 1):
        return False
    written = line[value.column - 1 : value.end_column - 1]
    return place.empty or value.line != value.end_line or bool(_PROSE.search(written))


def _cut_at_hash(file: str, place: Place) -> Fault:
    what = "this text" if isinstance(place.keys[-1], int) else f"the text of {place.keys[-1]!r}"
    help = "put the whole text in quotes, or write a space behind the '#' of a comment"
    return Fault(Ref(file, place.keys), f"the '#' ended {what}", help, span=place.span)
