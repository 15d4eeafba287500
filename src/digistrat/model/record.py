"""A thing with an id: what every kind that stands in a collection has in common."""

from typing import ClassVar

from digistrat.model.part import Placed
from digistrat.model.values.source import Source
from digistrat.model.values.text import Id, Many


class Record(Placed):
    """A thing with an id."""

    id: Id
    """Its short name in links and page addresses: lower-case letters, digits and hyphens.

    Example: outpatient-booking
    """
    was: Many[Id] = ()
    """Ids it had before, so that old links still lead here.

    Example: [clinic-booking]
    """
    tags: Many[str] = ()
    """Topics it belongs to, for finding and filtering.

    Example: [appointments, waiting-times]
    """
    source: Many[Source] = ()
    """Where what is said here comes from.

    Example: {title: Outpatient activity report, date: 2026-05}
    """

    collection: ClassVar[str]
    named_by: ClassVar[str] = "title"
    one_of: ClassVar[tuple[str, ...]] = ()  # keys of which one is enough
    id_from: ClassVar[str] = ""  # the key an id is made of where none is written

    @property
    def address(self) -> str:
        """Say which record this is: `collection/key`."""
        return f"{self.collection}/{self.key}"

    @property
    def key(self) -> str:
        """Give the key it is found by: its id, or for a need `user-id/need-id`."""
        return self._key

    @property
    def label(self) -> str:
        """Give what people call it."""
        return str(getattr(self, self.named_by) or self.id)
