"""How numbers and notes of a ranking read, the same in every format for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.wording import in_words, one_line

if TYPE_CHECKING:
    from digistrat.lint.finding import Finding
    from digistrat.score.ranking import Entry


def place(entry: Entry) -> str:
    """Write a rank: `2=` where it is shared."""
    if entry.rank is None:
        return ""
    return f"{entry.rank}{'=' if entry.tied else ''}"


def note(entry: Entry) -> str:
    """Say what a reader must know of a score: what is missing, and findings that somebody ignored."""
    is_asked = entry.standing == "in the running"  # of the others nobody needs a score
    parts = [f"not scored on {in_words(entry.missing)}"] if is_asked and entry.missing and entry.result is None else []
    return "; ".join([*parts, *(_ignored(finding) for finding in entry.ignored)])


def _ignored(finding: Finding) -> str:
    """Say what a comment hides, and the reason it gives."""
    return f"{finding.message}: {one_line(finding.ignored_because) or 'ignored without a reason'}"
