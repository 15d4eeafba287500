"""Which scores count: the criteria of a method, what is missing, and who is in the running."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from digistrat.figures.methods import DECLARED
from digistrat.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from fractions import Fraction

    from digistrat.model.kinds.decision import Decision
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.scoring import Scoring
    from digistrat.model.strategy import Strategy

Standing = Literal["in the running", "decided", "delivered", "stopped", "will not", "later"]

HUNDRED = Decimal(100)


def criteria(scoring: Scoring) -> tuple[str, ...]:
    """Give the criteria that initiatives are scored on; none where they could not be read."""
    return DECLARED[scoring.method].criteria or tuple(criterion.id for criterion in scoring.criteria)


def has_weights(scoring: Scoring) -> bool:
    """Tell whether the method weighs criteria of its own against each other."""
    return DECLARED[scoring.method].is_weighted and bool(scoring.criteria)


def missing_scores(scoring: Scoring, initiative: Initiative) -> list[str]:
    """Give the criteria and fields that the method needs and nobody has scored; one misspelt is no second fault."""
    known = criteria(scoring)
    scored = {score.criterion for score in initiative.scores}
    scored |= {nearest(name, set(known) - scored) or "" for name in scored if name not in known}
    return _not_given(scoring, initiative, scored)


def unscored(scoring: Scoring, initiative: Initiative) -> list[str]:
    """Give the criteria and fields that keep it out of the ranking, as their names are written."""
    return _not_given(scoring, initiative, {score.criterion for score in initiative.scores})


def _not_given(scoring: Scoring, initiative: Initiative, scored: Collection[str]) -> list[str]:
    fields = [name for name in DECLARED[scoring.method].fields if getattr(initiative, name) is None]
    return [criterion for criterion in criteria(scoring) if criterion not in scored] + fields


def impossible(scoring: Scoring, initiative: Initiative) -> Iterator[str]:
    """Say which numbers that the method takes no work can have, so that there is no honest score."""
    fields = DECLARED[scoring.method].fields
    effort, reach, sure = initiative.effort, initiative.reach, initiative.confidence
    if "effort" in fields and effort is not None and effort <= 0:
        yield f"nothing can be divided by an effort of {effort:f}"
    if "reach" in fields and reach is not None and reach < 0:
        yield f"a reach of {reach:f} is less than nobody"
    if "confidence" in fields and sure is not None and not 0 <= sure <= HUNDRED:
        yield f"a confidence of {sure:f} is not from 0 to 100 per cent"


def doubts(scoring: Scoring, initiative: Initiative) -> Iterator[str]:
    """Say which numbers count as they stand and were probably meant otherwise: a share where per cent are asked."""
    sure = initiative.confidence
    if "confidence" in DECLARED[scoring.method].fields and sure is not None and 0 < sure <= 1:
        meant = f"{(sure * HUNDRED).normalize():f}"
        yield f"a confidence of {sure:f} is read as {sure:f} per cent; for {meant} per cent write {meant}"


def points(initiative: Initiative) -> dict[str, Fraction]:
    """Give the points by criterion; where several people scored, their mean."""
    from fractions import Fraction  # noqa: PLC0415  (lint asks for nothing exact)

    given: dict[str, list[Decimal]] = {}
    for score in initiative.scores:
        given.setdefault(score.criterion, []).append(score.points)
    return {criterion: Fraction(sum(values)) / len(values) for criterion, values in given.items()}


def is_decided(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether it is decided already: outside the ranking, always in the plan.

    So it is where it has to be done, or where a decision names it that is made and does not stop it.
    """
    decisions: tuple[Decision, ...] = strategy.linking_to(initiative, "decisions", "initiatives")
    return initiative.must_do or any(
        one.kind != "stop" and not (one.made and one.made.first > strategy.as_of) for one in decisions
    )


def standing(strategy: Strategy, initiative: Initiative) -> Standing:
    """Say whether it is in the running, and if not, why not."""
    if initiative.status == "delivered":
        return "delivered"
    if initiative.status == "stopped":
        return "stopped"
    if is_decided(strategy, initiative):
        return "decided"
    if initiative.choice.decision == "will-not":
        return "will not"
    return "later" if initiative.choice.decision == "later" else "in the running"
