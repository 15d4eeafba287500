"""Has the organisation said plainly what it will not do, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.question import Evidence, Gap, Question, Strand
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def refused(strategy: Strategy) -> Iterator[Evidence]:
    """Give all that is ruled out or put off for a reason that people can read."""
    mission = strategy.mission
    for index, refusal in enumerate(mission.will_not if mission else ()):
        if mission and refusal.what and refusal.why:
            yield Evidence(
                f"will not: {one_line(refusal.what)} ({one_line(refusal.why)})", mission, f"will_not.{index}"
            )
    for index, exclusion in enumerate(strategy.manifest.out_of_scope):
        if exclusion.what and exclusion.why:
            text = f"out of scope: {one_line(exclusion.what)} ({one_line(exclusion.why)})"
            yield Evidence(text, strategy.manifest, f"out_of_scope.{index}")
    for initiative in strategy.initiatives.values():
        reason = initiative.choice.reason
        if initiative.is_put_aside and reason and not initiative.is_over:
            yield Evidence(f"{initiative.choice.decision}: {initiative.title} ({one_line(reason)})", initiative)
    yield from _not_planned(strategy)


def _not_planned(strategy: Strategy) -> Iterator[Evidence]:
    """Give what the accepted plan leaves out with a reason, where nobody has decided about it otherwise."""
    for index, left in enumerate(strategy.plan.not_now if strategy.plan else ()):
        initiative = strategy.find("initiatives", left.initiative or "")
        if strategy.plan and initiative and left.reason and not (initiative.is_put_aside or initiative.is_over):
            text = f"not in the plan: {initiative.title} ({one_line(left.reason)})"
            yield Evidence(text, strategy.plan, f"not_now.{index}")


def without_reason(strategy: Strategy) -> Iterator[Gap]:
    """Give what is ruled out and does not say why; of initiatives lint says it."""
    mission = strategy.mission
    for refusal in mission.will_not if mission else ():
        if mission and refusal.what and not refusal.why:
            text = f"nothing says why we will not: {one_line(refusal.what)}"
            yield Gap(text, "unexplained-choice", file=mission.at().file)
    for exclusion in strategy.manifest.out_of_scope:
        if exclusion.what and not exclusion.why:
            text = f"nothing says why this is out of scope: {one_line(exclusion.what)}"
            yield Gap(text, "unexplained-choice", file=strategy.manifest.at().file)


QUESTION = Question(
    id="not-prioritising",
    text="Have we said plainly what we will not do, and why?",
    prompts=(
        "What did people ask for and not get, and were they told why?",
        "What do we stop, so that there is room for what matters more?",
        "Do money, people and the skills that all work needs suffice for what is chosen?",
    ),
    strands=(Strand(refused, "nothing is ruled out or put off with a reason", "nothing-ruled-out"),),
    rules=frozenset(
        {
            "nothing-ruled-out",
            "wish-list",
            "unexplained-choice",
            "undecided-initiative",
            "unscored-initiative",
            "out-of-scope-work",
            "decided-against",
            "depends-on-unchosen",
            "both-excluded-chosen",
            "capacity-exceeded",
            "envelope-exceeded",
            "too-many-at-once",
            "too-many-exemplars",
            "constraint-without-response",
            "stop-undecided",
        }
    ),
    sorts=frozenset({"initiatives", "scoring", "constraints"}),
    gaps=without_reason,
)
