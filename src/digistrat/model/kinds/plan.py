"""plan.yaml: the plan that somebody accepted: what is done when, and what is not done now."""

from typing import ClassVar

from digistrat.model.kinds.manifest import Approval
from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToInitiative
from digistrat.model.values.text import Many, Text


class Chosen(Part):
    """An initiative and the first and last quarter of its work."""

    initiative: ToInitiative | None = None
    """The work that is done.

    Example: online-booking
    """
    start: DateField | None = None
    """The first quarter of the work.

    Example: 2027-Q1
    """
    finish: DateField | None = None
    """The last quarter of the work.

    Example: 2027-Q3
    """


class NotNow(Part):
    """An initiative that the plan leaves out, and why."""

    initiative: ToInitiative | None = None
    """The work that is left out.

    Example: patient-app
    """
    reason: Text | None = None
    """Why it is not done now.

    Example: The integration team is 12 weeks short in the spring of 2027
    """


class AcceptedPlan(Single):
    """The plan that somebody accepted: which initiatives are done when, and which are not done now."""

    good: ClassVar[tuple[str, ...]] = ("accepted", "chosen", "not_now")

    accepted: Approval | None = None
    """Who accepted the plan, and when.

    Example: {by: Trust board, date: 2026-10-08}
    """
    chosen: Many[Chosen] = ()
    """What is done, with the first and the last quarter of its work.

    Example: [{initiative: online-booking, start: 2027-Q1, finish: 2027-Q3}]
    """
    not_now: Many[NotNow] = ()
    """What is not done now, and why.

    Example: [{initiative: patient-app, reason: The integration team has no weeks left}]
    """
