"""Does the board know what could go wrong, and has it practised?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Gap, Question, Strand
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digistrat.model.strategy import Strategy

_HEALTH = frozenset({"nhs-trust", "integrated-care-system"})


def prepared_for(kind: str) -> Callable[[Strategy], Iterator[Evidence]]:
    """Find the risks of a kind against which something is done."""

    def found(strategy: Strategy) -> Iterator[Evidence]:
        for risk in strategy.risks.values():
            if risk.kind == kind and risk.mitigation:
                held = risk.rehearsed if risk.rehearsed and risk.rehearsed.first <= strategy.as_of else None
                when = f" (rehearsed {held.in_words})" if held else ""
                yield Evidence(f"{risk.title}{when}", risk)

    return found


def learned(strategy: Strategy) -> Iterator[Evidence]:
    """Give what went wrong before and what was learned from it, without blame."""
    for risk in strategy.risks.values():
        if risk.learning:
            yield Evidence(f"learned: {one_line(risk.learning)}", risk)
    for story in strategy.stories.values():
        if story.kind == "learning":
            yield Evidence(f"learned: {story.title}", story)


def patients_safe(strategy: Strategy) -> Iterator[Evidence]:
    """Give what a risk would mean for patients' safety."""
    for risk in strategy.risks.values():
        if risk.patient_safety or (risk.kind == "safety" and risk.mitigation):
            yield Evidence(f"patient safety: {one_line(risk.patient_safety or risk.title)}", risk)


def safety_unsaid(strategy: Strategy) -> Iterator[Gap]:
    """Say that no risk speaks of patients' safety, where the organisation treats any."""
    organisation = strategy.manifest.organisation
    treats = organisation is not None and organisation.kind in _HEALTH
    if treats and strategy.risks and not any(patients_safe(strategy)):
        text = "no risk says what it would mean for patients' safety"
        yield Gap(text, "missing-risk", file=strategy.home("risks").file)


QUESTION = Question(
    id="risk",
    text="Do we know what could go wrong, and have we practised for it?",
    prompts=(
        "What if a project fails, a criminal gets in, or a system goes down?",
        "When did we last rehearse it, and what did the rehearsal show?",
        "What would each mean for the safety of patients?",
        "Do people tell us when something goes wrong, and hear what we learned from it?",
    ),
    strands=(
        Strand(prepared_for("delivery"), "nothing is done against the failure of a project", "missing-risk"),
        Strand(prepared_for("cyber"), "nothing is done against a cyber attack", "missing-risk"),
        Strand(prepared_for("outage"), "nothing is done against an outage", "missing-risk"),
        Strand(learned, "nothing says what was learned from what went wrong", "no-learning"),
    ),
    rules=frozenset(
        {
            "missing-risk",
            "unmitigated-risk",
            "unrehearsed-risk",
            "no-learning",
            "personal-data-without-basis",
            "monitoring-without-notice",
        }
    ),
    sorts=frozenset({"risks", "stories"}),
    gaps=safety_unsaid,
)
