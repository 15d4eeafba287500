"""Which scores count: the criteria of a method, what is missing, and who is in the running."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from digistrat.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from digistrat.model.kinds.decision import Decision
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.scoring import Method, Scoring
    from digistrat.model.strategy import Strategy

Standing = Literal["in the running", "decided", "delivered", "stopped", "will not", "later"]

# What each preset scores under `scores`, and which fields of an initiative it takes besides.
_PRESETS: Mapping[Method, tuple[str, ...]] = {
    "rice": ("impact",),
    "ice": ("impact", "confidence", "ease"),
    "wsjf": ("value", "urgency", "risk-reduction"),
}
_FIELDS: Mapping[Method, tuple[str, ...]] = {
    "rice": ("reach", "confidence", "effort"),
    "wsjf": ("effort",),
    "value-effort": ("effort",),
}
HUNDRED = Decimal(100)


def criteria(scoring: Scoring) -> tuple[str, ...]:
    """Give the criteria that initiatives are scored on; none where they could not be read."""
    return _PRESETS.get(scoring.method) or tuple(criterion.id for criterion in scoring.criteria)


def has_weights(scoring: Scoring) -> bool:
    """Tell whether the method weighs criteria of its own against each other."""
    return scoring.method not in _PRESETS and bool(scoring.criteria)


def missing_scores(scoring: Scoring, initiative: Initiative) -> list[str]:
    """Give the criteria and fields that the method needs and nobody has scored; one misspelt is no second fault."""
    known = criteria(scoring)
    scored = {score.criterion for score in initiative.scores}
    scored |= {nearest(name, set(known) - scored) or "" for name in scored if name not in known}
    fields = [name for name in _FIELDS.get(scoring.method, ()) if getattr(initiative, name) is None]
    return [criterion for criterion in known if criterion not in scored] + fields


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
