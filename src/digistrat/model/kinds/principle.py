"""Principles: how to choose when two good things cannot both be had."""

from typing import ClassVar

from digistrat.model.record import Record
from digistrat.model.values.text import Many, Text


class Principle(Record):
    """A rule for choosing; `even_over` names the good thing it is chosen over."""

    collection: ClassVar[str] = "principles"

    title: Text
    means: Text | None = None
    we_will: Many[Text] = ()
    we_will_not: Many[Text] = ()
    even_over: Many[Text] = ()
