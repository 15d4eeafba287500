"""Percentages: of what, and could they be true?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.scales import scales
from digistrat.lint.rules.commitments.measures import completion_is_no_measure
from digistrat.read.fault import Fault
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def percent_of_what(strategy: Strategy) -> Iterator[Fault]:
    """A percentage that does not say of what, in measures.yaml or inside a commitment.

    Why: 80 per cent of the letters sent and 80 per cent of the letters due are different promises.

    Bad:
        # measures.yaml
        - id: letters-sent  # <-
          … without of

    Good:
        - id: letters-sent
          of: discharges
    """
    told = {fault.at for fault in completion_is_no_measure(strategy)}
    for scale in scales(strategy):
        if scale.is_percent and not scale.says_of_what and scale.at not in told:
            message = f"{scale.id!r} is measured in per cent, of what it does not say; add 'of'"
            yield Fault(scale.at.at("of"), message, "of: discharges")


_SHORT = 40  # characters that a message has room for


def share_out_of_range(strategy: Strategy) -> Iterator[Fault]:
    """A reading, baseline or target in per cent of something that lies below 0 or above 100.

    Why: no part is bigger than its whole, so the number, the unit or what it is a percentage of is wrong.
    A change, or a share of another year's level or of a plan, may pass 100 and is left alone.

    Bad:
        # measures.yaml
        - id: letters-sent
          readings: {date: 2026-10-31, value: 410}  # <-
          …

    Good:
          readings: {date: 2026-10-31, value: 71}
    """
    for scale in scales(strategy):
        for at, amount in scale.impossible:
            whole = f" of {one_line(scale.of)}" if 0 < len(scale.of) <= _SHORT else ""
            help = "mend the number; if it is no share but a change or a comparison, say so in 'unit'"
            yield Fault(at, f"{amount} is no percentage{whole}; write a number from 0 to 100", help)
