"""The ranking as a Markdown table, for a report or a git host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.score.formats.words import note, place
from digistrat.wording import clean, one_line, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.score.ranking import Entry, Ranking


def write(ranking: Ranking) -> str:
    """Write a table for each group that has members."""
    groups = (
        ("Already decided", ranking.decided),
        ("Ranking", ranking.running),
        ("Not in the running", ranking.after),
    )
    return "\n".join(line for title, entries in groups if entries for line in _group(ranking, title, entries))


def _group(ranking: Ranking, title: str, entries: Iterable[Entry]) -> Iterator[str]:
    names = [f"{_cell(column.title)} ({rounded(column.weight)})" for column in ranking.columns]
    heads = ["Rank", "Initiative", "Score", *names, "Note"]
    yield f"## {title}\n"
    yield _line(heads)
    yield _line(["---:", "---", *["---:"] * (len(names) + 1), "---"])
    for entry in entries:
        parts = entry.result.parts if entry.result else {}
        numbers = [rounded(parts.get(column.id)) for column in ranking.columns]
        remark = note(entry) or (entry.standing if title == "Not in the running" else "")
        yield _line([place(entry), _cell(entry.initiative.title), rounded(entry.score), *numbers, _cell(remark)])
    yield ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Escape what Markdown or a table would act on."""
    return re.sub(r"([\\`*_{}\[\]<>|#])", r"\\\1", clean(one_line(text)))
