"""How numbers and notes of a ranking read, the same in every format for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.wording import in_words

if TYPE_CHECKING:
    from digistrat.score.ranking import Entry


def place(entry: Entry) -> str:
    """Write a rank: `2=` where it is shared."""
    if entry.rank is None:
        return ""
    return f"{entry.rank}{'=' if entry.tied else ''}"


def note(entry: Entry) -> str:
    """Say what a reader must know of a score: what is missing, and findings that somebody ignored."""
    parts = [f"not scored on {in_words(entry.missing)}"] if entry.missing and entry.result is None else []
    return "; ".join([*parts, *(f"{finding.message} (ignored)" for finding in entry.ignored)])
