"""delivery.yaml: how the work keeps going: meetings, what the organisation changes, skills, and telling people."""

from typing import Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.owner import Owners
from digistrat.model.values.text import Many, Text, Url

MeetingKind = Literal["show-and-tell", "progress-review", "reprioritisation", "strategy-review"]


class Meeting(Part):
    """A meeting that comes back, when it last was and when it is next."""

    kind: MeetingKind | None = None
    every: DurationField | None = None
    last: DateField | None = None
    next: DateField | None = None
    who: Text | None = None


class OrganisationChange(Part):
    """What the organisation itself does in another way than before."""

    area: Literal["planning", "incentives", "finance", "governance", "procurement", "culture", "skills"] | None = None
    today: Text | None = None
    then: Text | None = None
    by: DateField | None = None
    owner: Owners = ()


class Skill(Part):
    """What people in a role need to learn, and how."""

    role: Text | None = None
    needs: Many[Text] = ()
    plan: Text | None = None
    by: DateField | None = None


class Version(Part):
    """A form in which the strategy is told to people."""

    form: Literal["web", "poster", "talk", "slides", "audio", "blog", "video"] | None = None
    audience: Text | None = None
    url: Url | None = None
    by: DateField | None = None


class Delivery(Single):
    """What delivery.yaml says."""

    rhythm: Many[Meeting] = ()
    changes: Many[OrganisationChange] = ()
    skills: Many[Skill] = ()
    communication: Many[Version] = ()
