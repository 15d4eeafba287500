"""References to records: written once, at one end, by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class To:
    """Marks a text as the id of a record in a collection; `circle` names what must not lead back to itself."""

    collection: str
    circle: bool = False


ToOutcome = Annotated[str, To("outcomes")]
ToPrinciple = Annotated[str, To("principles")]
ToService = Annotated[str, To("services")]
ToUser = Annotated[str, To("users")]
ToNeed = Annotated[str, To("needs")]
ToInitiative = Annotated[str, To("initiatives")]
ToCommitment = Annotated[str, To("commitments")]
ToMeasure = Annotated[str, To("measures")]
ToTechnology = Annotated[str, To("technology")]
ToConstraint = Annotated[str, To("constraints")]
