"""A thing with an id: what every kind that stands in a collection has in common."""

from typing import ClassVar

from digistrat.model.part import Placed
from digistrat.model.values.source import Source
from digistrat.model.values.text import Id, Many


class Record(Placed):
    """A thing with an id."""

    id: Id
    was: Many[str] = ()
    tags: Many[str] = ()
    source: Many[Source] = ()

    collection: ClassVar[str]
    named_by: ClassVar[str] = "title"
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
