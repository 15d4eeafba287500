"""One amount that is claimed for two things: which benefits may be the same gain, told twice."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digistrat.figures.benefits import families

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from digistrat.model.kinds.benefit import Benefit
    from digistrat.model.strategy import Strategy

_MANY_DIGITS = 3  # before its noughts: two methods hardly come to one such number by chance
_SOME_DIGITS = 2  # are enough from a million on
_MILLION = Decimal(1_000_000)
_LEAST = Decimal(1000)  # what lies below is too common to say anything without a method


def same_figures(strategy: Strategy) -> Iterator[tuple[Benefit, Benefit]]:
    """Give each benefit that claims what an earlier one does, under another title, and that earlier one.

    They do so in the same unit and per the same time, no parts or wholes join them, and either one method gave both
    or none gave either, or the number itself is no common one.
    """
    family = families(strategy)
    first: dict[Hashable, Benefit] = {}
    for benefit in strategy.benefits.values():
        found = [first.setdefault(clue, benefit) for clue in _clues(benefit)]
        title = benefit.title.casefold()
        other = next(
            (one for one in found if family[one.id] != family[benefit.id] and one.title.casefold() != title), None
        )
        if other:
            yield benefit, other


def _clues(benefit: Benefit) -> Iterator[Hashable]:
    """Give what another benefit has to have in common with this one to be its double."""
    amount = benefit.amount
    if amount is None or amount.percent or not amount.value:
        return
    figure = amount.value, (benefit.unit or "").casefold(), benefit.per
    if benefit.method:
        yield *figure, " ".join(benefit.method.casefold().split())
    elif abs(amount.value) >= _LEAST:
        yield *figure, None
    digits = len(amount.value.normalize().as_tuple().digits)
    if digits >= _MANY_DIGITS or (digits >= _SOME_DIGITS and abs(amount.value) >= _MILLION):
        yield figure
