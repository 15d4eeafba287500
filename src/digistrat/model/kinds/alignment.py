"""alignment/FRAMEWORK.yaml: how this strategy answers what somebody outside expects."""

from typing import ClassVar, Literal

from digistrat.model.part import Part, Single
from digistrat.model.values.link import ToCommitment, ToFramework, ToInitiative
from digistrat.model.values.text import Many, Text

ResponseStatus = Literal["met", "partly", "planned", "not-met", "not-applicable"]


class Answer(Part):
    """What is said to one item; without a status it is no answer."""

    item: Text | None = None
    status: ResponseStatus | None = None
    response: Text | None = None
    commitments: Many[ToCommitment] = ()
    initiatives: Many[ToInitiative] = ()
    reason: Text | None = None
    applies_if: Text | None = None


class Alignment(Single):
    """What a file in alignment/ says: the answers to one framework, which is the file's name where none is given."""

    named_by_file: ClassVar[str] = "framework"

    framework: ToFramework | None = None
    responses: Many[Answer] = ()
