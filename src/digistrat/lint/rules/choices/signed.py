"""Rules about who lets work go ahead: is it signed off where it has to be, and does no decision rule it out?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.live import is_live
from digistrat.lint.rules.choices.dependencies import place_of_yes
from digistrat.read.fault import Fault, Related
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.decision import Decision
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


def unsigned_work(strategy: Strategy) -> Iterator[Fault]:
    """Work in progress that the role named in the manifest under `lint.sign_off` has not signed off.

    Why: the role is there so that nobody is harmed by what was started in a hurry.

    Bad:
        # strategy.yaml
        lint: {sign_off: Clinical safety lead}
        …
        # initiatives.yaml
        - id: e-letters  # <-
          status: in-progress
          …

    Good:
        - id: e-letters
          sign_off: {role: Clinical safety lead, date: 2026-09-14}

    Source: NHS Providers, Building a digital strategy (2021), on clinical sign-off.
    """
    wanted = strategy.manifest.lint.sign_off
    for initiative in strategy.initiatives.values() if wanted else ():
        if initiative.status == "in-progress" and wanted:
            field, lacking = _lacks(strategy, initiative, wanted)
            if lacking:
                message = f"{initiative.id!r} is in progress and {lacking}"
                help = f"sign_off: {{role: {wanted}, date: …}}"
                yield Fault(initiative.at("sign_off", *field), message, help)


def _lacks(strategy: Strategy, initiative: Initiative, wanted: str) -> tuple[tuple[str, ...], str]:
    """Say what a sign-off lacks, and in which field; a role left out is the one that is asked for."""
    signed = initiative.sign_off
    if signed is None:
        return (), "not signed off; add 'sign_off'"
    if signed.role and one_line(signed.role).casefold() != one_line(wanted).casefold():
        return ("role",), "signed off by another role than the manifest names"
    if signed.date is None:
        return ("date",), "its sign-off has no date; add it"
    if signed.date.first > strategy.as_of:
        return ("date",), f"its sign-off lies ahead ({signed.date})"
    return (), ""


def decided_against(strategy: Strategy) -> Iterator[Fault]:
    """Chosen work that a decision rules out which can no longer be changed.

    Why: money and people go into work that is not going to be allowed.

    Bad:
        # initiatives.yaml
        - id: e-letters
          choice: {decision: will, reason: The biggest delay we can end}  # <-
          …
        - id: letters-for-the-region
          must_do: true
          …
        # decisions.yaml
        - id: one-letter-service
          can_change: false
          rules_out: e-letters
          …

    Good:
        choice: {decision: will-not, reason: The region's letter service comes first}
    """
    for initiative in strategy.initiatives.values():
        decisions = strategy.linking_to(initiative, "decisions", "rules_out") if is_live(strategy, initiative) else ()
        final = [one for one in decisions if not one.can_change and _holds(strategy, one)]
        if final:
            related = tuple(Related(one.at("rules_out"), f"{one.id!r} rules it out") for one in final)
            message = f"{initiative.id!r} is chosen, but {final[0].id!r} rules it out; choose 'will-not'"
            yield Fault(place_of_yes(initiative), message, "the decision says that it cannot change", related)


def _holds(strategy: Strategy, decision: Decision) -> bool:
    """Tell whether a decision is made and has not run out."""
    made, until = decision.made, decision.until
    return not (made and made.first > strategy.as_of) and not (until and until.last < strategy.as_of)
