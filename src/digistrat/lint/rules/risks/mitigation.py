"""Rules about what is done against a risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def unmitigated_risk(strategy: Strategy) -> Iterator[Fault]:
    """A risk against which nothing is done.

    Why: to write a danger down does not make it smaller.

    Bad:
        # risks.yaml
        - {id: attack, title: Criminals lock our systems, kind: cyber, mitigation: Copies apart, rehearsed: 2026-06}
        - {id: power-cut, title: The power fails, kind: outage, mitigation: Lists on paper, rehearsed: 2026-09}
        - id: stalled  # <-
          … without mitigation

    Good:
        - id: stalled
          mitigation: No more than three pieces of work at the same time
    """
    for risk in strategy.risks.values():
        if not risk.mitigation:
            message = f"nothing is done about risk {risk.id!r}; say what, under 'mitigation'"
            yield Fault(risk.at("mitigation"), message, "or that you live with it, and why")
