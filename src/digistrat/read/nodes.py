"""How one file is written: where in its text each key and value begins and ends, its line ends and indentation.

Only what is edited needs this; offsets count characters, columns count from 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from digistrat.read.events import FASTEST, MakeEvents, events
from digistrat.read.scan import LINE_END
from digistrat.read.yaml_text import Habits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.read.fault import Key

_COLON = re.compile(r"\s*:")
_COMMA = re.compile(r"\s*,")
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*")


@dataclass(frozen=True, slots=True)
class Node:
    """A value as it is written. What was left empty begins and ends behind its colon or dash."""

    kind: Literal["map", "list", "text"]
    start: int
    end: int  # behind its last character, comments and blank lines behind it left out
    flow: bool = False  # in braces or brackets
    block: bool = False  # a text in lines of its own, behind `|` or `>`
    entries: tuple[Entry, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return self.start == self.end

    @property
    def has_lines(self) -> bool:
        """Whether it is a map or a list with a line for each entry."""
        return self.kind != "text" and not self.flow

    @property
    def last(self) -> Node:
        """The last text inside."""
        return self.entries[-1].node.last if self.entries else self


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a map, or one item of a list, with its dash where it has one."""

    key: Key
    start: int
    name_end: int  # behind the key
    anchor: int  # behind the colon or the dash
    node: Node


class Trail(NamedTuple):
    """Where an address leads: the entry that was reached, what holds it, and the keys that nobody wrote."""

    keys: tuple[Key, ...]
    node: Node | None  # None: the file is empty
    entry: Entry | None = None  # None: the whole file
    holder: Node | None = None
    missing: tuple[Key, ...] = ()


