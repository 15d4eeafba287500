"""The glossary: words that not every reader knows, and what they mean here."""

from typing import ClassVar

from digistrat.model.record import Record
from digistrat.model.values.text import Text


class Term(Record):
    """A word or phrase; `short` is its acronym. The id comes from the term where none is written."""

    collection: ClassVar[str] = "glossary"
    named_by: ClassVar[str] = "term"
    id_from: ClassVar[str] = "term"
    good: ClassVar[tuple[str, ...]] = ("means", "short", "tags", "source")

    term: Text
    """The word or phrase, as it is used here.

    Example: Failure demand
    """
    means: Text | None = None
    """What it means here, in words that everybody knows.

    Example: Contacts that people make because something was not done, or not done right
    """
    short: Text | None = None
    """Its acronym, if it has one.

    Example: FD
    """
