"""Decisions: what has been decided already, here or elsewhere, and what follows from it."""

from typing import Any, ClassVar, Literal

from digistrat.model.part import is_blank
from digistrat.model.record import Record
from digistrat.model.values.date import DateField
from digistrat.model.values.link import ToInitiative, ToPrinciple, ToTechnology
from digistrat.model.values.number import Boolean
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.source import Evidence
from digistrat.model.values.text import Many, Text

DecisionKind = Literal[
    "programme", "funding", "organisational-change", "policy", "regulation", "system-plan", "commitment", "contract",
    "stop",
]  # fmt: skip


class Decision(Record):
    """Something decided already, or awaited where `made` lies ahead; it says a title or a statement, or both."""

    collection: ClassVar[str] = "decisions"
    one_of: ClassVar[tuple[str, ...]] = ("title", "statement")
    good: ClassVar[tuple[str, ...]] = (
        "kind", "made", "until", "can_change", "amount", "initiatives", "technology", "rules_out", "evidence",
    )  # fmt: skip

    title: Text
    """What was decided, in a few words.

    Example: The patient record stays until 2031
    """
    kind: DecisionKind | None = None
    """What sort of decision it is.

    Example: contract
    """
    statement: Text | None = None
    """What was decided, in full.

    Example: We are bound to our patient record until March 2031, and leaving early would cost £4.1m
    """
    made: DateField | None = None
    """When it was decided; a date ahead where it is still awaited.

    Example: 2021-04-01
    """
    until: DateField | None = None
    """How long it holds.

    Example: 2031-03
    """
    can_change: Boolean = True
    """Whether it can still be changed; true if left out.

    Example: false
    """
    amount: QuantityField | None = None
    """The money that it commits, in the strategy's currency.

    Example: £4.1m
    """
    spent_to_date: QuantityField | None = None
    """How much of that has been spent so far, in the strategy's currency.

    Example: £820,000
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that it settles, so that they are no longer ranked.

    Example: [record-upgrade]
    """
    technology: Many[ToTechnology] = ()
    """Technology that it is about.

    Example: patient-record
    """
    principles: Many[ToPrinciple] = ()
    """Principles that it follows.

    Example: [one-in-one-out]
    """
    rules_out: Many[ToInitiative] = ()
    """Initiatives that it leaves no room for.

    Example: [new-record]
    """
    evidence: Many[Evidence] = ()
    """Where the decision can be read.

    Example: {title: Minutes of the Trust board, date: 2021-03-25}
    """

    @classmethod
    def _leave_out(cls, data: Any) -> Any:
        """Let a statement stand without a title."""
        data = super()._leave_out(data)
        if isinstance(data, dict) and not is_blank(data.get("statement")):
            data.setdefault("title", "")
        return data

    @property
    def label(self) -> str:
        """Give its title, or what was decided."""
        return self.title or self.statement or self.id
