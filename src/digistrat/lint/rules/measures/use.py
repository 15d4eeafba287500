"""Measures as a whole: does anything use them, and do they show what matters?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.doubt import meant, without_strays
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.measure import Measure
    from digistrat.model.strategy import Strategy

_USERS = ("outcomes", "commitments", "benefits", "mission", "engagement")  # who may name a measure


def unused_measure(strategy: Strategy) -> Iterator[Fault]:
    """A measure that no outcome, commitment, benefit or engagement refers to.

    Why: counting costs somebody's time, and nobody asks what came of it.

    Bad:
        # measures.yaml
        - id: letters-sent
          …
        - id: letters-lost  # <-
          …

    Good:
        # measures.yaml
        - id: letters-sent
          …
        - id: letters-lost
          …
        # benefits.yaml
        - id: no-letter-twice
          measure: letters-lost
          …
    """
    files = {fault.at.file for faults in strategy.faults.values() for fault in faults}
    if not strategy.is_whole(*_USERS) or files & {"mission.yaml", "engagement.yaml"}:
        return
    misspelt = meant(strategy, "measures")
    left = [one for one in strategy.measures.values() if one.id not in misspelt and not _is_used(strategy, one)]
    for measure in without_strays(strategy, "measures", left):
        message = f"nothing refers to the measure {measure.id!r}; say what it is for, or stop counting"
        yield Fault(measure.at(), message, "an outcome, a commitment or a benefit can name it")


def _is_used(strategy: Strategy, measure: Measure) -> bool:
    return bool(strategy.naming(measure)) or any(strategy.linking_to(measure, name) for name in strategy.collections)


def only_leading_measures(strategy: Strategy) -> Iterator[Fault]:
    """A strategy whose every measure is a leading one: an early sign, and never the result.

    Why: clicks and log-ins can rise while nobody is better off.
    A measure without a `kind`, or written inside a commitment, may show a result and is taken to.

    Bad:
        # measures.yaml
        - id: letters-sent
          kind: leading  # <-
          …

    Good:
          kind: outcome

    Source: NHS Providers, Building a digital strategy (2021), on measures as means and not ends.
    """
    measures = list(strategy.measures.values())
    inline = any(gauge.measure is None for one in strategy.commitments.values() for gauge in one.measure)
    if not strategy.is_whole("measures", "commitments") or inline or not measures:
        return
    if all(measure.kind == "leading" for measure in measures):
        message = "every measure is a leading one; add one that shows the result"
        yield Fault(measures[0].at("kind"), message, "what is different for patients, users or staff in the end")
