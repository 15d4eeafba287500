"""References to records: written once, at one end, by id."""

from __future__ import annotations

from typing import Annotated, NamedTuple


class To(NamedTuple):
    """Marks a text as the id of a record in a collection, or in one of several.

    Where `circle` is set, following the links must not lead back to the start.
    """

    collection: str
    circle: bool = False
    also: tuple[str, ...] = ()

    @property
    def collections(self) -> tuple[str, ...]:
        """Every collection that the record may stand in."""
        return (self.collection, *self.also)


ToOutcome = Annotated[str, To("outcomes")]
ToPrinciple = Annotated[str, To("principles")]
ToService = Annotated[str, To("services")]
ToUser = Annotated[str, To("users")]
ToNeed = Annotated[str, To("needs")]
ToInitiative = Annotated[str, To("initiatives")]
ToCommitment = Annotated[str, To("commitments")]
ToMeasure = Annotated[str, To("measures")]
ToTechnology = Annotated[str, To("technology")]
ToFramework = Annotated[str, To("frameworks")]
ToConstraint = Annotated[str, To("constraints")]
