"""What to cut out of a text and what to put in its place, for each way of changing one value."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from digistrat.read.scan import LINE_END
from digistrat.read.yaml_text import inline, key_text, quoted

if TYPE_CHECKING:
    from digistrat.read.document import Data
    from digistrat.read.nodes import Entry, Layout, Node, Trail


class Splice(NamedTuple):
    """A stretch of a text, by offset, and what stands there afterwards."""

    start: int
    end: int
    text: str = ""


def spliced(text: str, splices: list[Splice]) -> str:
    """Make every change to a text; they do not overlap, and what is put in at one place keeps its order."""
    pieces, at = [], 0
    for start, end, new in sorted(splices, key=itemgetter(0, 1)):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def replaced(layout: Layout, trail: Trail, data: Data) -> list[Splice]:
    """Write another value, or the first one; comments around it stay."""
    entry, holder = trail.entry, trail.holder
    if not entry or not holder:
        return _whole(layout, trail.node, data)
    node = entry.node
    if holder.flow:
        return [Splice(node.start, node.end, (" " if node.is_empty else "") + inline(data))]
    column = layout.column(entry.start)
    bottom = layout.below(node.end, column)
    is_below = layout.line_start(node.start) > entry.anchor
    is_apart = is_below and layout.line_before(node.start) > layout.line_end(entry.anchor)
    is_followed = bottom > layout.line_end(node.end) or (is_below and bool(layout.rest_of_line(node.end)))
    habits = layout.habits._replace(blocks=not is_apart and not is_followed)  # a block would take comments for its own
    if holder.kind == "list":
        head, *lines = habits.behind_dash(data, column)
    else:
        head, *lines = habits.behind_key(data, column, layout.column(entry.anchor))
    cut = _below(layout, entry, head) if is_below else _beside(layout, entry, head, lines)
    return [*cut, *_lines(layout, bottom, lines, data)]


def _beside(layout: Layout, entry: Entry, head: str, lines: list[str]) -> list[Splice]:
    """Exchange what stands in the line of its key or dash; the space between them stays as wide as it was."""
    node = entry.node
    end, more = node.end, []
    if node.block:
        end = layout.block_header_end(node)
        more = [Splice(layout.line_end(end), node.end)]
    elif node.has_lines or not layout.rest_of_line(end):
        end = layout.line_end(end)
    if node.is_empty or lines or not head:
        return [Splice(entry.anchor, end, head), *more]
    return [Splice(node.start, end, head.lstrip(" ")), *more]


def _below(layout: Layout, entry: Entry, head: str) -> list[Splice]:
    """Exchange what stands in lines below its key or dash; a comment behind a short one keeps its line."""
    node = entry.node
    end = entry.anchor if layout.rest_of_line(entry.anchor) else layout.line_end(entry.anchor)
    first = Splice(entry.anchor, end, head)
    rest = layout.rest_of_line(node.end)
    if rest and not node.has_lines and not node.block:
        return [first, Splice(node.start, layout.line_end(node.end) - len(rest))]
    return [first, Splice(layout.line_before(node.start), layout.line_end(node.end))]


def _whole(layout: Layout, node: Node | None, data: Data) -> list[Splice]:
    """Exchange what the file holds, or write the first thing into it."""
    lines = layout.habits.whole(data, 0)
    if node is None or node.is_empty:
        offset = node.start if node else len(layout.text)
        start = layout.newline if layout.column(offset) else ""
        return [Splice(offset, offset, start + "".join(line + layout.newline for line in lines))]
    end = layout.line_end(node.end)
    rest = layout.rest_of_line(node.end)
    if rest and not node.has_lines and not node.block:
        return [Splice(node.start, end - len(rest)), *_lines(layout, end, lines, data)]
    is_alone = layout.is_alone(node.start)
    begin, lead = (layout.line_start(node.start), "") if is_alone else (node.start, layout.newline)
    tail = layout.newline if end == len(layout.text) and _ends_in_break(data) else ""
    return [Splice(begin, end, lead + layout.newline.join(lines) + tail)]


def added(layout: Layout, node: Node, key: str | None, data: Data) -> list[Splice]:
    """Write one more entry at the end of a map, or without a key one more item at the end of a list."""
    if node.flow:
        name = "" if key is None else f"{key_text(key, flow=True)}: "
        return _added_in_braces(layout, node, name + inline(data))
    column = layout.column(node.start)
    bottom = layout.below(node.end, column)
    last = node.entries[-1].node
    if key is None:
        has_lines = last.kind == "map" and last.has_lines
        lines = [""] * _is_spaced(layout, node) + layout.habits.item(data, column, short=not has_lines)
    else:
        lines = layout.habits.entry(key, data, column)
    return [*_kept_without_break(layout, bottom), *_lines(layout, bottom, lines, data)]


def _lines(layout: Layout, offset: int, lines: list[str], data: Data) -> list[Splice]:
    """Put lines below a line; a text that ends in a line break needs one even where the file has none."""
    if not lines:
        return []
    tail = layout.newline if offset == len(layout.text) and _ends_in_break(data) else ""
    return [Splice(offset, offset, "".join(layout.newline + line for line in lines) + tail)]


def _ends_in_break(data: Data) -> bool:
    while isinstance(data, dict | list) and data:
        data = list(data.values())[-1] if isinstance(data, dict) else data[-1]
    return isinstance(data, str) and data.endswith("\n")


def _kept_without_break(layout: Layout, offset: int) -> list[Splice]:
    """Let a block of text that was cut off by the end of the file say that no line break ends it."""
    last = layout.root.last if layout.root else None
    if not last or not last.block or not last.end == offset == len(layout.text):
        return []
    end = layout.block_header_end(last)
    header = layout.text[last.start : end].replace("+", "")
    return [Splice(last.start, end, header.replace("-", "") + "-")]


def _is_spaced(layout: Layout, node: Node) -> bool:
    """Tell whether a blank line stands above the last of several entries."""
    if len(node.entries) < 2:  # noqa: PLR2004  (one before, one behind)
        return False
    above, last = node.entries[-2:]
    bottom = layout.below(above.node.end, layout.column(node.start))
    return any(not line.strip() for line in LINE_END.split(layout.text[bottom : last.start])[1:-1])


def _added_in_braces(layout: Layout, node: Node, new: str) -> list[Splice]:
    if not node.entries:
        return [Splice(node.start + 1, node.start + 1, new)]
    last = node.entries[-1]
    end = last.node.end
    comma = layout.comma_behind(end)
    behind = comma or end
    line_start = layout.line_start(last.start)
    if line_start <= node.start or not layout.is_alone(last.start):
        return [Splice(behind, behind, f" {new}," if comma else f", {new}")]
    line = layout.newline + layout.text[line_start : last.start] + new + ("," if comma else "")
    bottom = behind if layout.line_end(behind) >= node.end else layout.line_end(behind)
    return [Splice(end, end, "" if comma else ","), Splice(bottom, bottom, line)]


def renamed(layout: Layout, entry: Entry, holder: Node, new: str) -> list[Splice]:
    """Write another key; in quotes where the old one has them."""
    written = layout.text[entry.start : entry.name_end]
    return [Splice(entry.start, entry.name_end, alike(written, new) or key_text(new, flow=holder.flow))]


def alike(written: str, new: str) -> str:
    """Write a text in the quotes of another one; empty where that has none."""
    if written.startswith("'") and new.isprintable():
        return "'" + new.replace("'", "''") + "'"
    return quoted(new) if written[:1] in {"'", '"'} else ""


def wrapped(layout: Layout, entry: Entry, holder: Node, *, in_brackets: bool) -> list[Splice]:
    """Make a list of one of a bare value, as it is written."""
    node, habits = entry.node, layout.habits
    if holder.flow or (in_brackets and not node.block):
        return [Splice(node.start, node.start, "["), Splice(node.end, node.end, "]")]
    column = layout.column(entry.start)
    dash = "-" + " " * (habits.gap - 1)
    if holder.kind == "list" or layout.line_start(node.start) > entry.anchor:
        deeper = habits.gap if node.has_lines else max(habits.gap, layout.column(node.start) - column)
        return [Splice(node.start, node.start, dash), *_shifted(layout, node, deeper)]
    pad = " " * (column + habits.list_step)
    deeper = habits.list_step + max(0, habits.gap - habits.step)
    return [Splice(entry.anchor, node.start, layout.newline + pad + dash), *_shifted(layout, node, deeper)]


def _shifted(layout: Layout, node: Node, width: int) -> list[Splice]:
    """Move the lines of a value below its first one to the right."""
    starts = []
    start = node.start
    while (start := layout.next_line(start)) < node.end:
        if layout.rest_of_line(start):
            starts.append(start)
    return [Splice(start, start, " " * width) for start in starts]


def removed(layout: Layout, entry: Entry, holder: Node) -> list[Splice]:
    """Take out an entry of several, or of braces, with the comments in its lines and those below that stand deeper."""
    position = holder.entries.index(entry)
    before = holder.entries[position - 1] if position else None
    after = holder.entries[position + 1] if position + 1 < len(holder.entries) else None
    if holder.flow:
        return _removed_from_braces(layout, holder, entry, before, after)
    bottom = layout.below(entry.node.end, layout.column(entry.start))
    if layout.is_alone(entry.start):
        return [Splice(layout.line_start(entry.start), _past_blank_lines(layout, entry.start, bottom))]
    if after and not layout.text[bottom : layout.line_start(after.start)].strip():
        return [Splice(entry.start, after.start)]
    dash = len(layout.text[: entry.start].rstrip(" \t"))
    return [Splice(dash, bottom)]


def _past_blank_lines(layout: Layout, start: int, bottom: int) -> int:
    """Give the start of the line below, or of the next one that is not blank where the line above is blank, too."""
    below = layout.next_line(bottom)
    above = layout.line_before(start)
    if layout.line_start(start) and not layout.text[layout.line_start(above) : above].strip():
        while below < len(layout.text) and not layout.rest_of_line(below):
            below = layout.next_line(below)
    return below


def _removed_from_braces(
    layout: Layout, holder: Node, entry: Entry, before: Entry | None, after: Entry | None
) -> list[Splice]:
    start, end = entry.start, entry.node.end
    behind = layout.comma_behind(end) or end
    rest = layout.rest_of_line(behind)
    if layout.line_start(start) > holder.start and layout.is_alone(start) and (not rest or rest.startswith("#")):
        return [Splice(layout.line_before(start), layout.line_end(behind))]
    if after and layout.line_end(behind) >= after.start:
        return [Splice(start, after.start)]
    if before and not after and layout.line_end(before.node.end) >= start:
        return [Splice(before.node.end, end)]
    return [Splice(start, behind)]
