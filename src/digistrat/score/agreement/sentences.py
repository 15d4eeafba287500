"""Agreement in plain sentences, each made from one entry of the figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.score.numbers import written
from digistrat.wording import counted, in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.score.agreement import Agreement, First, Pair
    from digistrat.score.ranking import Entry

_NAMES = 6  # that one sentence can carry
# Source for the bands: Schmidt, Managing Delphi surveys using nonparametric statistical techniques, Decision Sciences
# 28 (1997): from 0.7 agreement is strong, from 0.5 moderate.
_BANDS = ((1.0, "the same order"), (0.7, "much the same order"), (0.5, "partly the same order"))


def sentences(agreement: Agreement) -> Iterator[str]:
    """Say who scored and how they count, whether they agree, who is furthest apart, and what to talk about first."""
    names = agreement.scorers
    if len(names) < 2:  # noqa: PLR2004  (one has nobody to agree with)
        return
    who = in_words(names) if len(names) <= _NAMES else f"{len(names)} people or groups"
    yield f"Scored by {who}; where several scored, their mean counts."
    if not agreement.cells:
        yield "No two of them scored the same initiative on the same criterion."
        return
    yield _order(agreement)
    furthest = agreement.pairs[0] if agreement.pairs else None
    yield _pair(furthest) if furthest and furthest.apart else "Nobody gave other points than anybody else."
    if agreement.first and agreement.first.high > agreement.first.low:
        yield _first(agreement.first)


def _order(agreement: Agreement) -> str:
    count, w = len(agreement.compared), agreement.kendall_w
    if count < 2:  # noqa: PLR2004  (one is no order)
        return "Their orders cannot be compared: fewer than two initiatives were scored by all of them on everything."
    if w is None:
        return f"None of them puts any of the {count} initiatives that all scored above another."
    order = next((said for least, said in _BANDS if w >= least), "quite different orders")
    number = counted(count, "initiative")
    return f"They put the {number} that all of them scored in {order}: Kendall's W is {_share(w)}, where 1 is the same order and 0 none."


def _share(w: Fraction) -> str:
    """Write a share with two decimals; what is not quite 1 or 0 never reads so."""
    return written(w if w in {0, 1} else min(max(w, Fraction(1, 100)), Fraction(99, 100)), 2)


def _pair(pair: Pair) -> str:
    (first, second), (one, other) = pair.between, pair.points
    return (
        f"Furthest apart are {first} and {second}, on {_title(pair.cell.entry)}: "
        f'{written(one, 2)} and {written(other, 2)} for "{one_line(pair.cell.column.title)}".'
    )


def _first(first: First) -> str:
    cell = first.cell
    low, high = (written(cell.points[name], 2) for name in (cell.lowest, cell.highest))
    return (
        f"Talk about {_title(first.entry)} first: depending on whom one asks, its score lies between "
        f"{written(first.low, 2)} and {written(first.high, 2)}, most of all by "
        f'"{one_line(cell.column.title)}" ({low} from {cell.lowest}, {high} from {cell.highest}).'
    )


def _title(entry: Entry) -> str:
    return f'"{one_line(entry.initiative.title)}"'
