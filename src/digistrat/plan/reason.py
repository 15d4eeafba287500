"""Why an initiative is not in the plan: what is short, when and by how much, or what stands in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

# capacity, money, at-once, mix: a limit, short by so much of its unit; time: short by so many quarters.
Short = Literal["capacity", "money", "at-once", "mix", "time"]
Kind = Literal[
    Short, "dependency", "needs", "circle", "excluded", "ruled-out", "unscored", "unsized", "no-value", "not-found", "no-plan", "not-asked",
    "missing", "given-up", "unknown", "unreadable", "undated", "left-out", "not-before", "length", "late",
]  # fmt: skip


class Reason(NamedTuple):
    """One reason: `what` is the id of a constraint or an initiative, a purse, a sort of work, or `quarters`.

    `when` names the period, empty where it is about no period; `short_by` is in the limit's own unit (points of per
    cent for the mix), None where no amount would help.
    """

    kind: Kind
    what: str
    when: str = ""
    short_by: Fraction | None = None
