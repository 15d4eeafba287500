"""Turn one file's bytes into plain data (maps, lists, text, None), or into the one fault that stops it.

Scalars stay the text that was written; which of them is a number or a date, its field decides. Positions are not
kept: files with a finding are read again (`positions`), which is cheaper than 99 MB for 10,000 files.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from digistrat.read import limits, oddities, scan
from digistrat.read.events import FASTEST, MakeEvents
from digistrat.read.fault import START, Fault, Ref, Span
from digistrat.read.positions import is_cut_off, span_of
from digistrat.read.syntax import in_plain_words

Data = dict[str, Any] | list[Any] | str | None
NOTHING = frozenset({"", "null", "~"})  # plain scalars that mean "not known"


class Document(NamedTuple):
    """One file: its text, its data, and what is wrong with it as YAML, by rule."""

    file: str
    text: str
    data: Data = None
    faults: tuple[tuple[str, Fault], ...] = ()
    readable: bool = True
    values: int = 0  # scalars, lists and maps in it


class _Stop(Exception):  # noqa: N818  (it is caught in this file: not an error that anybody sees)
    """The one fault that makes a file unreadable."""

    def __init__(self, rule: str, message: str, help: str, event: Any = None) -> None:
        self.rule, self.message, self.help = rule, message, help
        self.span = span_of(event) if event is not None else START
        super().__init__(message)


def read_document(file: str, content: bytes, make_events: MakeEvents = FASTEST) -> Document:
    """Read one file; never raises: whatever is wrong is among the document's faults."""
    text = scan.decode(content)
    if text is None:
        return refused(file, "unreadable-file", "this file is not UTF-8 text", "save it with the encoding UTF-8")
    stray = scan.stray_character(text)
    if stray:
        span, name = stray
        return refused(file, "invalid-yaml", f"{name} stands in the text", "delete it, or write a space", text, span)
    builder = _Builder(text, make_events)
    try:
        data = builder.document()
    except _Stop as stop:
        return refused(file, stop.rule, stop.message, stop.help, text, stop.span)
    except yaml.YAMLError as error:
        span, message, help = in_plain_words(error, text)
        return refused(file, "invalid-yaml", message, help, text, span)
    doubtful = builder.odd or oddities.HASH_IN_TEXT.search(text)
    faults = tuple(oddities.find(file, text, make_events)) if doubtful else ()
    return Document(file, text, data, faults, values=builder.values)


def refused(file: str, rule: str, message: str, help: str, text: str = "", span: Span = START) -> Document:
    """Make the document of a file that could not be read: no data and one fault."""
    return Document(file, text, None, ((rule, Fault(Ref(file), message, help, span=span)),), readable=False)


class _Builder:
    """Build data while events come in, and stop at the first thing that the format does not have."""

    def __init__(self, text: str, make_events: MakeEvents) -> None:
        self.text = text
        self.next = make_events(text).get_event
        self.values = 0
        self.odd = False  # something is worth a second, slower look

    def document(self) -> Data:
        data: Data = None
        seen = False
        while not isinstance(event := self.next(), StreamEndEvent):
            if isinstance(event, StreamStartEvent | DocumentEndEvent):
                continue
            if isinstance(event, DocumentStartEvent):
                if seen:
                    raise _Stop("unsupported-yaml", "a second document starts here", "write a list of records", event)
                seen = True
                continue
            data = self.value(event, 0)
        return data

    def value(self, event: Any, depth: int) -> Data:
        self.values += 1
        if self.values > limits.VALUES:
            message = f"more than {limits.VALUES:,} values in one file"
            raise _Stop("oversized-yaml", message, "divide it into several files in a folder", event)
        kind = type(event)
        if kind is AliasEvent:
            raise _Stop("unsupported-yaml", f"'*{event.anchor}' repeats another value", _WRITE_OUT, event)
        if event.anchor is not None:
            raise _Stop("unsupported-yaml", f"'&{event.anchor}' names a value", _WRITE_OUT, event)
        if event.tag is not None:
            message = f"'{event.tag}' is a YAML tag"
            raise _Stop("unsupported-yaml", message, "leave it out: each field knows its own type", event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if depth >= limits.DEPTH:
            message = f"lists and maps nested more than {limits.DEPTH} deep"
            raise _Stop("oversized-yaml", message, "no field of the format goes this deep", event)
        return self.map(event, depth + 1) if kind is MappingStartEvent else self.list(depth + 1)

    def scalar(self, event: Any) -> str | None:
        value: str = event.value
        if not event.style and value in NOTHING:
            return None
        if len(value) * 4 > limits.TEXT_BYTES and len(value.encode()) > limits.TEXT_BYTES:
            message = (
                f"a text of {len(value.encode()) // 1000:,} kB; at most {limits.TEXT_BYTES // 1000} kB in one field"
            )
            raise _Stop("oversized-yaml", message, "shorten it, or link to a document", event)
        if event.style == '"' and (stray := scan.stray_character(value)):
            raise _Stop("invalid-yaml", f"{stray[1]} stands in this text", "delete it, or write a space", event)
        return value

    def list(self, depth: int) -> list[Data]:
        items = []
        while type(event := self.next()) is not SequenceEndEvent:
            items.append(self.value(event, depth))
        return items

    def map(self, start: Any, depth: int) -> dict[str, Data]:
        entries: dict[str, Data] = {}
        while type(event := self.next()) is not MappingEndEvent:
            key = self.key(event)
            value = self.value(following := self.next(), depth)
            if key in entries:
                self.odd = True
                continue
            if value is None and start.flow_style and entries and is_cut_off(self.text, event, following):
                self.odd = True
                continue
            entries[key] = value
        return entries

    def key(self, event: Any) -> str:
        kind = type(event)
        if kind in {MappingStartEvent, SequenceStartEvent}:
            message = "a key that is a list or a map" if not _looks_like_a_template(event) else "braces start a map"
            raise _Stop("unsupported-yaml", message, "write a word as the key, or quote a text in braces", event)
        if kind is AliasEvent:
            raise _Stop("unsupported-yaml", f"'*{event.anchor}' repeats another value", _WRITE_OUT, event)
        if event.anchor is not None or event.tag is not None:
            raise _Stop("unsupported-yaml", "a key with an anchor or a tag", "write the key alone", event)
        key: str = event.value
        if not event.style and key == "<<":
            raise _Stop("unsupported-yaml", "'<<' merges another map", _WRITE_OUT, event)
        if not key.strip() or (not event.style and key in NOTHING):
            raise _Stop("unsupported-yaml", "a key that is empty", "write a word before the colon", event)
        return key


_WRITE_OUT = "write the value out at each place"


def _looks_like_a_template(event: Any) -> bool:
    """Tell `{{ name }}`, left over from a template, from a map that somebody meant as a key."""
    return isinstance(event, MappingStartEvent) and bool(event.flow_style)
