"""Where something is known from: a text, or a document with its address and date."""

from typing import Annotated, Any

from digistrat.model.part import Part
from digistrat.model.values.date import DateField
from digistrat.model.values.field import TEXT, Lengthened
from digistrat.model.values.text import Text, Url


class Reference(Part):
    """Something one can look up."""

    title: Text | None = None
    """What it is called.

    Example: Outpatient activity report
    """
    url: Url | None = None
    """Where it can be read: a web address, or a file in the strategy's folder.

    Example: https://www.northmoor.example/board-papers/outpatients
    """
    date: DateField | None = None
    """When it was written or published.

    Example: 2026-05
    """
    note: Text | None = None
    """What a reader should know about it.

    Example: Table 3 counts both hospitals
    """


def _titled(value: Any) -> Any:
    return {"title": value} if isinstance(value, str) else value


Source = Annotated[Reference, Lengthened(_titled, json=TEXT)]
Evidence = Source
