"""Principles: how to choose when two good things cannot both be had."""

from typing import ClassVar

from digistrat.model.record import Record
from digistrat.model.values.text import Many, Text


class Principle(Record):
    """A rule for choosing; `even_over` names the good thing it is chosen over."""

    collection: ClassVar[str] = "principles"
    good: ClassVar[tuple[str, ...]] = ("means", "we_will", "we_will_not", "even_over")

    title: Text
    """The rule, short enough to be quoted.

    Example: Every door stays open
    """
    means: Text | None = None
    """What it means, in a sentence or two.

    Example: Online is the quickest door, and the phone and the desk lead to the same place
    """
    we_will: Many[Text] = ()
    """What we do because of it.

    Example: [Give every online service a route for people who cannot use it]
    """
    we_will_not: Many[Text] = ()
    """What we no longer do because of it, though we might like to.

    Example: [Make anyone wait longer because they rang or came in person]
    """
    even_over: Many[Text] = ()
    """The good thing that it is chosen over.

    Example: [The saving from closing a phone line]
    """
