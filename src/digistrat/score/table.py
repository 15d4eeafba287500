"""The scoring table: criteria across, initiatives down, exact numbers inside."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.figures.methods import DECLARED, Method
from digistrat.figures.scores import points

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.scoring import Scoring


@dataclass(frozen=True, slots=True)
class Column:
    """A criterion: its weight, and the most points it gives; both are 0 in a preset, which has neither."""

    id: str
    title: str
    weight: Fraction
    max: Fraction


@dataclass(frozen=True, slots=True)
class Row:
    """An initiative's number in each column; what nobody gave is not in it. Effort in the organisation's own unit."""

    id: str
    points: Mapping[str, Fraction]
    effort: Fraction | None

    def numbers(self, columns: Sequence[str]) -> dict[str, Fraction] | None:
        """Give the numbers in some columns, in their order; None where one is not known, for that is not zero."""
        known = {name: self.points[name] for name in columns if name in self.points}
        return known if len(known) == len(columns) else None


@dataclass(frozen=True, slots=True)
class Result:
    """A score, and by criterion what it is made of: weighted points that add up to the value, or a preset's numbers."""

    score: Fraction
    parts: Mapping[str, Fraction]


def columns(scoring: Scoring) -> tuple[Column, ...]:
    """Give the criteria in the order of scoring.yaml, or what a preset takes in the order of its formula."""
    method = DECLARED[scoring.method]
    if not method.is_weighted:
        return tuple(Column(name, method.label(name), Fraction(0), Fraction(0)) for name in method.inputs)
    return tuple(Column(one.id, one.label, Fraction(one.weight), Fraction(one.max)) for one in scoring.criteria)


def row(method: Method, initiative: Initiative, given: Mapping[str, Fraction] | None = None) -> Row:
    """Give one initiative's row, with the points that somebody gave, or else with the mean of those who scored."""
    effort = None if initiative.effort is None else Fraction(initiative.effort)
    scored = points(initiative) if given is None else given
    kept = {name: number for name, number in scored.items() if method.is_weighted or name in method.criteria}
    fields = {name: getattr(initiative, name) for name in method.fields if name in method.inputs}
    stated = {name: Fraction(number) for name, number in fields.items() if number is not None}
    return Row(initiative.id, kept | stated, effort)


def per_weight(method: Method, across: Sequence[Column], here: Row) -> tuple[Fraction, ...]:
    """Give what the weights multiply, in the order of the columns: a weighted score is Σ weight · number.

    Raises KeyError where a criterion was not scored: only a row with a score has these numbers.
    """
    share = here.effort if method.divides and here.effort else Fraction(1)
    return tuple(here.points[column.id] / column.max / share for column in across)
