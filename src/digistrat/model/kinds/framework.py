"""frameworks/ID.yaml: what somebody outside expects, as a list to answer or a scale to stand on."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.source import Source
from digistrat.model.values.text import Id, Many, Text


class ItemGroup(Part):
    """Items that belong together."""

    id: Id
    """The short name that items use for it.

    Example: getting-in-touch
    """
    title: Text | None = None
    """The heading that readers see.

    Example: Getting in touch
    """


class ItemTarget(Part):
    """A number that is expected, and by when."""

    value: QuantityField | None = None
    """The number that is expected, in its unit.

    Example: 80
    """
    unit: Text | None = None
    """What the number counts.

    Example: "%"
    """
    of: Text | None = None
    """What it is a percentage of.

    Example: calls to the booking line
    """
    by: DateField | None = None
    """When it should be reached.

    Example: 2026-10
    """


class Item(Part):
    """One thing that is expected, and of whom."""

    id: Id
    """The short name that answers use for it.

    Example: answer-the-phone
    """
    group: Text | None = None
    """The group it stands in, by its id.

    Example: getting-in-touch
    """
    title: Text | None = None
    """What it is called.

    Example: Answer the phone
    """
    asks: Text | None = None
    """What is expected, in a sentence.

    Example: Calls to the booking line are answered within three minutes
    """
    asked_of: Many[Text] = ()
    """The kinds of organisation of which it is expected.

    Example: [nhs-trust]
    """
    due: DateField | None = None
    """When it is to be met.

    Example: 2026-10
    """
    targets: Many[ItemTarget] = ()
    """Numbers that are expected, and by when.

    Example: {value: 80, unit: "%", of: calls to the booking line, by: 2026-10}
    """


class ScaleLevel(Part):
    """A step of a scale, a word or a number, and what it means."""

    level: Text | None = None
    """The step's name, a word or a number.

    Example: 2
    """
    means: Text | None = None
    """What it is like to stand there.

    Example: A few online services, each made by a team of its own
    """


class Framework(Single):
    """What somebody outside expects, as a list to answer or a scale; its id is the file's name where none is given."""

    named_by_file: ClassVar[str] = "id"
    good: ClassVar[tuple[str, ...]] = (
        "kind", "source", "licence", "published", "applies_to", "groups", "items", "levels",
    )  # fmt: skip

    id: Id = ""
    """The short name that answers and assessments use for it; the file's name if left out.

    Example: patient-promises
    """
    title: Text | None = None
    """What it is called.

    Example: Six things that the patient council asks for
    """
    kind: Literal["checklist", "scale"] | None = None
    """Whether it is a list to answer or a scale to stand on.

    Example: checklist
    """
    source: Many[Source] = ()
    """Where it comes from.

    Example: {title: Minutes of the patient council, date: 2026-01-22}
    """
    licence: Text | None = None
    """On what terms it may be used.

    Example: Open Government Licence v3.0
    """
    published: DateField | None = None
    """When it was published.

    Example: 2026-01-22
    """
    expires: DateField | None = None
    """When it no longer counts: the last day of what is written.

    Example: 2029-03
    """
    replaced_by: Text | None = None
    """What has taken its place.

    Example: The patient council's list of 2029
    """
    applies_to: Many[Text] = ()
    """The kinds of organisation that it is meant for.

    Example: [nhs-trust, integrated-care-system]
    """
    groups: Many[ItemGroup] = ()
    """Headings under which its items stand.

    Example: [{id: getting-in-touch, title: Getting in touch}]
    """
    items: Many[Item] = ()
    """What it expects, one by one.

    Example: [{id: answer-the-phone, group: getting-in-touch, title: Answer the phone, asks: Calls are answered within three minutes}]
    """
    levels: Many[ScaleLevel] = ()
    """The steps of a scale, the lowest first.

    Example: [{level: 1, means: Nobody answers for it}, {level: 2, means: Some teams have begun}]
    """

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        """Find an item by its id; of two the first counts."""
        return {item.id: item for item in reversed(self.items)}

    @cached_property
    def level_by_word(self) -> Mapping[str, ScaleLevel]:
        """Find a step by its word as `folded` writes it, or by its number from 1, a word before a number."""
        numbered = {str(number): level for number, level in enumerate(self.levels, 1)}
        return numbered | {folded(level.level): level for level in reversed(self.levels) if level.level}


def folded(text: str) -> str:
    """Write a word so that `New ways`, `new_ways` and `new-ways` are one."""
    return re.sub(r"[\s_-]+", "-", text.strip().lower())
