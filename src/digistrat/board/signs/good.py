"""Six signs of a good strategy: what shows each, and which rules find that it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Question, Strand
from digistrat.board.questions.actions import promised
from digistrat.board.questions.integration import goals_supported
from digistrat.board.questions.mission import said, told
from digistrat.board.questions.not_prioritising import refused
from digistrat.board.questions.users import needs_with_evidence
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def principles(strategy: Strategy) -> Iterator[Evidence]:
    """Give each principle that says what it rules out, so that a team can decide by it."""
    for principle in strategy.principles.values():
        if principle.we_will_not:
            yield Evidence(f"{principle.title}: we will not {one_line(principle.we_will_not[0])}", principle)
        elif principle.even_over:
            yield Evidence(f"{principle.title}, even over {one_line(principle.even_over[0])}", principle)


def owned_widely(strategy: Strategy) -> Iterator[Evidence]:
    """Give the share of commitments that somebody outside the digital function owns."""
    owned = [one for one in strategy.commitments.values() if one.owner]
    wide = [one for one in owned if any(owner.function != "digital" for owner in one.owner)]
    if wide:
        yield Evidence(f"{len(wide)} of {len(owned)} commitments are owned outside the digital function", wide[0])


def delivered(strategy: Strategy) -> Iterator[Evidence]:
    """Give each story of something delivered, with its figure."""
    for story in strategy.stories.values():
        for impact in story.impact if story.kind == "delivered" else ():
            if impact.after:
                before = f"{impact.before} → " if impact.before else ""
                yield Evidence(f"{story.title}: {before}{impact.after} {impact.unit or ''}".rstrip(), story)


def _sign(name: str, text: str, strands: tuple[Strand, ...], rules: set[str]) -> Question:
    return Question(name, text, (), strands, frozenset(rules), frozenset())


SIGNS = (
    _sign(
        "integrated",
        "It serves the goals of the whole organisation",
        (Strand(goals_supported, "no outcome supports a goal of the organisation", "unlinked-outcome"),),
        {"unlinked-outcome", "unsupported-goal", "initiative-without-outcome", "commitment-without-outcome"},
    ),
    _sign(
        "user-centred",
        "It starts from what people need",
        (Strand(needs_with_evidence, "no need is backed by evidence", "need-without-evidence"),),
        {"missing-user-group", "need-without-evidence", "unserved-need", "initiative-without-need", "usual-voices"},
    ),
    _sign(
        "useful-to-teams",
        "It helps teams to decide for themselves",
        (Strand(principles, "no principle says what it rules out", "principle-without-trade-off"),),
        {"principle-without-trade-off", "unfollowed-principle"},
    ),
    _sign(
        "mainstream",
        "People far outside IT know it and own parts of it",
        (
            Strand(said, "no mission is written yet", "missing-key"),
            Strand(told, "nothing says how people hear of it", "no-web-version"),
            Strand(owned_widely, "nobody outside the digital function owns a commitment", "digital-owns-everything"),
        ),
        {"long-mission", "no-web-version", "digital-owns-everything", "owner-not-the-board"},
    ),
    _sign(
        "realistic",
        "It builds on what was delivered, and fits the money and the people",
        (
            Strand(delivered, "no story of something delivered gives a figure", "nothing-delivered"),
            Strand(promised, "no commitment has an owner, a date and a measure", "undated-commitment"),
        ),
        {"nothing-delivered", "capacity-exceeded", "envelope-exceeded", "unrealistic-pace", "plan-broken"},
    ),
    _sign(
        "focused",
        "It says what will not be done",
        (Strand(refused, "nothing is ruled out or put off with a reason", "nothing-ruled-out"),),
        {
            "nothing-ruled-out",
            "wish-list",
            "unexplained-choice",
            "too-many-commitments",
            "too-many-exemplars",
            "too-many-at-once",
        },
    ),
)
