"""The scoring table: criteria across, initiatives down, exact numbers inside."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.figures.scores import points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.scoring import Scoring


@dataclass(frozen=True, slots=True)
class Column:
    """A criterion: its weight, and the most points it gives."""

    id: str
    title: str
    weight: Fraction
    max: Fraction


@dataclass(frozen=True, slots=True)
class Row:
    """An initiative's points by criterion; what was not scored is not in it. Effort in the organisation's own unit."""

    id: str
    points: Mapping[str, Fraction]
    effort: Fraction | None


@dataclass(frozen=True, slots=True)
class Result:
    """A score, and the parts that add up to it by criterion."""

    score: Fraction
    parts: Mapping[str, Fraction]


def columns(scoring: Scoring) -> tuple[Column, ...]:
    """Give the criteria in the order of scoring.yaml."""
    return tuple(Column(one.id, one.label, Fraction(one.weight), Fraction(one.max)) for one in scoring.criteria)


def row(initiative: Initiative) -> Row:
    """Give one initiative's row."""
    effort = None if initiative.effort is None else Fraction(initiative.effort)
    return Row(initiative.id, points(initiative), effort)
