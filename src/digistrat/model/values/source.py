"""Where something is known from: a text, or a document with its address and date."""

from typing import Annotated, Any

from digistrat.model.part import Part
from digistrat.model.values.date import DateField
from digistrat.model.values.field import Lengthened
from digistrat.model.values.text import Text, Url


class Reference(Part):
    """Something one can look up."""

    title: Text | None = None
    url: Url | None = None
    date: DateField | None = None
    note: Text | None = None


def _titled(value: Any) -> Any:
    return {"title": value} if isinstance(value, str) else value


Source = Annotated[Reference, Lengthened(_titled)]
Evidence = Source
