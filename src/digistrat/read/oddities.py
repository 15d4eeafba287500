"""The second look at a doubtful file: keys written twice, and texts that YAML cut short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.read.fault import Fault, Fix, Key, Ref, Related, Span
from digistrat.read.positions import Place, places
from digistrat.read.scan import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.read.events import MakeEvents

# A comment that somebody meant as one is set off with a space: '#1' and '#NHS' are text.
HASH_IN_TEXT = re.compile(r"(?<![ \t])[ \t]+#[^\s#!]")
_NUMBER_SIGN = re.compile(r"[ \t]+#[A-Za-z]?\d(?!.*[ \t]#[\s!]).*")  # and no comment behind it
_PROSE = re.compile(r"[A-Z]|\w\s+\w")  # not a number, a date or a word from a list


def find(file: str, text: str, make_events: MakeEvents) -> Iterator[tuple[str, Fault]]:
    """Give a fault for each repeated key and each value that ended sooner than its writer meant."""
    lines = lines_of(text)
    first: dict[tuple[Key, ...], Place] = {}
    sibling: dict[tuple[Key, ...], Place] = {}  # the last entry of each map so far
    repeated: tuple[Key, ...] | None = None
    run_on: tuple[Key, ...] | None = None  # a map into which the next record has run
    written = list(places(text, make_events))
    for number, place in enumerate(written):
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
            fix = _whole(lines, before, written, number) if before.colon else None  # the first piece speaks for all
            yield "cut-value", _cut_at_comma(file, place, before, fix)
        elif place.plain and _ends_in_hash(lines, place):
            yield "cut-value", _cut_at_hash(file, place, lines)
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


def _cut_at_comma(file: str, place: Place, before: Place, fix: Stretch | None) -> Fault:
    value, key = before.span, place.key or place.value
    span = Span(value.line, value.column, key.end_line, key.end_column)
    message = f"the comma before {place.keys[-1]!r} ended the text of {before.keys[-1]!r}"
    ref = Ref(file, before.keys)
    return Fault(ref, message, "put the whole text in quotes", span=span, fix=_quoted(ref, fix))


Stretch = tuple[str, str, Span]  # a text as it was cut, the whole of it, and where that stands


def _quoted(at: Ref, stretch: Stretch | None) -> Fix | None:
    return Fix(at, *stretch) if stretch else None


def _whole(lines: list[str], cut: Place, written: list[Place], number: int) -> Stretch | None:
    """Give what was written from a text that was cut at a comma to the end of the last piece behind it.

    None unless it is prose in one line: of 'a, b' somebody may want two.
    """
    last = cut.value
    while number < len(written) and not (piece := written[number]).colon and piece.keys[:-1] == cut.keys[:-1]:
        last = piece.key or last
        number += 1
    return _stretch(lines, cut, last.end_column) if last.line == last.end_line == cut.value.line else None


def _stretch(lines: list[str], cut: Place, end: int) -> Stretch | None:
    value = cut.value
    line = lines[value.line - 1]
    old, new = line[value.column - 1 : value.end_column - 1], line[value.column - 1 : end - 1]
    if not cut.plain or not old or value.line != value.end_line or not _PROSE.search(old):
        return None
    return old, new, Span(value.line, value.column, value.line, end)


def _ends_in_hash(lines: list[str], place: Place) -> bool:
    value = place.value
    line = lines[value.end_line - 1]
    if not HASH_IN_TEXT.match(line, value.end_column - 1):
        return False
    written = line[value.column - 1 : value.end_column - 1]
    return place.empty or value.line != value.end_line or bool(_PROSE.search(written))


def _cut_at_hash(file: str, place: Place, lines: list[str]) -> Fault:
    what = "this text" if isinstance(place.keys[-1], int) else f"the text of {place.keys[-1]!r}"
    help = "put the whole text in quotes, or write a space behind the '#' of a comment"
    ref = Ref(file, place.keys)
    line = lines[place.value.end_line - 1].rstrip()
    is_text = _NUMBER_SIGN.fullmatch(line, place.value.end_column - 1)  # 'Rule #1'; '#was' may well be a comment
    stretch = _stretch(lines, place, len(line) + 1) if is_text else None
    return Fault(ref, f"the '#' ended {what}", help, span=place.span, fix=_quoted(ref, stretch))
