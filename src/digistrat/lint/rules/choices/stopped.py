"""Rules about stopping in time: does somebody answer when work goes wrong?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.off_track import is_answered, off_track_twice
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def stop_undecided(strategy: Strategy) -> Iterator[Fault]:
    """Work that is off track in two updates running, while nobody has said stop or go on.

    Why: work is seldom stopped too early. It runs on because nobody was asked.

    Bad:
        # initiatives.yaml
        - id: e-letters
          status: in-progress
          updates:
            - {date: 2026-08-20, status: off-track}
            - {date: 2026-10-22, status: off-track}  # <-
          …

    Good:
        - {date: 2026-10-22, status: on-track}

    Source: NHS Providers, Building a digital strategy (2021), on stopping what does not work.
    """
    for initiative in strategy.initiatives.values():
        twice = off_track_twice(strategy, initiative) if initiative.status == "in-progress" else None
        if twice and not is_answered(strategy, initiative, twice[0].update):
            first, last = twice
            related = (Related(initiative.at("updates", first.place, "status"), "so it was before"),)
            message = f"{initiative.id!r} is off track twice running and nobody has said stop or go on; decide"
            help = "date the choice anew, or write a decision that names it"
            yield Fault(initiative.at("updates", last.place, "status"), message, help, related)
