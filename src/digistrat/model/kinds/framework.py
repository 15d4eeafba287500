"""frameworks/ID.yaml: what somebody outside expects, as a list to answer or a scale to stand on."""

from typing import ClassVar, Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.source import Source
from digistrat.model.values.text import Id, Many, Text


class ItemGroup(Part):
    """Items that belong together."""

    id: Id
    title: Text | None = None


class ItemTarget(Part):
    """A number that is expected, and by when."""

    value: QuantityField | None = None
    unit: Text | None = None
    of: Text | None = None
    by: DateField | None = None


class Item(Part):
    """One thing that is expected, and of whom."""

    id: Id
    group: Text | None = None
    title: Text | None = None
    asks: Text | None = None
    asked_of: Many[Text] = ()
    due: DateField | None = None
    targets: Many[ItemTarget] = ()


class ScaleLevel(Part):
    """A step of a scale, a word or a number, and what it means."""

    level: Text | None = None
    means: Text | None = None


class Framework(Single):
    """What a file in frameworks/ says; its id is the file's name where none is given."""

    named_by_file: ClassVar[str] = "id"

    id: Id = ""
    title: Text | None = None
    kind: Literal["checklist", "scale"] | None = None
    source: Many[Source] = ()
    licence: Text | None = None
    published: DateField | None = None
    expires: DateField | None = None
    replaced_by: Text | None = None
    applies_to: Many[Text] = ()
    groups: Many[ItemGroup] = ()
    items: Many[Item] = ()
    levels: Many[ScaleLevel] = ()
