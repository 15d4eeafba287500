"""system.yaml: the wider system this organisation belongs to, and where it stands on what they share."""

from typing import ClassVar, Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.deadline import DeadlineField
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
    """What it is called.

    Example: Digital plan of the integrated care system
    """
    url: Url | None = None
    """Where it can be read.

    Example: https://www.northmoor-ics.example/digital-plan
    """


class Topic(Part):
    """A matter that several organisations share: our position, with whom, who answers for it, by when."""

    topic: TopicName | None = None
    """Which of the shared matters it is."""
    level: Literal["organisation", "system", "both"] | None = None
    """Whether it is settled by the organisation, by the system or by both."""
    position: Text | None = None
    """Where we stand on it.

    Example: People have one place to go online, the NHS App, and we run no second one
    """
    partners: Many[Text] = ()
    """The organisations with which it is shared.

    Example: [Northmoor Council, Northmoor family doctors]
    """
    owner: Owners = ()
    """Who answers for it here.

    Example: Chief nurse
    """
    by: DeadlineField | None = None
    """When it is to be settled.

    Example: 2027-09
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that work on it.

    Example: [online-booking]
    """


class System(Single):
    """The wider system that the organisation belongs to, and where it stands on what they share."""

    good: ClassVar[tuple[str, ...]] = ("plan", "sro", "topics")

    name: Text | None = None
    """What the system is called.

    Example: Northmoor integrated care system
    """
    plan: SystemPlan | None = None
    """The system's own plan.

    Example: {title: Digital plan of the integrated care system, url: "https://www.northmoor-ics.example/digital-plan"}
    """
    sro: Owners = ()
    """The senior responsible owner: who answers for the system's digital work.

    Example: Medical director of the integrated care board
    """
    topics: Many[Topic] = ()
    """Where we stand on each matter that the system shares.

    Example: {topic: citizen-channels, level: system, position: We use the NHS App, owner: Chief nurse, by: 2027-09}
    """
