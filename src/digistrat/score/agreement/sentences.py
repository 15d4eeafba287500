"""Agreement in plain sentences, each made from one entry of the figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.score.numbers import places, written
from digistrat.wording import counted, in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.score.agreement import Agreement, Pair
    from digistrat.score.agreement.first import First
    from digistrat.score.agreement.names import Alike
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
    yield from map(_alike, agreement.alike[:_NAMES])
    if not agreement.cells:
        yield "Whether they agree is not known: no two of them scored the same initiative on the same criterion."
        return
    yield _order(agreement)
    furthest = agreement.pairs[0] if agreement.pairs else None
    yield _pair(furthest) if furthest and furthest.apart else "Nobody gave other points than anybody else."
    if agreement.first:
        yield _first(agreement, agreement.first)


def _alike(one: Alike) -> str:
    times = counted(one.scored, "initiative")
    return f"{one.name} scored only {times}, {one.near} {one.near_scored:,} others: if they are the same, spell them alike."


def _order(agreement: Agreement) -> str:
    count, w = len(agreement.compared), agreement.kendall_w
    if count < 2:  # noqa: PLR2004  (one is no order)
        return (
            f"Kendall's W, which says whether they put things in the same order, is not known: {_why_no_w(agreement)}."
        )
    if w is None:
        return (
            f"None of them puts any of the {count} initiatives that all scored above another: there is no Kendall's W."
        )
    order = next((said for least, said in _BANDS if w >= least), "quite different orders")
    number = counted(count, "initiative")
    return f"They put the {number} that all of them scored in {order}: Kendall's W is {_share(w)}, where 1 is the same order and 0 none."


def _why_no_w(agreement: Agreement) -> str:
    """Say what keeps the orders from being compared: who scored too few, or that what all scored has no score."""
    times = {name: len(ids) for name, ids in agreement.complete.items()}
    by_all = len(frozenset.intersection(*agreement.complete.values()))
    if by_all > 1:
        without = by_all - len(agreement.compared)
        return f"{without} of the {by_all} initiatives that all scored on every criterion have no score"
    needed = "it takes two initiatives that all of them scored on every criterion"
    fewest = min(times.values())
    few = [name for name, number in times.items() if number == fewest]
    said = f"{needed}, and there is {'one' if by_all else 'none'}"
    if len(few) == len(times):
        return said
    who = in_words(few) if len(few) <= _NAMES else f"{len(few)} of them"
    return f"{said}; {who} scored only {fewest} of {len(agreement.said)} so"


def _share(w: Fraction) -> str:
    """Write a share with two decimals; what is not quite 1 or 0 never reads so."""
    return written(w if w in {0, 1} else min(max(w, Fraction(1, 100)), Fraction(99, 100)), 2)


def _pair(pair: Pair) -> str:
    (first, second), (one, other) = pair.between, _told_apart(*pair.points)
    return (
        f"Furthest apart are {first} and {second}, on {_title(pair.cell.entry)}: "
        f'{one} and {other} for "{one_line(pair.cell.column.title)}".'
    )


def _first(agreement: Agreement, first: First) -> str:
    """Say on which basis it is the first: the totals of two people, or what one cell does to the score."""
    low, high = _told_apart(first.low, first.high)
    (lowest, highest), (one, other) = first.between, _told_apart(*first.points)
    talk, score = f"Talk about {_title(first.entry)} first:", f"{agreement.ranking.how.title} score"
    criterion = f'"{one_line(first.cell.column.title)}"'
    if first.basis == "cell":
        return (
            f"{talk} no other single disagreement moves a score further. With the {one} that {lowest} gave for "
            f"{criterion} its {score} is {low}, with the {other} from {highest} {high}."
        )
    return (
        f"{talk} of those who scored it on every criterion, the lowest {score} is {low} ({lowest}) and the highest {high} "
        f"({highest}), and on no other are they further apart. {criterion} does most of it ({one} and {other})."
    )


def _told_apart(one: Fraction, other: Fraction) -> tuple[str, str]:
    """Write two numbers with two decimals, or as many as tell them apart."""
    precise = max(2, places((one, other)))
    return written(one, precise), written(other, precise)


def _title(entry: Entry) -> str:
    return f'"{one_line(entry.initiative.title)}"'
