"""Rules about needs: how is each known, and does anything meet it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.lint.doubt import meant, without_strays
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.research import Research
    from digistrat.model.kinds.user import Need
    from digistrat.model.strategy import Strategy


def need_without_evidence(strategy: Strategy) -> Iterator[Fault]:
    """A need that nothing supports: neither evidence of its own nor a study that names it.

    Why: everybody is sure of what others need, and often wrong.

    Bad:
        # users/carers.yaml
        name: Carers
        kind: carer
        reach: mainstream
        needs:
          - {id: hear-from-us, need: Hear what was decided, observed: true, services: letters}  # <-
        # services.yaml
        - id: letters
          …

    Good:
          - {id: hear-from-us, need: Hear what was decided, observed: true, services: letters, evidence: Nine interviews}

    Source: NHS Providers, Building a digital strategy (2021), on user needs.
    """
    if not strategy.is_whole("research"):
        return
    for need in strategy.needs.values():
        if not need.evidence and not strategy.linking_to(need, "research", "needs"):
            message = f"nothing says how the need {need.key!r} is known; add 'evidence'"
            yield Fault(need.at("evidence"), message, "a study, a count or a complaint; or a study names the need")


def unserved_need(strategy: Strategy) -> Iterator[Fault]:
    """A need that no service and no initiative meets.

    A retired service and an initiative that was given up meet nothing. Where neither services nor initiatives are
    written yet, nothing is said.

    Why: somebody asked people what they need, and then nobody did anything about it.

    Bad:
        # users/carers.yaml
        name: Carers
        kind: carer
        reach: mainstream
        needs:
          - {id: hear-from-us, need: Hear what was decided, observed: true, evidence: Nine interviews}  # <-
        # services.yaml
        - id: letters
          …

    Good:
          - {id: hear-from-us, need: Hear what was decided, observed: true, evidence: Nine interviews, services: letters}
    """
    if not (strategy.services or strategy.initiatives) or not strategy.is_whole("initiatives"):
        return
    misspelt = meant(strategy, "needs")
    left = [one for one in strategy.needs.values() if not (_is_served(strategy, one) or misspelt & {one.key, one.id})]
    for need in without_strays(strategy, "needs", left):
        message = f"need {need.key!r} is met by no service and no initiative; name one"
        yield Fault(need.at("services"), message, "under 'services' here, or the need under 'needs' in an initiative")


def _is_served(strategy: Strategy, need: Need) -> bool:
    """Tell whether something meets a need; a service that nobody knows may."""
    services = (strategy.find("services", id) for id in need.services)
    if any(service is None or service.status != "retired" for service in services):
        return True
    work: tuple[Initiative, ...] = strategy.linking_to(need, "initiatives", "needs")
    return any(not is_given_up(strategy, initiative) for initiative in work)


_WATCHED = frozenset(["shadowing", "usability-test"])


def unobserved_needs(strategy: Strategy) -> Iterator[Fault]:
    """Needs of which nobody has watched a single one.

    A need says `observed: true`, or a study by shadowing or by a usability test names it.

    Why: people say what they want. What they need one sees when they try.

    Bad:
        # users/carers.yaml
        name: Carers
        kind: carer
        reach: mainstream
        needs:
          - {id: hear-from-us, need: Hear what was decided, evidence: Nine letters, services: letters, observed: false}  # <-
        # services.yaml
        - id: letters
          …

    Good:
          - {id: hear-from-us, need: Hear what was decided, evidence: Nine visits, services: letters, observed: true}

    Source: NHS Providers, Building a digital strategy (2021), on observed needs.
    """
    needs = list(strategy.needs.values())
    # Needs without any evidence are told so one by one.
    known = [need for need in needs if need.evidence or strategy.linking_to(need, "research", "needs")]
    if known and strategy.is_whole("users", "research") and not any(_is_observed(strategy, need) for need in needs):
        help = "spend a morning where people try, and write 'observed: true'"
        yield Fault(known[0].at("observed"), "no need was observed; watch people before you decide", help)


def _is_observed(strategy: Strategy, need: Need) -> bool:
    studies: tuple[Research, ...] = strategy.linking_to(need, "research", "needs")
    return bool(need.observed) or any(_WATCHED & set(study.method) for study in studies)
