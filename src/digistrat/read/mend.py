"""Mend several things in one text at once, each for certain, and keep everything else as it is written.

As in `edit`, the new text is read again. Other faults than those to be mended may stand in the file.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.read.document import read_document
from digistrat.read.edit import changed, encoded, is_same
from digistrat.read.events import FASTEST, MakeEvents
from digistrat.read.nodes import Layout
from digistrat.read.scan import LINE_END
from digistrat.read.splices import Splice, alike, renamed, replaced, spliced
from digistrat.read.yaml_text import EditError, quoted, scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digistrat.read.document import Data
    from digistrat.read.fault import Fix, Key, Span
    from digistrat.read.nodes import Node, Trail

_BY_HAND = "change it by hand"


class _Change(NamedTuple):
    """One mend: where the data changes and how, and what is written for it."""

    keys: tuple[Key, ...]
    change: Callable[[Any], Any]
    splices: list[Splice]


def mend(text: str, fixes: Iterable[Fix], make_events: MakeEvents = FASTEST) -> tuple[str, list[Fix]]:
    """Write what each of some fixes says, and give those that fit what is written there; no byte order mark is kept.

    Raises EditError, and changes nothing, unless the new text holds the old data with just these changes.
    """
    old = read_document("", encoded(text), make_events)
    if not old.readable:
        raise EditError("this file cannot be read", "mend that first")
    written = _Written(Layout(old.text, make_events), old.data)
    changes = {fix: made for fix in fixes if (made := written.change(fix))}
    splices = sorted(splice for change in changes.values() for splice in change.splices)
    if any(one.end > other.start for one, other in pairwise(splices)):
        raise EditError("two mends meet in one place", _BY_HAND)
    data = old.data
    for keys, change, _ in sorted(changes.values(), key=lambda one: len(one.keys), reverse=True):  # from inside out
        data = changed(data, keys, change)
    new = read_document("", encoded(spliced(old.text, splices)), make_events)
    if not new.readable or len(new.faults) > len(old.faults) or not is_same(new.data, data):
        raise EditError("these mends cannot be made alone: how the file is written is unusual", _BY_HAND)
    return new.text, list(changes)


class _Written:
    """A text, where everything stands in it, and what it holds."""

    def __init__(self, layout: Layout, data: Data) -> None:
        self.layout, self.data = layout, data

    @cached_property
    def lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in LINE_END.finditer(self.layout.text))]

    def change(self, fix: Fix) -> _Change | None:
        """Make the change, or None where something else stands at its place."""
        trail = self.layout.find(fix.at.keys)
        if not trail.holder or not trail.node:
            return None
        if fix.at.on_key:
            return self.rename(trail, trail.holder, fix)
        if self.at(trail.keys) != fix.old:
            return None
        splices = self.quote(trail.node, trail.holder, fix, fix.span) if fix.span else self.retype(trail, fix.new)
        return _Change(trail.keys, lambda _: fix.new, splices) if splices else None

    def at(self, keys: tuple[Key, ...]) -> Data:
        found: Any = self.data
        for key in keys:
            found = found[key]
        data: Data = found
        return data

    def rename(self, trail: Trail, holder: Node, fix: Fix) -> _Change | None:
        if not trail.entry or trail.missing or trail.entry.key != fix.old:
            return None
        if any(entry.key == fix.new for entry in holder.entries):
            return None
        return _Change(
            trail.keys[:-1],
            lambda data: {fix.new if key == fix.old else key: value for key, value in data.items()},
            renamed(self.layout, trail.entry, holder, fix.new),
        )

    def retype(self, trail: Trail, new: str) -> list[Splice]:
        """Write another text, in the quotes of the old one."""
        node = trail.node
        if not node or node.block:
            return replaced(self.layout, trail, new)
        plain = scalar(new, flow=bool(trail.holder and trail.holder.flow))
        return [Splice(node.start, node.end, alike(self.layout.text[node.start : node.end], new) or plain)]

    def quote(self, node: Node, holder: Node, fix: Fix, span: Span) -> list[Splice]:
        """Put the whole of a text in quotes that YAML cut short. Between braces a `#` may cut off what ends them."""
        if max(span.line, span.end_line) > len(self.lines):
            return []
        start = self.lines[span.line - 1] + span.column - 1
        end = self.lines[span.end_line - 1] + span.end_column - 1
        is_comment = holder.flow and self.layout.rest_of_line(node.end).startswith("#")
        if node.start != start or self.layout.text[start:end] != fix.new or is_comment:
            return []
        return [Splice(start, end, quoted(fix.new))]
