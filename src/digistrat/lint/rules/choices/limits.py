"""Rules about how much is taken on: few exemplars, not too much at once, and a mixed diet."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from digistrat.figures.at_once import busiest_month
from digistrat.figures.live import is_live, is_open
from digistrat.figures.mix import is_of, shares
from digistrat.figures.portfolio import EXEMPLARS
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from digistrat.model.strategy import Strategy


def too_many_exemplars(strategy: Strategy) -> Iterator[Fault]:
    """More exemplars than the organisation can look after: four, or `limits.exemplars`.

    Why: an exemplar needs the best people and everybody's attention, and there is only so much of both.

    Bad:
        # strategy.yaml
        limits: {exemplars: 1}
        …
        # initiatives.yaml
        - id: e-letters
          exemplar: {why_here: The ward asked for it}
          …
        - id: e-results
          exemplar: {why_here: The laboratory asked for it}  # <-
          …
        - id: e-referrals
          choice: {decision: later, reason: The letters come first}
          …

    Good:
        x-next: The laboratory asked to follow

    Source: NHS Providers, Building a digital strategy (2021), on a small number of exemplars.
    """
    limit = strategy.manifest.limits.exemplars
    most = EXEMPLARS if limit is None else limit
    found = [one for one in strategy.initiatives.values() if one.exemplar and is_live(strategy, one)]
    if len(found) > most:
        related = tuple(Related(one.at("exemplar"), f"{one.id!r} is one, too") for one in found[:most])
        message = f"{len(found)} exemplars; the limit is {most}"
        yield Fault(found[most].at("exemplar"), message, "begin with those from which most can be learnt", related)


def too_many_at_once(strategy: Strategy) -> Iterator[Fault]:
    """More pieces of chosen work running in one month than the manifest's `limits.in_parallel`.

    Why: whoever does everything at once finishes nothing soon.

    Bad:
        # strategy.yaml
        limits:
          in_parallel: 1  # <-
        …
        # initiatives.yaml
        - id: e-letters
          start: 2027-01
          finish: 2027-06
          …
        - id: new-network
          must_do: true
          start: 2027-06
          finish: 2027-09
          …

    Good:
        in_parallel: 2
    """
    manifest = strategy.manifest
    limit = manifest.limits.in_parallel
    peak = busiest_month(strategy) if limit is not None else None
    if limit is not None and peak and len(peak.work) > limit:
        message = f"{len(peak.work)} pieces of work run at once in {peak.in_words}; the limit is {limit}"
        related = tuple(Related(one.at("start"), f"{one.id!r} runs then") for one in peak.work[:_FEW])
        yield Fault(manifest.at("limits", "in_parallel"), message, "let some of it start later", related)


_FEW = 20  # places to show


def mix_out_of_bounds(strategy: Strategy) -> Iterator[Fault]:
    """Less or more of one sort of work than scoring.yaml allows under `mix`, by its share of the effort.

    Why: without bounds, keeping things going eats the new, or the new starves what people rely on.

    Bad:
        # scoring.yaml
        method: weighted
        criteria: {id: patient, title: Benefit to patients, weight: 100, max: 5}
        mix:
          transform: {min: 20}  # <-
        # initiatives.yaml
        - id: e-letters
          portfolio: improve
          effort: 4
          …

    Good:
        improve: {min: 20}
    """
    scoring = strategy.scoring
    live = [one for one in strategy.initiatives.values() if is_live(strategy, one)]
    found = shares(live) if scoring and scoring.mix and strategy.is_whole("initiatives") else None
    most = scoring.effort.max if scoring and scoring.effort else None
    if scoring is None or found is None or any(most is not None and (one.effort or 0) > most for one in live):
        return  # an effort above its maximum is told where it stands
    undecided = [one for one in strategy.initiatives.values() if is_open(strategy, one) and not is_live(strategy, one)]
    for sort, bounds in scoring.mix.items():
        might_be = {is_of(one, sort) for one in undecided}  # nothing is decided about them yet, and that is said there
        if bounds.min and found[sort].most < bounds.min.value and not might_be & {True, None}:
            message = f"{_shown(found[sort].most, ROUND_FLOOR)}% of the effort is {sort}, under {bounds.min.value:f}%"
            yield Fault(scoring.at("mix", sort, "min"), message, "choose more of it, or change the bound")
        if bounds.max and found[sort].least > bounds.max.value and not might_be & {False, None}:
            message = f"{_shown(found[sort].least, ROUND_CEILING)}% of the effort is {sort}, over {bounds.max.value:f}%"
            yield Fault(scoring.at("mix", sort, "max"), message, "choose less of it, or change the bound")


def _shown(share: Fraction, rounding: str) -> str:
    """Write a share with at most one decimal, rounded away from its bound."""
    exact = Decimal(share.numerator) / share.denominator
    return f"{exact.quantize(Decimal('0.1'), rounding):f}".removesuffix(".0")
