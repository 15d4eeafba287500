"""plan.yaml: the plan that somebody accepted: what is done when, and what is not done now."""

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToInitiative
from digistrat.model.values.text import Many, Text


class Acceptance(Part):
    """Who accepted the plan, and when."""

    by: Text | None = None
    date: DateField | None = None


class Chosen(Part):
    """An initiative and the first and last quarter of its work."""

    initiative: ToInitiative | None = None
    start: DateField | None = None
    finish: DateField | None = None


class NotNow(Part):
    """An initiative that the plan leaves out, and why."""

    initiative: ToInitiative | None = None
    reason: Text | None = None


class AcceptedPlan(Single):
    """What plan.yaml says."""

    accepted: Acceptance | None = None
    chosen: Many[Chosen] = ()
    not_now: Many[NotNow] = ()
