"""The glossary: words that not every reader knows, and what they mean here."""

from typing import ClassVar

from digistrat.model.record import Record
from digistrat.model.values.text import Text


class Term(Record):
    """A word or phrase; `short` is its acronym. The id comes from the term where none is written."""

    collection: ClassVar[str] = "glossary"
    named_by: ClassVar[str] = "term"
    id_from: ClassVar[str] = "term"

    term: Text
    means: Text | None = None
    short: Text | None = None
