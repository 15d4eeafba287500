"""Rules about how technology ends: is the old one switched off, and what comes after the contract?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.doubt import meant, without_strays
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.technology import Technology
    from digistrat.model.strategy import Strategy


def legacy_without_end(strategy: Strategy) -> Iterator[Fault]:
    """Legacy technology without a date on which it is switched off.

    Why: old technology that nobody plans to end is paid for, repaired and attacked for ever.

    Bad:
        # technology.yaml
        - id: fax-machines  # <-
          legacy: true
          …

    Good:
        - id: fax-machines
          retire_by: 2028-03

    Source: NHS Providers, Building a digital strategy (2021), on switching things off.
    """
    for technology in strategy.technology.values():
        if not technology.legacy or technology.retire_by or technology.status == "retired":
            continue
        if not (_successors(strategy, technology) and _has_no_end(technology)):  # else nothing-switched-off says it
            message = f"{technology.id!r} is legacy and has no end; say under 'retire_by' when it goes"
            yield Fault(technology.at("retire_by"), message, "a quarter or a year will do: 2028-Q1, FY2027-28")


def nothing_switched_off(strategy: Strategy) -> Iterator[Fault]:
    """Technology that something new replaces, and that has no end: no `retire_by`, no end of a contract.

    Why: two systems cost more than one, and whoever may keep the old one will.

    Bad:
        # technology.yaml
        - id: letter-system
          status: planned
          replaces: letter-printer
          …
        - id: letter-printer  # <-
          …

    Good:
        - id: letter-printer
          retire_by: 2028-03

    Source: NHS Providers, Building a digital strategy (2021), on switching things off.
    """
    for technology in strategy.technology.values():
        new = _successors(strategy, technology)
        if new and _has_no_end(technology):
            related = tuple(Related(one.at("replaces"), f"replaced by {one.id!r}") for one in new)
            message = f"{new[0].id!r} replaces {technology.id!r}, which has no end; add 'retire_by'"
            yield Fault(technology.at("retire_by"), message, "say when the old one is switched off", related)


def _successors(strategy: Strategy, technology: Technology) -> list[Technology]:
    """Give what replaces something and is not gone itself; a circle is another rule's business."""
    found: tuple[Technology, ...] = strategy.linking_to(technology, "technology", "replaces")
    return [one for one in found if one is not technology and one.status != "retired"]


def _has_no_end(technology: Technology) -> bool:
    """Tell whether nothing says when it goes, and it is not gone."""
    ends = technology.retire_by or (technology.contract and technology.contract.ends)
    return not ends and technology.status != "retired"


def contract_end_undecided(strategy: Strategy) -> Iterator[Fault]:
    """A contract that ends within the strategy's period, with no decision or initiative about what comes then.

    Why: who decides late renews, at the supplier's price. A decision that is still awaited will do.

    Bad:
        # technology.yaml
        - id: letter-system
          contract: {from: 2024-04, ends: 2028-03}  # <-
          …

    Good:
          contract: {from: 2024-04, ends: 2029-06}

    Source: NHS Providers, Building a digital strategy (2021), on decisions already made, contracts among them.
    """
    period = strategy.manifest.period
    if period is None or not strategy.is_whole("decisions", "initiatives"):
        return
    misspelt = meant(strategy, "technology")
    left = [
        one
        for one in strategy.technology.values()
        if (ends := one.contract and one.contract.ends)
        and period.first <= ends.last <= period.last
        and not (one.id in misspelt or _is_settled(strategy, one))
    ]
    for technology in without_strays(strategy, "technology", left):
        ends = technology.contract and technology.contract.ends
        message = f"the contract of {technology.id!r} ends {ends}; decide what then"
        help = "name it under 'technology' in a decision or an initiative, or say when it goes under 'retire_by'"
        yield Fault(technology.at("contract", "ends"), message, help)


def _is_settled(strategy: Strategy, technology: Technology) -> bool:
    """Tell whether it goes, or some decision or initiative is about it, or something comes in its place."""
    if technology.retire_by or technology.status == "retired":
        return True
    about = (strategy.linking_to(technology, name) for name in ("decisions", "initiatives"))
    return any(about) or bool(_successors(strategy, technology))
