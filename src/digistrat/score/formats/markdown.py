"""The ranking as a Markdown table, for a report or a git host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.score.formats.words import below, heading, note, numbers, part, place
from digistrat.score.numbers import written
from digistrat.wording import in_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.score.ranking import Entry, Ranking


def write(ranking: Ranking) -> str:
    """Write a table for each group that has members, then what the numbers say in sentences."""
    groups = (
        ("Already decided", ranking.decided),
        (_ranked(ranking), ranking.running),
        ("Not in the running", ranking.after),
    )
    tables = [line for title, entries in groups if entries for line in _group(ranking, title, entries)]
    said = [
        line
        for title, some in below(ranking)
        for line in (f"## {title}\n", *(f"- {in_markdown(one)}" for one in some), "")
    ]
    return "\n".join([*tables, *said])


def _ranked(ranking: Ranking) -> str:
    """Name the method where the scale is not the usual one."""
    return "Ranking" if ranking.method == "weighted" else heading(ranking)


def _group(ranking: Ranking, title: str, entries: Iterable[Entry]) -> Iterator[str]:
    weights = [f" ({written(column.weight, 1)})" if ranking.how.is_weighted else "" for column in ranking.columns]
    names = [f"{in_markdown(column.title)}{weight}" for column, weight in zip(ranking.columns, weights, strict=True)]
    stated = numbers(ranking)
    yield f"## {title}\n"
    yield _line(["Rank", "Initiative", *(name for name, _ in stated), *names, "Note"])
    yield _line(["---:", "---", *["---:"] * (len(stated) + len(names)), "---"])
    for entry in entries:
        said = [write(entry) for _, write in stated] + [part(ranking, entry, column.id) for column in ranking.columns]
        remark = note(entry) or (entry.standing if title == "Not in the running" else "")
        yield _line([place(entry), in_markdown(entry.initiative.title), *said, in_markdown(remark)])
    yield ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
