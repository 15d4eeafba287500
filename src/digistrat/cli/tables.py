"""Tables for a terminal, as wide as it is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from digistrat.score.formats.words import below, heading, note, numbers, part, place
from digistrat.wording import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

    from digistrat.score.ranking import Entry, Ranking
    from digistrat.score.table import Column

_NARROWEST = 40  # columns: a terminal that says 0 does not mean it
_WIDE = 100  # columns: room for more than the score
_ROOMY = 60  # columns: room for a note beside the title
_BAR, _SHORT = 20, 10  # characters for a full bar, where there is room for all and where there is a little
_GAP = 2  # characters between two columns
_NOTE = 24  # characters that a note needs beside a bar, if it is so long


def table_of_ranking(ranking: Ranking, *, colour: bool) -> str:
    """Draw the ranking: decided work first and apart, then the ranks, then what is not in the running."""
    width = max(Console().width, _NARROWEST)
    groups = (
        ("Already decided: not ranked, its score for comparison", ranking.decided),
        (_ranked(ranking, wide=width >= _WIDE), ranking.running),
        ("Not in the running", ranking.after),
    )
    if not ranking.entries:
        return "There are no initiatives yet: `initiatives.yaml` is where they go.\n"
    length = _length(ranking, width)
    tables = [
        one
        for title, entries in groups
        if entries
        for one in (_heading(title), _table(ranking, entries, width, length))
    ]
    said = [line for title, some in below(ranking) for line in (_heading(title), *map(_text, some), Text())]
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False, emoji=False
    )
    with console.capture() as captured:
        console.print(Group(*tables, *said))
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _ranked(ranking: Ranking, *, wide: bool) -> str:
    """Name the method and its scale, and what the figures below the criteria are where they are shown."""
    parts = "; under each criterion its weighted points" if wide and ranking.how.is_weighted else ""
    return f"{heading(ranking)}{parts}"


def _table(ranking: Ranking, entries: Sequence[Entry], width: int, length: int) -> Table:
    """Draw one group; its bars are so long as those of the others, and left out where they have no room."""
    full, has_bars = ranking.full_bar(ranking.entries), 0 < length <= _room(ranking, entries, width)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0))
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Initiative", overflow="fold", ratio=3, min_width=16)
    for name, _ in _stated(ranking, width):
        table.add_column(name, justify="right", no_wrap=True)
    if has_bars:
        table.add_column("", no_wrap=True, width=length)
    for column in _criteria(ranking, width):
        table.add_column(_text(column.id), justify="right")
    if width >= _ROOMY:
        table.add_column("Note", overflow="fold", ratio=2)
    for entry in entries:
        said: list[str | Text] = [write(entry) for _, write in _stated(ranking, width)]
        said += [_bar(entry, full, length)] if has_bars else []
        said += [part(ranking, entry, column.id) for column in _criteria(ranking, width)]
        title, remark = _text(entry.initiative.title), _remark(entry)
        cells = [title, *said, remark] if width >= _ROOMY else [_under(title, remark), *said]
        table.add_row(place(entry), *cells)
    table.add_row("")
    return table


def _stated(ranking: Ranking, width: int) -> list[tuple[str, Callable[[Entry], str]]]:
    return numbers(ranking) if width >= _WIDE else numbers(ranking)[:1]


def _criteria(ranking: Ranking, width: int) -> tuple[Column, ...]:
    return ranking.columns if width >= _WIDE else ()


def _length(ranking: Ranking, width: int) -> int:
    """Give how long a full bar is in all groups, in characters; 0 where none has room for one."""
    groups = (ranking.decided, ranking.running, ranking.after)
    rooms = [_room(ranking, entries, width) for entries in groups if entries]
    return min((_BAR if room >= _BAR else _SHORT for room in rooms if room >= _SHORT), default=0)


def _room(ranking: Ranking, entries: Sequence[Entry], width: int) -> int:
    """Give the characters that are left for bars before titles are folded, or notes more than they are anyway."""
    if width < _ROOMY or all(entry.score is None for entry in entries):
        return 0
    title = _widest(["Initiative", *(entry.initiative.title for entry in entries)])
    note = _widest(["Note", *(_remark(entry).plain for entry in entries)])
    others = [
        _widest(map(place, entries)),
        title,
        *(_widest([name, *map(write, entries)]) for name, write in _stated(ranking, width)),
        *(
            _widest([column.id, *(part(ranking, entry, column.id) for entry in entries)])
            for column in _criteria(ranking, width)
        ),
        min(note, max(_NOTE, title)),
    ]
    return width - sum(others) - _GAP * len(others)


def _widest(texts: Iterable[str]) -> int:
    return max(cell_len(_text(text).plain) for text in texts)


def _remark(entry: Entry) -> Text:
    return _text(
        note(entry)
        or (entry.standing if entry.rank is None and entry.standing not in {"decided", "in the running"} else "")
    )


def _under(title: Text, remark: Text) -> Text:
    """Put the note under the title, where there is no room beside it."""
    return Text("\n").join([title, Text("(") + remark + Text(")")]) if remark.plain else title


def _bar(entry: Entry, full: Fraction, length: int) -> str:
    """Draw a score as a bar."""
    return "█" * round((entry.score or 0) * length / full) if full > 0 else ""


def _heading(title: str) -> Text:
    return Text(title, style="bold")


def _text(text: str) -> Text:
    """Show data as it is: never as markup."""
    return Text(clean(one_line(text)))
