"""engagement.yaml: how people are reached, heard and answered, for how long, and with what."""

from typing import ClassVar, Literal

from pydantic import Field

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.link import ToMeasure, ToOutcome, ToUser
from digistrat.model.values.number import Number
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.text import Id, Many, Text

Extent = Literal["high", "medium", "low"]


class Objective(Part):
    """What engaging people is for, and which process takes up what they say."""

    title: Text | None = None
    """What should come of it.

    Example: People who are not online help to shape every service that goes online
    """
    supports: Many[ToOutcome] = ()
    """Outcomes that it helps.

    Example: [shorter-waits]
    """
    measures: Many[ToMeasure] = ()
    """Measures that show whether it works.

    Example: [people-taking-part]
    """
    process: Text | None = None
    """Where what people say is taken up.

    Example: No service opens before the village panel has tried it
    """


class Audience(Part):
    """People one wants to reach: where they already meet, what they want, and what they are offered."""

    group: Text | None = None
    """Who they are.

    Example: People over 70 in the hill villages
    """
    users: Many[ToUser] = ()
    """User groups that they belong to.

    Example: [offline-patients]
    """
    why: Text | None = None
    """Why it matters to reach them.

    Example: They see us most often and are heard least
    """
    size: QuantityField | None = None
    """How many people they are.

    Example: about 9,000
    """
    gathers_at: Many[Text] = ()
    """Where they already meet.

    Example: [Village halls, The mobile library, The Thursday market]
    """
    wants: Many[Text] = ()
    """What they want of us.

    Example: [A person who knows what was said last time]
    """
    offer: Many[Text] = ()
    """What we offer them.

    Example: [A visit each month, and an answer at the next one]
    """


class Stakeholder(Part):
    """Somebody whose interest or influence counts, and how they are approached."""

    who: Text | None = None
    """Who it is: a group or an office.

    Example: Healthwatch Northmoor
    """
    interest: Extent | None = None
    """How much the strategy matters to them."""
    influence: Extent | None = None
    """How much depends on them."""
    approach: Text | None = None
    """How they are approached.

    Example: They chair the village panel
    """


class Means(Part):
    """What engagement is done with, and for how long it lasts."""

    what: Text | None = None
    """What or whom it is done with.

    Example: Two people who visit and write back
    """
    kind: Literal["staff", "money", "tool", "partner"] | None = None
    """What sort of resource it is."""
    hours_per_week: Number | None = None
    """How many hours a week it gives.

    Example: 30
    """
    until: DateField | None = None
    """How long it lasts.

    Example: 2029-03
    """
    owner: Owners = ()
    """Who answers for it.

    Example: Director of communications
    """


class Listening(Part):
    """From when and how one listens."""

    start: DateField | None = Field(default=None, alias="from")
    """When listening begins.

    Example: 2025-09
    """
    how: Text | None = None
    """How one listens.

    Example: Waiting rooms, village visits, and every complaint read in full
    """


class Answering(Part):
    """How soon people get an answer, and from whom."""

    within: DurationField | None = None
    """How soon people get an answer.

    Example: 5 days
    """
    owner: Owners = ()
    """Who answers them.

    Example: Director of communications
    """


class Trying(Part):
    """A small thing that was tried: when, with what result, and what came next."""

    id: Id | None = None
    """Its short name in links.

    Example: tea-in-the-hall
    """
    tried: Text | None = None
    """What was tried.

    Example: Tea in a village hall on market day, in place of an evening meeting
    """
    date: DateField | None = None
    """When it was tried.

    Example: 2026-05
    """
    result: Text | None = None
    """What came of it.

    Example: 23 people came, four of whom had come to the evening meeting
    """
    next: Text | None = None
    """What follows from it.

    Example: Four halls, each once a month
    """


class Privacy(Part):
    """Why listening is lawful, and where people are told about it."""

    lawful_basis: Text | None = None
    """Why the law allows it.

    Example: Public task, article 6(1)(e) of the data protection law
    """
    notice: Text | None = None
    """Where people are told about it.

    Example: https://www.northmoor.example/privacy/listening
    """


class Engagement(Single):
    """How people are reached, heard and answered, for how long, and with what."""

    good: ClassVar[tuple[str, ...]] = (
        "objectives", "starts", "people", "stakeholders", "resources", "listen", "respond", "measures",
        "privacy",
    )  # fmt: skip

    objectives: Many[Objective] = ()
    """What engaging people is for, and where what they say is taken up.

    Example: {title: People who are not online help to shape services, supports: shorter-waits, measures: people-taking-part}
    """
    starts: DateField | None = None
    """When we begin to speak to people; listening comes first.

    Example: 2026-05-04
    """
    people: Many[Audience] = ()
    """Whom we want to reach, where they already meet, and what we offer them.

    Example: {group: People over 70 in the hill villages, users: offline-patients, size: about 9k, gathers_at: Village halls, offer: A visit each month}
    """
    stakeholders: Many[Stakeholder] = ()
    """Whose interest or influence counts, and how they are approached.

    Example: {who: Healthwatch Northmoor, interest: high, influence: medium, approach: They chair the village panel}
    """
    resources: Many[Means] = ()
    """What engagement is done with, and for how long that lasts.

    Example: {what: Two people who visit and write back, kind: staff, hours_per_week: 30, until: 2029-03, owner: Director of communications}
    """
    policy: Text | None = None
    """What staff may say in public.

    Example: Staff may write about their work in their own name. Our guidance is one page.
    """
    listen: Listening | None = None
    """From when and how we listen.

    Example: {from: 2025-09, how: Waiting rooms and every complaint read in full}
    """
    respond: Answering | None = None
    """How soon people get an answer, and from whom.

    Example: {within: 5 days, owner: Director of communications}
    """
    measures: Many[ToMeasure] = ()
    """Measures that show whether engagement works.

    Example: [people-taking-part, comments-answered]
    """
    experiments: Many[Trying] = ()
    """Small things that were tried, and what came of them.

    Example: {id: tea-in-the-hall, tried: Tea in a village hall on market day, date: 2026-05, result: 23 people came, next: Four halls a month}
    """
    privacy: Privacy | None = None
    """Why listening is lawful, and where people are told about it.

    Example: {lawful_basis: Public task, notice: "https://www.northmoor.example/privacy/listening"}
    """
