"""Change one value in a YAML text and keep everything else as it is written: comments, blank lines, quotes, line ends.

Text in, text out. Every new text is read again, and unless it holds the old data with just this change, EditError is
raised. (ruamel.yaml keeps comments, too, but rewrites indentation, quotes and line breaks, so it is not used.)
An address may hold the 0 of an item where one bare value stands for a list of one, as in `Positions`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digistrat.read.document import Data, read_document
from digistrat.read.events import FASTEST, MakeEvents
from digistrat.read.fault import START, Key, Ref
from digistrat.read.nodes import Layout
from digistrat.read.splices import Splice, added, removed, renamed, replaced, spliced, wrapped
from digistrat.read.yaml_text import EditError, Plain, Verbatim, is_word, stored, stored_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.read.document import Document
    from digistrat.read.nodes import Entry, Node, Trail

Keys = tuple[Key, ...]
_MARK = "\ufeff"


def set_value(text: str, keys: Keys, value: Plain, make_events: MakeEvents = FASTEST) -> str:
    """Replace the value at an address, or write it, with the maps that lead to it, at the end of the map that lacks it.

    Comments inside the old value go with it. Raises EditError.
    """
    edit = _Edit(text, make_events)
    return edit.set(edit.layout.find(keys), stored(value))


def rename_key(text: str, keys: Keys, new: str, make_events: MakeEvents = FASTEST) -> str:
    """Write another key; its value and its place stay. Raises EditError where the map has the new one already."""
    edit = _Edit(text, make_events)
    trail, entry, holder = edit.written(keys)
    old = trail.keys[-1]
    if not isinstance(keys[-1], str):
        raise EditError(f"{_named(keys)} is an item of a list, not a key", "name the list that it is in")
    if new == old:
        return text
    if any(one.key == new for one in holder.entries):
        raise EditError(f"{new!r} is there already, beside {old!r}", "keep one of the two")
    return edit.done(
        renamed(edit.layout, entry, holder, stored_key(new)),
        trail.keys[:-1],
        lambda data: {new if key == old else key: below for key, below in data.items()},
    )


def append(text: str, keys: Keys, item: Plain, make_events: MakeEvents = FASTEST) -> str:
    """Add an item at the end of a list; a bare value becomes a list of two, nothing a list of one.

    Raises EditError, also where the file holds one record instead of a list.
    """
    edit = _Edit(text, make_events)
    trail = edit.layout.find(keys)
    old, new = edit.at(trail), stored(item)
    if trail.missing or old is None or not trail.node:
        return edit.set(trail, [new])
    if isinstance(old, list):
        return edit.done(edit.grown(trail, trail.node, None, new), trail.keys, lambda items: [*items, new])
    if not trail.entry or not trail.holder:
        raise EditError("the file holds one record, not a list", "write each record into a file of its own")
    splices = wrapped(edit.layout, trail.entry, trail.holder, in_brackets=is_word(old) and is_word(new))
    return append(edit.done(splices, trail.keys, lambda data: [data]), trail.keys, item, make_events)


def append_text(text: str, keys: Keys, lines: str, make_events: MakeEvents = FASTEST) -> str:
    """Add a map at the end of a list as somebody wrote it: the lines of the map, comments and all, without a dash.

    Raises EditError, also where the list stands in brackets.
    """
    document = _readable(lines, make_events)
    if not isinstance(document.data, dict):
        raise EditError("what is to be added is not a map", "write it as 'key: value' lines, without a dash")
    return append(text, keys, Verbatim(document.text.strip("\r\n"), document.data), make_events)


def remove(text: str, keys: Keys, make_events: MakeEvents = FASTEST) -> str:
    """Take out a key with its value, or an item of a list; a map or list that loses its last one stays, empty.

    Comments above it stay, as they may be about what follows, too; those at the ends of its lines, between them, and
    right below and further right than it begins go with it. A file that loses its last entry holds nothing.
    Raises EditError.
    """
    edit = _Edit(text, make_events)
    trail, entry, holder = edit.written(keys)
    parent = edit.layout.find(trail.keys[:-1])
    if len(holder.entries) == 1 and not holder.flow:
        if parent.entry:
            return edit.set(parent, {} if holder.kind == "map" else [])
        return edit.done(removed(edit.layout, entry, holder), (), lambda _: None)
    return edit.done(removed(edit.layout, entry, holder), parent.keys, lambda data: _without(data, trail.keys[-1]))


class _Edit:
    """One text to be changed."""

    def __init__(self, text: str, make_events: MakeEvents) -> None:
        self.document = _readable(text, make_events)
        self.mark = _MARK if text.startswith(_MARK) else ""
        self.layout = Layout(self.document.text, make_events)
        self.make_events = make_events

    def at(self, trail: Trail) -> Data:
        found: Any = self.document.data
        for key in trail.keys:
            found = found[key]
        data: Data = found
        return data

    def written(self, keys: Keys) -> tuple[Trail, Entry, Node]:
        trail = self.layout.find(keys)
        if trail.missing:
            raise EditError(f"there is no {_named(keys)}", "look at what the file holds")
        if not trail.entry or not trail.holder:
            raise EditError("the file itself is no key and no item", "name what is in it")
        return trail, trail.entry, trail.holder

    def set(self, trail: Trail, data: Data) -> str:
        old = self.at(trail)
        if not trail.missing:
            if is_same(old, data):
                return self.mark + self.layout.text
            return self.done(replaced(self.layout, trail, data), trail.keys, lambda _: data)
        if not all(isinstance(key, str) for key in trail.missing):
            raise EditError(f"there is no {_named(trail.keys + trail.missing)}", "add items at the end of their list")
        key, new = _nested([str(key) for key in trail.missing], data)
        if old is None or not trail.node:
            splices = replaced(self.layout, trail, {key: new})
        elif isinstance(old, dict):
            splices = self.grown(trail, trail.node, key, new)
        else:
            found = "list" if isinstance(old, list) else "text"
            raise EditError(f"{_named(trail.keys)} is a {found}, not a map", f"{key!r} can only stand in a map")
        return self.done(splices, trail.keys, lambda data: {**(data or {}), key: new})

    def grown(self, trail: Trail, node: Node, key: str | None, data: Data) -> list[Splice]:
        """Add to a map or a list; empty braces give way to lines where they may."""
        is_inside = trail.holder and trail.holder.flow
        if node.flow and not is_inside and not self.layout.text[node.start + 1 : node.end - 1].strip():
            return replaced(self.layout, trail, [data] if key is None else {key: data})
        return added(self.layout, node, key, data)

    def done(self, splices: list[Splice], keys: Keys, change: Callable[[Any], Data]) -> str:
        """Make the changes; raises EditError unless the new text holds what it should and nothing else changed."""
        text = self.mark + spliced(self.layout.text, splices)
        document = read_document("", encoded(text), self.make_events)
        for rule, fault in document.faults:
            if rule == "oversized-yaml":
                raise EditError(fault.message, fault.help)
        if document.faults or not is_same(document.data, changed(self.document.data, keys, change)):
            raise EditError(
                f"{_named(keys)} cannot be changed alone: how it is written is unusual", "change it by hand"
            )
        return text


def _readable(text: str, make_events: MakeEvents) -> Document:
    document = read_document("", encoded(text), make_events)
    if document.faults:
        fault = document.faults[0][1]
        raise EditError(f"line {(fault.span or START).line} must be put right first: {fault.message}", fault.help)
    return document


def encoded(text: str) -> bytes:
    """Give the bytes of a text, for reading it."""
    return text.encode("utf-8", "surrogatepass")


def is_same(one: Data, other: Data) -> bool:
    """Compare what two files hold, the order of keys too."""
    return json.dumps(one) == json.dumps(other)


def changed(data: Any, keys: Keys, change: Callable[[Any], Data]) -> Data:
    """Give the data with one place in it changed."""
    if not keys:
        return change(data)
    copy = data.copy()
    copy[keys[0]] = changed(data[keys[0]], keys[1:], change)
    new: Data = copy
    return new


def _without(data: Any, key: Key) -> Data:
    if isinstance(data, dict):
        return {other: below for other, below in data.items() if other != key}
    return [below for number, below in enumerate(data) if number != key]


def _nested(keys: list[str], data: Data) -> tuple[str, Data]:
    """Give the first key, and the maps that the others make around a value."""
    for key in reversed(keys[1:]):
        data = {key: data}
    return keys[0], data


def _named(keys: Keys) -> str:
    return repr(Ref("", keys).field) if keys else "the file"
