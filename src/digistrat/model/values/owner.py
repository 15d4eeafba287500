"""Who answers for something: a role or a person."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from digistrat.model.part import Part
from digistrat.model.values.field import TEXT, Lengthened
from digistrat.model.values.text import Many, Text

Function = Literal["board", "clinical", "operations", "digital", "finance", "people", "communications", "other"]


class Holder(Part):
    """A role or a person; `function` says which part of the organisation it belongs to."""

    role: Text | None = None
    """The post that answers for it.

    Example: Chief operating officer
    """
    name: Text | None = None
    """The person who holds the post.

    Example: First name and surname
    """
    email: Text | None = None
    """The address at which they can be reached.

    Example: operations@northmoor.example
    """
    function: Function | None = None
    """Which part of the organisation they belong to."""

    def __str__(self) -> str:
        """Name the role, and the person where one is given."""
        return ", ".join(part for part in (self.role, self.name) if part)


def is_named(owners: Iterable[Holder]) -> bool:
    """Tell whether anybody can be asked: a role or a person, not only the part of the organisation."""
    return any(str(owner).strip() for owner in owners)


def _by_role(value: Any) -> Any:
    return {"role": value} if isinstance(value, str) else value


Owner = Annotated[Holder, Lengthened(_by_role, json=TEXT)]
Owners = Many[Owner]
