"""What the effort goes into: sorts of work with their shares, held against the bounds, and the exemplars."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from digistrat.figures.portfolio import portfolio
from digistrat.publish.amounts import rounded_up
from digistrat.publish.words import fill
from digistrat.wording import rounded

if TYPE_CHECKING:
    from digistrat.figures.portfolio import Exemplars, Slice, Verdict
    from digistrat.model.kinds.scoring import Bounds
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class SliceView:
    """One sort of work in words; `verdict` is None where there is no bound to keep to."""

    title: str
    number: int
    effort: str
    share: str
    bounds: str
    verdict: Verdict | None
    money: str


@dataclass(frozen=True, slots=True)
class PortfolioView:
    """Both ways to cut chosen work, each slice a line, and all of it."""

    portfolios: tuple[SliceView, ...]
    certainties: tuple[SliceView, ...]
    all: SliceView
    exemplars: Exemplars


def build(strategy: Strategy, words: Words) -> PortfolioView | None:
    """Give the portfolio of chosen, undelivered work; None where there is none, or nothing says what sort it is."""
    found = portfolio(strategy)
    if all(one.kind == "not-said" or not one.work for one in (*found.portfolios, *found.certainties)):
        return None
    currency = strategy.manifest.currency
    return PortfolioView(
        tuple(_slice(words, currency, one) for one in found.portfolios),
        tuple(_slice(words, currency, one) for one in found.certainties),
        _slice(words, currency, found.all),
        found.exemplars,
    )


def _slice(words: Words, currency: str, one: Slice) -> SliceView:
    said = words["choices"]
    return SliceView(
        words["sorts"][one.kind.replace("-", "_")],
        len(one.work),
        _with_gap(words, rounded(one.effort, grouped=True), len(one.without_effort), len(one.work)),
        _share(words, one) if one.work else fill(said["percent"], number=0),
        _bounds(words, one.bounds),
        one.verdict,
        _with_gap(words, rounded_up(currency, one.money), len(one.without_cost), len(one.work)),
    )


def _with_gap(words: Words, sum: str, unsaid: int, number: int) -> str:
    """Write a sum, and of how much work it says nothing."""
    if not number:
        return sum
    if unsaid == number:
        return str(words["shared"]["not_known"])
    return fill(words["choices"]["without"], sum=sum, number=unsaid) if unsaid else sum


def _share(words: Words, one: Slice) -> str:
    """Write a share of the effort, or between which two it lies, rounded so that it reads as outside its bound."""
    if one.share is None:
        return str(words["shared"]["not_known"])
    least, most = (_tenth(share, one.verdict) for share in one.share)
    if least == most:
        return fill(words["choices"]["percent"], number=least)
    return fill(words["choices"]["percent_from_to"], least=least, most=most)


def _tenth(share: Fraction, verdict: Verdict | None) -> str:
    if verdict == "under":
        return rounded(Fraction(floor(share * 10), 10))
    return rounded(Fraction(ceil(share * 10), 10) if verdict == "over" else share)


def _bounds(words: Words, bounds: Bounds | None) -> str:
    """Write the bounds of a share; empty where there are none."""
    said = words["choices"]
    least, most = (bounds.min, bounds.max) if bounds else (None, None)
    if least and most:
        return fill(said["percent_from_to"], least=rounded(least.value), most=rounded(most.value))
    if least:
        return fill(said["percent_or_more"], number=rounded(least.value))
    return fill(said["percent_or_less"], number=rounded(most.value)) if most else ""
