"""Rules about the risks that every digital strategy has: failure of the work, an attack, an outage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.read.fault import Fault
from digistrat.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.risk import Risk
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Level

_EVERYWHERE = ("delivery", "cyber", "outage")
_REHEARSED = ("cyber", "outage")


def missing_risk(strategy: Strategy) -> Iterator[Fault]:
    """No risk that the work fails, none of an attack and none of an outage. One or two of them missing is a hint.

    Why: all three happen to every organisation, and the worst moment to think of them is the day itself.

    Bad:
        # risks.yaml
        - id: left-behind  # <-
          kind: inclusion
          …

    Good:
        # risks.yaml
        - id: stalled
          kind: delivery
          …
        - id: attack
          kind: cyber
          rehearsed: 2026-06
          …
        - id: power-cut
          kind: outage
          rehearsed: 2026-09
          …

    Source: NHS Providers, Building a digital strategy (2021), on what boards should ask about risk.
    """
    if not strategy.is_whole("risks"):
        return
    known = {risk.kind for risk in strategy.risks.values()}
    lacking = [kind for kind in _EVERYWHERE if kind not in known]
    if lacking:
        what = quoted(lacking, "or")
        message = f"no risk is of kind {what}; say what could go wrong"
        level: Level | None = None if len(lacking) == len(_EVERYWHERE) else "info"
        yield Fault(strategy.home("risks"), message, "in risks.yaml, and what is done about it", level=level)


def unrehearsed_risk(strategy: Strategy) -> Iterator[Fault]:
    """A risk of an attack or an outage that nobody has ever rehearsed.

    Why: a plan that was never tried fails in the first hour, and people find out what is missing when it counts.

    Bad:
        # risks.yaml
        - {id: stalled, title: More starts than ends, kind: delivery, mitigation: Three at once}
        - {id: power-cut, title: The power fails, kind: outage, mitigation: Lists on paper, rehearsed: 2026-09}
        - id: attack  # <-
          title: Criminals lock our systems
          kind: cyber
          mitigation: Copies are kept apart

    Good:
        - id: attack
          rehearsed: 2026-06
    """
    for risk in strategy.risks.values():
        if risk.kind in _REHEARSED and not _has_been_rehearsed(strategy, risk):
            message = f"risk {risk.id!r} was never rehearsed; try it out and write down when"
            yield Fault(
                risk.at("rehearsed"), message, "an hour round a table is a start; the day belongs under 'rehearsed'"
            )


def _has_been_rehearsed(strategy: Strategy, risk: Risk) -> bool:
    """Tell whether a rehearsal is behind us; one that is planned has shown nothing yet."""
    return risk.rehearsed is not None and risk.rehearsed.first <= strategy.as_of
