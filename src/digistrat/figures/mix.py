"""How the effort is shared out between sorts of work: keeping going, mending, making new, and trying out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from digistrat.model.kinds.initiative import Initiative

Sort = Literal["maintain", "improve", "transform", "experiment"]
SORTS: tuple[Sort, ...] = ("maintain", "improve", "transform", "experiment")


class Share(NamedTuple):
    """A sort's share of the effort, in per cent; the two differ where work does not say what sort it is."""

    least: Fraction
    most: Fraction


def shares(work: Collection[Initiative]) -> Mapping[Sort, Share] | None:
    """Share out the effort of some work; an experiment counts under its portfolio, too.

    None where it cannot be known: some work says no effort, or there is none at all.
    """
    efforts = [one.effort for one in work if one.effort is not None and one.effort >= 0]
    whole = sum(efforts, Decimal())
    if len(efforts) < len(work) or not whole:
        return None
    return {sort: _share(work, sort, whole) for sort in SORTS}


def is_of(initiative: Initiative, sort: Sort) -> bool | None:
    """Tell whether work is of a sort; None where it does not say."""
    said = initiative.certainty if sort == "experiment" else initiative.portfolio
    return None if said is None else said == sort


def _share(work: Collection[Initiative], sort: Sort, whole: Decimal) -> Share:
    known = unknown = Decimal()
    for one in work:
        said = is_of(one, sort)
        known += one.effort or 0 if said else 0
        unknown += one.effort or 0 if said is None else 0
    return Share(*(Fraction(part) * 100 / Fraction(whole) for part in (known, known + unknown)))
