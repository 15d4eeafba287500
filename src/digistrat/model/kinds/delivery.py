"""delivery.yaml: how the work keeps going: meetings, what the organisation changes, skills, and telling people."""

from typing import ClassVar, Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import DeadlineField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.owner import Owners
from digistrat.model.values.text import Many, Text, Url

MeetingKind = Literal["show-and-tell", "progress-review", "reprioritisation", "strategy-review"]


class Meeting(Part):
    """A meeting that comes back, when it last was and when it is next."""

    kind: MeetingKind | None = None
    """What the meeting is for."""
    every: DurationField | None = None
    """How often it comes back.

    Example: 2 weeks
    """
    last: DateField | None = None
    """When it last was.

    Example: 2026-11-12
    """
    next: DateField | None = None
    """When it is next.

    Example: 2026-11-26
    """
    who: Text | None = None
    """Who comes.

    Example: Owners of the commitments, with the chief executive in the chair
    """


class OrganisationChange(Part):
    """What the organisation itself does in another way than before."""

    area: Literal["planning", "incentives", "finance", "governance", "procurement", "culture", "skills"] | None = None
    """Which of the organisation's own habits changes."""
    today: Text | None = None
    """How it is done now.

    Example: Money is given to a project for three years at once
    """
    then: Text | None = None
    """How it will be done.

    Example: Money is given in steps, and the next follows when users say that the last one works
    """
    by: DeadlineField | None = None
    """When it will be done so.

    Example: 2027-04
    """
    owner: Owners = ()
    """Who answers for the change.

    Example: Director of finance
    """


class Skill(Part):
    """What people in a role need to learn, and how."""

    role: Text | None = None
    """Whose skills they are.

    Example: Ward managers
    """
    needs: Many[Text] = ()
    """What they need to be able to do.

    Example: [Read a chart, Ask a good question of a supplier]
    """
    plan: Text | None = None
    """How they will learn it.

    Example: A half-day for each of the 31, on their own ward's figures
    """
    by: DeadlineField | None = None
    """When they will have learned it.

    Example: 2027-12
    """


class Version(Part):
    """A form in which the strategy is told to people."""

    form: Literal["web", "poster", "talk", "slides", "audio", "blog", "video"] | None = None
    """The form in which it is told."""
    audience: Text | None = None
    """For whom it is made.

    Example: Patients in waiting rooms
    """
    url: Url | None = None
    """Where it can be found.

    Example: https://www.northmoor.example/strategy/listen
    """
    by: DeadlineField | None = None
    """When it is there.

    Example: 2026-05
    """


class Delivery(Single):
    """How the work is kept going: meetings, what the organisation changes in itself, skills, and telling people."""

    good: ClassVar[tuple[str, ...]] = ("rhythm", "changes", "skills", "communication")

    rhythm: Many[Meeting] = ()
    """Meetings that come back, when they last were and when they are next.

    Example: {kind: progress-review, every: monthly, last: 2026-11-05, next: 2026-12-03, who: Owners of the commitments}
    """
    changes: Many[OrganisationChange] = ()
    """What the organisation itself does in another way than before.

    Example: {area: finance, today: Money is given for three years, then: Money is given in steps, by: 2027-04, owner: Director of finance}
    """
    skills: Many[Skill] = ()
    """What people need to learn, and how.

    Example: {role: Ward managers, needs: Read a chart, plan: A half-day on their own ward's figures, by: 2027-12}
    """
    communication: Many[Version] = ()
    """The forms in which people are told about the strategy.

    Example: {form: poster, audience: Patients in waiting rooms, by: 2026-05}
    """
