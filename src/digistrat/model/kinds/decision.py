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

    title: Text
    kind: DecisionKind | None = None
    statement: Text | None = None
    made: DateField | None = None
    until: DateField | None = None
    can_change: Boolean = True
    amount: QuantityField | None = None
    spent_to_date: QuantityField | None = None
    initiatives: Many[ToInitiative] = ()
    technology: Many[ToTechnology] = ()
    principles: Many[ToPrinciple] = ()
    rules_out: Many[ToInitiative] = ()
    evidence: Many[Evidence] = ()

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
