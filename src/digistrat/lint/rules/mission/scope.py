"""Rules about what is left out: does the strategy say no to anything, and does it keep to that?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.refusals import ruled_out
from digistrat.lint.doubt import is_in_doubt
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref


def nothing_ruled_out(strategy: Strategy) -> Iterator[Fault]:
    """A strategy that says no to nothing: nothing out of scope, nothing it will not do, nothing put off.

    Why: whoever does everything has chosen nothing, and all of it will be late.

    Bad:
        # strategy.yaml
        {format: 1, title: Digital strategy, organisation: {name: Example Trust}, owner: Trust board,
         period: {from: 2026-04, to: 2029-03}, status: approved, next_review: 2027-03}
        # mission.yaml
        mission: Nobody waits for care because a message did  # <-
        context: Two hospitals that lie an hour apart
        case_for_change: Four letters in ten arrive after the patient
        outcomes: {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}

    Good:
        mission: Nobody waits for care because a message did
        will_not: {what: Make an app of our own, why: Most of our patients have one already}

    Source: NHS Providers, Building a digital strategy (2021), on saying what will not be done.
    """
    manifest, mission = strategy.manifest, strategy.mission
    if mission is None or not strategy.is_whole("strategy", "mission", "initiatives"):
        return
    if not (manifest.title or manifest.owner or manifest.period):
        return  # where nothing stands yet, reading has spoken
    if is_in_doubt(strategy, mission.at("will_not")) or is_in_doubt(strategy, manifest.at("out_of_scope")):
        return
    said = any(one.what or one.why or one.initiatives for one in mission.will_not)
    left = any(one.what or one.why or one.initiatives for one in manifest.out_of_scope)
    if not (said or left) and not any(one.is_put_aside for one in strategy.initiatives.values()):
        message = "nothing is ruled out; say under 'will_not' what you were asked for and will not do"
        help = "or under 'out_of_scope' in strategy.yaml what you leave to others"
        yield Fault(mission.at("will_not"), message, help)


def out_of_scope_work(strategy: Strategy) -> Iterator[Fault]:
    """Chosen work that the strategy says it will not do, or leaves out of its scope.

    Why: it cannot be both, and readers will believe whichever they read first.

    Bad:
        # mission.yaml
        mission: Nobody waits for care because a message did
        context: Two hospitals that lie an hour apart
        case_for_change: Four letters in ten arrive after the patient
        outcomes: {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}
        will_not: {what: Make an app of our own, why: Most patients have one already, initiatives: our-app}
        # initiatives.yaml
        - id: e-letters
          …
        - id: our-app
          choice: {decision: will, reason: Everybody asks for it}  # <-
          …

    Good:
          choice: {decision: will-not, reason: Most patients have one already}
    """
    excluded = ruled_out(strategy)
    for initiative in strategy.initiatives.values():
        links = excluded.get(initiative.id)
        if not links or not _is_chosen(initiative):
            continue
        message = f"{initiative.id!r} is chosen, and {links[0].field!r} rules it out; change one of the two"
        related = tuple(Related(link.at, f"{link.field!r} names it here") for link in links)
        yield Fault(_chosen_at(initiative), message, "take it out there, or choose again here", related)


def _is_chosen(initiative: Initiative) -> bool:
    return (initiative.is_chosen or initiative.must_do) and initiative.status != "stopped"


def _chosen_at(initiative: Initiative) -> Ref:
    """Give the place that says so: what was decided, else what is being done, else that it has to be."""
    if initiative.choice.decision == "will":
        return initiative.at("choice", "decision")
    return initiative.at("status" if initiative.is_chosen else "must_do")
