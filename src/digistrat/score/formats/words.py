"""How numbers, headings and notes of a ranking read, the same in every format for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.score.agreement import agreement
from digistrat.score.numbers import places, written
from digistrat.score.robustness import robustness
from digistrat.wording import in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digistrat.lint.finding import Finding
    from digistrat.score.ranking import Entry, Ranking


def place(entry: Entry) -> str:
    """Write a rank: `2=` where it is shared."""
    if entry.rank is None:
        return ""
    return f"{entry.rank}{'=' if entry.tied else ''}"


def heading(ranking: Ranking) -> str:
    """Name the method and its scale."""
    return f"Ranking by {ranking.how.title} score, {ranking.how.scale}"


def numbers(ranking: Ranking) -> list[tuple[str, Callable[[Entry], str]]]:
    """Give what stands beside each title, by its heading: the score, and value and effort where it is their ratio.

    Scores have as many decimals as tell them apart, from one up.
    """
    precise = places(entry.score for entry in ranking.entries)
    found: list[tuple[str, Callable[[Entry], str]]] = [("Score", lambda entry: written(entry.score, precise))]
    if ranking.how.is_weighted and ranking.how.divides:
        found += [("Value", lambda entry: written(entry.value, 1)), ("Effort", lambda entry: written(entry.effort, 2))]
    return found


def part(ranking: Ranking, entry: Entry, criterion: str) -> str:
    """Write what a criterion adds to the value, or the number that a preset takes; empty where it is not known."""
    return written(entry.parts.get(criterion), 1 if ranking.how.is_weighted else 2)


def note(entry: Entry) -> str:
    """Say what a reader must know of a score: why there is none, what is doubtful, and findings that somebody ignored."""
    is_asked = entry.standing == "in the running"  # of the others nobody needs a score
    doubts = entry.doubts if is_asked or entry.standing == "decided" else ()
    reasons = [why(entry) if is_asked else "", *doubts, *(_ignored(finding) for finding in entry.ignored)]
    return "; ".join(reason for reason in reasons if reason)


def why(entry: Entry) -> str:
    """Say why an initiative has no score; empty where it has one, or where there is nothing to score it on."""
    if entry.result:
        return ""
    return "; ".join([*([f"not scored on {in_words(entry.missing)}"] if entry.missing else []), *entry.impossible])


def below(ranking: Ranking) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what stands under the ranking, in sentences, each group with its heading; nothing where nothing is ranked."""
    firm = robustness(ranking)
    groups = (
        ("Do the scorers agree?", agreement(ranking).sentences),
        ("How sure are the first places?", firm.sentences if firm else ()),
    )
    return ((title, said) for title, said in groups if said)


def _ignored(finding: Finding) -> str:
    """Say what a comment hides, and the reason it gives."""
    return f"{finding.message}: {one_line(finding.ignored_because) or 'ignored without a reason'}"
