"""Rules about shape: is every key known, there, and of the right sort?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Fault


def unknown_key(strategy: Strategy) -> Iterable[Fault]:
    """A key that the format does not have.

    Why: a misspelt key is read by nobody. A key that begins with `x-` is yours to keep.

    Bad:
        # decisions.yaml
        - id: open-first
          title: Open first
          meens: Closed only with a reason  # <-

    Good:
          statement: Closed only with a reason
    """
    return strategy.faults.get("unknown-key", ())


def missing_key(strategy: Strategy) -> Iterable[Fault]:
    """A required key that is not there, or says nothing.

    Why: without its id and its title a record cannot be shown or referred to.

    Bad:
        # decisions.yaml
        - id: open-first  # <-
          kind: policy

    Good:
        - id: open-first
          title: Open first
    """
    return strategy.faults.get("missing-key", ())


def wrong_type(strategy: Strategy) -> Iterable[Fault]:
    """A value of another sort than its key takes: a list where a text belongs, a word where a number does.

    Why: it cannot be shown, added up or compared.

    Bad:
        # scoring.yaml
        method: weighted
        criteria:
          - {id: patient, weight: all, max: 5}  # <-

    Good:
          - {id: patient, weight: 100, max: 5}
    """
    return strategy.faults.get("wrong-type", ())


def bad_value(strategy: Strategy) -> Iterable[Fault]:
    """A word that is not among the words its key takes.

    Why: filters, sums and checks go by these words.

    Bad:
        # services.yaml
        - id: outpatients
          name: Outpatient appointments
          kind: caring  # <-
          …

    Good:
          kind: care
    """
    return strategy.faults.get("bad-value", ())


def bad_date(strategy: Strategy) -> Iterable[Fault]:
    """A date, period or duration that nobody could put in a calendar.

    Why: a deadline that cannot be read cannot be kept or missed.

    Bad:
        # services.yaml
        - id: outpatients
          name: Outpatient appointments
          kind: information
          figures: {period: early 2026, volume: 1200}  # <-
          …

    Good:
          figures: {period: 2026-Q1, volume: 1200}
    """
    return strategy.faults.get("bad-date", ())


def bad_quantity(strategy: Strategy) -> Iterable[Fault]:
    """An amount that can be read in two ways or in none.

    Why: 1,20 is 1.20 to one reader and 120 to another.

    Bad:
        # services.yaml
        - id: outpatients
          name: Outpatient appointments
          kind: information
          figures: {period: 2026-Q1, volume: "1,20"}  # <-
          …

    Good:
          figures: {period: 2026-Q1, volume: "1,200"}
    """
    return strategy.faults.get("bad-quantity", ())
