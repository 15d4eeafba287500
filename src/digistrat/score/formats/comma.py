"""The ranking as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from digistrat.score.formats.words import note, place
from digistrat.wording import clean, one_line, rounded

if TYPE_CHECKING:
    from digistrat.score.ranking import Ranking

_FORMULA = ("=", "+", "-", "@")


def write(ranking: Ranking) -> str:
    """Write one row an initiative, decided ones first; text is written as text, never as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    criteria = [column.id for column in ranking.columns]
    writer.writerow(["rank", "id", "title", "standing", "score", *(f"score on {name}" for name in criteria), "note"])
    for entry in ranking.entries:
        parts = entry.result.parts if entry.result else {}
        initiative = entry.initiative
        writer.writerow(
            [place(entry), initiative.id, _as_text(initiative.title), entry.standing, rounded(entry.score)]
            + [rounded(parts.get(name)) for name in criteria]
            + [_as_text(note(entry))]
        )
    return text.getvalue()


def _as_text(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    text = clean(one_line(text))
    return f"'{text}" if text.startswith(_FORMULA) else text