class Layout:
    """One readable text and how it is written."""

    def __init__(self, text: str, make_events: MakeEvents = FASTEST) -> None:
        """Read the text."""
        self.text = text
        first_break = LINE_END.search(text)
        self.newline = first_break.group() if first_break else "\n"
        self.root = _Walk(self, make_events).root()
        self.habits = _habits(self, self.root) if self.root else Habits()

    def find(self, keys: tuple[Key, ...]) -> Trail:
        """Follow an address as far as it is written; a first item is skipped where one value stands for a list."""
        trail = Trail((), self.root)
        for number, key in enumerate(keys):
            node = trail.node
            entry = next((one for one in node.entries if one.key == key), None) if node else None
            if entry:
                trail = Trail((*trail.keys, key), entry.node, entry, node)
            elif key != 0 or not node or node.kind == "list" or not trail.entry:
                return trail._replace(missing=keys[number:])
        return trail

    def line_start(self, offset: int) -> int:
        """Give where the line of an offset begins."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Give where the line of an offset ends, before its break."""
        found = LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Give where the line below an offset begins."""
        found = LINE_END.search(self.text, offset)
        return found.end() if found else len(self.text)

    def line_before(self, offset: int) -> int:
        """Give where the line above an offset ends, before its break."""
        start = self.line_start(offset)
        return start - (2 if self.text.startswith("\r\n", max(start - 2, 0)) else min(start, 1))

    def column(self, offset: int) -> int:
        """Give the column of an offset, from 0."""
        return offset - self.line_start(offset)

    def is_alone(self, start: int) -> bool:
        """Tell whether nothing stands before an offset in its line."""
        return not self.text[self.line_start(start) : start].strip()

    def rest_of_line(self, offset: int) -> str:
        """Give what stands behind an offset in its line, without the space before it."""
        return self.text[offset : self.line_end(offset)].lstrip()

    def comma_behind(self, offset: int) -> int | None:
        """Give where the comma behind an offset ends, if one follows."""
        comma = _COMMA.match(self.text, offset)
        return comma.end() if comma else None

    def block_header_end(self, node: Node) -> int:
        """Give where the `|` or `>` of a text, with what says how to end it, ends."""
        header = _BLOCK_HEADER.match(self.text, node.start)
        return header.end() if header else node.start

    def below(self, offset: int, column: int) -> int:
        """Give the end of the last line of what ends at an offset: comments further right than a column are part."""
        end = at = self.line_end(offset)
        while at < len(self.text):
            start = self.next_line(at)
            at = self.line_end(start)
            line = self.text[start:at].lstrip(" \t")
            if line and not (line.startswith("#") and at - start - len(line) > column):
                break
            end = at if line else end
        return end


class _Walk:
    """One pass over the events of one text."""

    def __init__(self, layout: Layout, make_events: MakeEvents) -> None:
        self.layout = layout
        self.text = layout.text
        self.stream = events(self.text, make_events)

    def root(self) -> Node | None:
        for event in self.stream:
            if type(event) in {ScalarEvent, MappingStartEvent, SequenceStartEvent}:
                return self.node(event, _extent(event)[0])
        return None

    def node(self, event: Any, anchor: int) -> Node:
        start, end = _extent(event)
        if type(event) is ScalarEvent:
            if not event.style and not event.value:
                return Node("text", anchor, anchor)
            block = event.style in {"|", ">"}
            return Node("text", start, self.end_of_block(start, end) if block else end, block=block)
        flow = bool(event.flow_style)
        kind: Literal["map", "list"] = "map" if type(event) is MappingStartEvent else "list"
        entries, end = self.entries() if kind == "map" else self.items(None if flow else start)
        return Node(kind, start, end if flow else entries[-1].node.end, flow=flow, entries=tuple(entries))

    def entries(self) -> tuple[list[Entry], int]:
        entries = []
        while type(key := next(self.stream)) is not MappingEndEvent:
            start, name_end = _extent(key)
            colon = _COLON.match(self.text, name_end)
            anchor = colon.end() if colon else name_end
            node = self.node(next(self.stream), anchor)
            entries.append(Entry(key.value, start, name_end, anchor, node))
        return entries, _extent(key)[1]

    def items(self, dash: int | None) -> tuple[list[Entry], int]:
        """Read a list; one in brackets has no dash."""
        items: list[Entry] = []
        while type(event := next(self.stream)) is not SequenceEndEvent:
            if dash is not None and items:
                dash = self.dash_below(items[-1].node.end)
            start = _extent(event)[0] if dash is None else dash
            anchor = start if dash is None else dash + 1
            items.append(Entry(len(items), start, start, anchor, self.node(event, anchor)))
        return items, _extent(event)[1]

    def dash_below(self, offset: int) -> int:
        """Find the first character of the first line below that is neither blank nor a comment."""
        line = ""
        while not line or line.startswith("#"):
            offset = self.layout.next_line(offset)
            line = self.layout.rest_of_line(offset)
        return self.layout.line_end(offset) - len(line)

    def end_of_block(self, start: int, stop: int) -> int:
        """Find the end of the last line of a text in lines of its own: blank lines below count only behind `+`."""
        keeps = "+" in self.text[start : self.layout.line_end(start)].partition("#")[0]
        lines = LINE_END.split(self.text[start:stop])[1:]
        indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), len(self.text))
        end = self.layout.line_before(stop) if self.layout.line_start(stop) == stop else stop
        while (line_start := self.layout.line_start(end)) > start and not keeps:
            if self.text[line_start:end].strip(" ") or end - line_start > indent:
                break
            end = self.layout.line_before(end)
        return end


def _extent(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _habits(layout: Layout, root: Node) -> Habits:
    """See how the first map below a key, the first list below a key and the first item behind a dash are indented."""
    seen: dict[str, int] = {}
    for name, width in _indentations(layout, root):
        seen.setdefault(name, width)
        if len(seen) == len(Habits._fields) - 1:
            break
    step = seen.get("step") or seen.get("list_step") or Habits().step
    return Habits(step, seen.get("list_step", step), seen.get("gap", Habits().gap))


def _indentations(layout: Layout, node: Node) -> Iterator[tuple[str, int]]:
    for entry in node.entries if node.has_lines else ():
        below = entry.node
        is_same_line = layout.line_start(entry.start) == layout.line_start(below.start)
        if node.kind == "list" and is_same_line and below.end > entry.anchor:
            yield "gap", below.start - entry.start
        elif node.kind == "map" and below.has_lines:
            name = "step" if below.kind == "map" else "list_step"
            yield name, layout.column(below.start) - layout.column(entry.start)
        yield from _indentations(layout, below)
