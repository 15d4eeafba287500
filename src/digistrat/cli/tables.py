"""Tables for a terminal, as wide as it is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from digistrat.score.formats.words import note, place
from digistrat.wording import clean, one_line, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.score.ranking import Entry, Ranking

_NARROWEST = 40  # columns: a terminal that says 0 does not mean it
_WIDE = 100  # columns: room for more than the score
_BAR = 20  # characters for a score of 100


def table_of_ranking(ranking: Ranking, *, colour: bool) -> str:
    """Draw the ranking: decided work first and apart, then the ranks, then what is not in the running."""
    groups = (
        ("Already decided: not ranked, its score for comparison", ranking.decided),
        (f"Ranking by {ranking.method} score, out of 100", ranking.running),
        ("Not in the running", ranking.after),
    )
    if not ranking.is_built:
        return ""
    if not ranking.entries:
        return "There are no initiatives yet: `initiatives.yaml` is where they go.\n"
    width = max(Console().width, _NARROWEST)
    tables = [
        part
        for title, entries in groups
        if entries
        for part in (Text(title, style="bold"), _table(ranking, entries, wide=width >= _WIDE))
    ]
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False, emoji=False
    )
    with console.capture() as captured:
        console.print(Group(*tables))
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _table(ranking: Ranking, entries: Iterable[Entry], *, wide: bool) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Initiative", overflow="fold", ratio=3, min_width=16)
    table.add_column("Score", justify="right", no_wrap=True)
    if wide:
        table.add_column("", no_wrap=True, width=_BAR)
        for column in ranking.columns:
            table.add_column(_text(column.id), justify="right")
    table.add_column("Note", overflow="fold", ratio=2)
    for entry in entries:
        parts = entry.result.parts if entry.result else {}
        more = [_bar(entry), *(rounded(parts.get(column.id)) for column in ranking.columns)] if wide else []
        remark = note(entry) or (entry.standing if entry.rank is None and entry.standing != "decided" else "")
        table.add_row(place(entry), _text(entry.initiative.title), rounded(entry.score), *more, _text(remark))
    table.add_row("")
    return table


def _bar(entry: Entry) -> str:
    """Draw a score as a bar; a score above 100 fills it."""
    return "█" * min(_BAR, round((entry.score or 0) * _BAR / 100))


def _text(text: str) -> Text:
    """Show data as it is: never as markup."""
    return Text(clean(one_line(text)))
