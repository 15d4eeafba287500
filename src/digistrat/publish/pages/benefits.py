"""Benefits: what the work is worth, to whom and from when, how anybody knows, and whether the parts add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from digistrat.figures.benefits import Parts, parts_of
from digistrat.model.kinds.mission import Aim
from digistrat.publish.amounts import as_meant, exact, modally, money, with_sign, with_unit
from digistrat.publish.dates import span
from digistrat.publish.page import Page
from digistrat.publish.words import as_key, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.figures.benefits import Sum
    from digistrat.model.kinds.benefit import Benefit
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class BenefitView:
    """A benefit, and where it is counted."""

    benefit: Benefit
    amount: str  # with its unit, and how often
    period: str
    measure: Measure | None
    initiatives: tuple[Initiative, ...]
    counted_in: tuple[Benefit, ...]
    counts: tuple[Benefit, ...]  # those that say they are counted in this one
    part_of: tuple[Benefit, ...]
    parts: tuple[tuple[Benefit, str], ...]  # each with its amount
    added_up: str  # what the parts come to, in words; empty where there are none


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nobody claims a benefit."""
    strategy = answers.strategy
    if strategy.benefits:
        views = [_view(strategy, words, benefit) for benefit in strategy.benefits.values()]
        by_aim = {aim: [view for view in views if view.benefit.aim == aim] for aim in (*get_args(Aim), None)}
        data = {"benefits": views, "aims": [(aim, group) for aim, group in by_aim.items() if group]}
        yield Page("benefits.html", words["pages"]["benefits"], "benefits", data)


def _view(strategy: Strategy, words: Words, benefit: Benefit) -> BenefitView:
    parts = parts_of(strategy, benefit)
    whole = strategy.find("benefits", benefit.counted_in) if benefit.counted_in else None
    return BenefitView(
        benefit,
        _amount(strategy, words, benefit),
        span(words, benefit.start, benefit.until),
        strategy.find("measures", benefit.measure) if benefit.measure else None,
        strategy.find_all("initiatives", benefit.initiatives),
        (whole,) if whole else (),
        strategy.linking_to(benefit, "benefits", "counted_in"),
        strategy.linking_to(benefit, "benefits", "parts"),
        tuple((part, _amount(strategy, words, part)) for part in parts.parts) if parts else (),
        _added_up(strategy, words, benefit, parts) if parts else "",
    )


def _amount(strategy: Strategy, words: Words, benefit: Benefit) -> str:
    amount, unit = benefit.amount, benefit.unit
    if amount is None:
        return ""
    is_money = not unit and not amount.percent
    said = money(strategy.manifest.currency, amount) if is_money else as_meant(amount, unit or "")
    return fill(words["benefit_per"][benefit.per], amount=said) if benefit.per else said


def _added_up(strategy: Strategy, words: Words, claim: Benefit, parts: Parts) -> str:
    """Say what the parts come to beside the claim, or why they cannot be added."""
    said = words["benefits"]
    if parts.without_amount:
        return fill(said["without_amount"], names=_names(parts.without_amount))
    if parts.sum is None:
        return fill(said["unlike"], names=_names(parts.unlike))
    found, claimed = _sum(strategy, words, parts.parts[0], parts.sum), _amount(strategy, words, claim)
    return fill(words["adds_up"][as_key(parts.sum.verdict)], sum=found, claim=claimed)


def _names(benefits: tuple[Benefit, ...]) -> str:
    return "; ".join(benefit.title for benefit in benefits)


def _sum(strategy: Strategy, words: Words, first: Benefit, found: Sum) -> str:
    """Write a sum as its first part is written: in money or a unit, once or each year."""
    number, is_percent = exact(words, found.value), first.amount is not None and first.amount.percent
    unit = first.unit or ("%" if is_percent else "")
    said = modally(
        words, found.modality, with_unit(number, unit) if unit else with_sign(strategy.manifest.currency, number)
    )
    return fill(words["benefit_per"][first.per], amount=said) if first.per else said
