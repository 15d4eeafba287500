"""Does the board know what the people it serves, and its own staff, need most?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.lint.rules.users.groups import SERVED, STAFF
from digistrat.wording import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digistrat.model.strategy import Strategy


def groups(kinds: frozenset[str]) -> Callable[[Strategy], Iterator[Evidence]]:
    """Find the user groups of some kinds of which a need is known; a name alone says nothing about them."""

    def found(strategy: Strategy) -> Iterator[Evidence]:
        for user in strategy.users.values():
            if user.kind in kinds and user.needs:
                known = f"{user.name}: {counted(len(user.needs), 'need')} known"
                yield Evidence(f"{known}, {user.number} people" if user.number else known, user)

    return found


def needs_with_evidence(strategy: Strategy) -> Iterator[Evidence]:
    """Give each need that somebody has shown to be one, and each study."""
    for need in strategy.needs.values():
        if need.evidence and need.need:
            seen = " (observed)" if need.observed else ""
            yield Evidence(f"{one_line(need.need)}{seen}", need)
    for study in strategy.research.values():
        if study.found:
            yield Evidence(f"{study.title}: {one_line(study.found[0])}", study)


QUESTION = Question(
    id="users",
    text="Do we know, and not guess, what the people we serve and our own staff need most?",
    prompts=(
        "Have we watched people, or only asked them?",
        "Whom do we never hear, and how would we reach them?",
        "Which are the worst pains today, and does our work end them?",
        "When did board members last see for themselves?",
    ),
    strands=(
        Strand(groups(SERVED), "nothing says what the people served need", "missing-user-group"),
        Strand(groups(STAFF), "nothing says what staff need", "missing-user-group"),
        Strand(needs_with_evidence, "no need is backed by evidence", "need-without-evidence"),
    ),
    rules=frozenset(
        {
            "missing-user-group",
            "usual-voices",
            "need-without-evidence",
            "unserved-need",
            "unobserved-needs",
            "old-research",
            "initiative-without-need",
            "talk-before-listening",
        }
    ),
    sorts=frozenset({"users", "research"}),
)
