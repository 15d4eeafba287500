"""Tables for a terminal, as wide as it is."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from digistrat.score.formats.words import below, heading, note, numbers, part, place
from digistrat.wording import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.score.ranking import Entry, Ranking

_NARROWEST = 40  # columns: a terminal that says 0 does not mean it
_WIDE = 100  # columns: room for more than the score
_ROOMY = 60  # columns: room for a note beside the title
_BAR = 20  # characters for a full bar


def table_of_ranking(ranking: Ranking, *, colour: bool) -> str:
    """Draw the ranking: decided work first and apart, then the ranks, then what is not in the running."""
    groups = (
        ("Already decided: not ranked, its score for comparison", ranking.decided),
        (heading(ranking), ranking.running),
        ("Not in the running", ranking.after),
    )
    if not ranking.entries:
        return "There are no initiatives yet: `initiatives.yaml` is where they go.\n"
    width = max(Console().width, _NARROWEST)
    tables = [one for title, entries in groups if entries for one in (_heading(title), _table(ranking, entries, width))]
    said = [line for title, some in below(ranking) for line in (_heading(title), *map(_text, some), Text())]
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False, emoji=False
    )
    with console.capture() as captured:
        console.print(Group(*tables, *said))
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _table(ranking: Ranking, entries: Iterable[Entry], width: int) -> Table:
    wide, full = width >= _WIDE, _full(ranking)
    stated = numbers(ranking) if wide else numbers(ranking)[:1]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Initiative", overflow="fold", ratio=3, min_width=16)
    for name, _ in stated:
        table.add_column(name, justify="right", no_wrap=True)
    if wide:
        table.add_column("", no_wrap=True, width=_BAR)
        for column in ranking.columns:
            table.add_column(_text(column.id), justify="right")
    if width >= _ROOMY:
        table.add_column("Note", overflow="fold", ratio=2)
    for entry in entries:
        said = [write(entry) for _, write in stated]
        more = [_bar(entry, full), *(part(ranking, entry, column.id) for column in ranking.columns)] if wide else []
        title, remark = _text(entry.initiative.title), _remark(entry)
        cells: list[str | Text] = [title, *said, *more, remark] if width >= _ROOMY else [_under(title, remark), *said]
        table.add_row(place(entry), *cells)
    table.add_row("")
    return table


def _remark(entry: Entry) -> Text:
    return _text(
        note(entry)
        or (entry.standing if entry.rank is None and entry.standing not in {"decided", "in the running"} else "")
    )


def _under(title: Text, remark: Text) -> Text:
    """Put the note under the title, where there is no room beside it."""
    return Text("\n").join([title, Text("(") + remark + Text(")")]) if remark.plain else title


def _full(ranking: Ranking) -> Fraction:
    """Give the score that fills a bar: the best possible, or the biggest there is where nothing is the best."""
    scores = [entry.score for entry in ranking.entries if entry.score is not None]
    return Fraction(ranking.how.out_of or max(scores, default=0))


def _bar(entry: Entry, full: Fraction) -> str:
    """Draw a score as a bar; a score above what is full fills it."""
    return "█" * min(_BAR, round((entry.score or 0) * _BAR / full)) if full > 0 else ""


def _heading(title: str) -> Text:
    return Text(title, style="bold")


def _text(text: str) -> Text:
    """Show data as it is: never as markup."""
    return Text(clean(one_line(text)))
