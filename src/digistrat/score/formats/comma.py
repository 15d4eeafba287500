"""The ranking as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from digistrat.score.formats.words import note, numbers, part, place
from digistrat.wording import clean, one_line

if TYPE_CHECKING:
    from digistrat.score.ranking import Ranking

_FORMULA = ("=", "+", "-", "@")


def write(ranking: Ranking) -> str:
    """Write one row an initiative, decided ones first; text is written as text, never as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    stated = numbers(ranking)
    names = [_heading(ranking, column.id) for column in ranking.columns]
    writer.writerow(["rank", "id", "title", "standing", *(name.lower() for name, _ in stated), *names, "note"])
    for entry in ranking.entries:
        initiative = entry.initiative
        writer.writerow(
            [place(entry), initiative.id, _as_text(initiative.title), entry.standing]
            + [write(entry) for _, write in stated]
            + [part(ranking, entry, column.id) for column in ranking.columns]
            + [_as_text(note(entry))]
        )
    return text.getvalue()


def _heading(ranking: Ranking, criterion: str) -> str:
    """Tell weighted points from the plain numbers of a preset."""
    return f"score on {criterion}" if ranking.how.is_weighted else criterion


def _as_text(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    text = clean(one_line(text))
    return f"'{text}" if text.startswith(_FORMULA) else text
