"""system.yaml: the wider system this organisation belongs to, and where it stands on what they share."""

from typing import Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToInitiative
from digistrat.model.values.owner import Owners
from digistrat.model.values.text import Many, Text, Url

TopicName = Literal[
    "focus", "investment", "inequalities", "patient-experience", "silos", "interoperability", "shared-care-record",
    "shared-capability", "governance", "digital-literacy", "analytics", "citizen-channels",
]  # fmt: skip


class SystemPlan(Part):
    """The system's own plan."""

    title: Text | None = None
    url: Url | None = None


class Topic(Part):
    """A matter that several organisations share: our position, with whom, who answers for it, by when."""

    topic: TopicName | None = None
    level: Literal["organisation", "system", "both"] | None = None
    position: Text | None = None
    partners: Many[Text] = ()
    owner: Owners = ()
    by: DateField | None = None
    initiatives: Many[ToInitiative] = ()


class System(Single):
    """What system.yaml says."""

    name: Text | None = None
    plan: SystemPlan | None = None
    sro: Owners = ()
    topics: Many[Topic] = ()
