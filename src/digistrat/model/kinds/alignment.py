"""alignment/FRAMEWORK.yaml: how this strategy answers what somebody outside expects."""

from typing import ClassVar, Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.link import ToCommitment, ToFramework, ToInitiative
from digistrat.model.values.text import Many, Text

ResponseStatus = Literal["met", "partly", "planned", "not-met", "not-applicable"]


class Answer(Part):
    """What is said to one item; without a status it is no answer."""

    item: Text | None = None
    """The item of the framework that is answered, by its id.

    Example: well-led
    """
    status: ResponseStatus | None = None
    """How far it is met; without a status it is no answer."""
    response: Text | None = None
    """What is done about it, in a sentence or two.

    Example: The board owns this strategy and reviews it in public twice a year
    """
    commitments: Many[ToCommitment] = ()
    """Commitments that meet it.

    Example: [book-online]
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that meet it.

    Example: [online-booking]
    """
    reason: Text | None = None
    """Why it is not met, or does not apply to us.

    Example: We run no services for children
    """
    applies_if: Text | None = None
    """The condition under which it would apply.

    Example: Community services join the trust in 2027
    """


class Alignment(Single):
    """What a file in alignment/ says: the answers to one framework, which is the file's name where none is given."""

    named_by_file: ClassVar[str] = "framework"
    good: ClassVar[tuple[str, ...]] = ("framework", "responses")

    framework: ToFramework | None = None
    """The framework that is answered, by its id; the file's name if left out.

    Example: wgll
    """
    responses: Many[Answer] = ()
    """What is said to each item of the framework.

    Example: {item: well-led, status: partly, response: The board reviews this strategy twice a year, commitments: book-online}
    """
