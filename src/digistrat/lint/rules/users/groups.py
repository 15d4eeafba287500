"""Rules about whom the strategy is for, and whom anybody asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy

SERVED = frozenset(["patient", "carer", "public", "service-user", "business"])
STAFF = frozenset(["clinician", "staff"])
_SIDES = {"the patients' or the public's side": SERVED, "the staff's side": STAFF}


def missing_user_group(strategy: Strategy) -> Iterator[Fault]:
    """A strategy without a user group on the side of patients and the public, or without one on the side of staff.

    Partners are on neither side. A group that does not say its kind could be on either.

    Why: a strategy for one side leaves it to the other to find out what it will cost them.

    Bad:
        # users.yaml  # <-
        - {id: patients, name: Patients, kind: patient, reach: mainstream}
        - {id: deaf-patients, name: Patients who cannot hear, kind: patient, within: patients, reach: specific}

    Good:
        # users.yaml
        - {id: patients, name: Patients, kind: patient, reach: mainstream}
        - {id: deaf-patients, name: Patients who cannot hear, kind: patient, within: patients, reach: specific}
        - {id: ward-staff, name: Ward staff, kind: staff, reach: mainstream}

    Source: NHS Providers, Building a digital strategy (2021), on user groups.
    """
    if not strategy.is_whole("users"):
        return
    kinds = {user.kind for user in strategy.users.values()}
    missing = [] if None in kinds else [side for side, of_it in _SIDES.items() if not kinds & of_it]
    if len(missing) == 1:
        yield Fault(strategy.home("users"), f"no user group is on {missing[0]}; add one to users.yaml")
    elif missing:
        message = "no user group stands for patients or the public, and none for staff; add them to users.yaml"
        yield Fault(strategy.home("users"), message, "each with a name, a kind, and what they need")


def usual_voices(strategy: Strategy) -> Iterator[Fault]:
    """No user group with specific needs; or several studies, and all of them by one method.

    Why: whoever is easiest to ask is asked by everybody, and always in the same way.

    Bad:
        # users.yaml  # <-
        - {id: patients, name: Patients, kind: patient, reach: mainstream}
        - {id: ward-staff, name: Ward staff, kind: staff, reach: mainstream}

    Good:
        # users.yaml
        - {id: patients, name: Patients, kind: patient, reach: mainstream}
        - {id: deaf-patients, name: Patients who cannot hear, kind: patient, within: patients, reach: specific}
        - {id: ward-staff, name: Ward staff, kind: staff, reach: mainstream}

    Source: NHS Providers, Building a digital strategy (2021), on user research.
    """
    reaches = {user.reach for user in strategy.users.values()}
    if strategy.is_whole("users") and reaches == {"mainstream"}:
        help = "people who cannot hear, go online or read English, say; 'reach: specific'"
        yield Fault(strategy.home("users"), "no user group has specific needs; add one that has", help)
    yield from _one_method(strategy)


def _one_method(strategy: Strategy) -> Iterator[Fault]:
    """Say that all studies were done in one way; one that does not say how could be another."""
    studies = list(strategy.research.values())
    methods = {method for study in studies for method in study.method}
    if len(studies) > 1 and strategy.is_whole("research") and len(methods) == 1 and all(one.method for one in studies):
        (method,) = methods
        help = "a survey tells what people say; watching them tells what they do" if method == "survey" else ""
        message = f"all {len(studies)} studies were done by one method, {method!r}; try another"
        yield Fault(studies[-1].at("method"), message, help)
