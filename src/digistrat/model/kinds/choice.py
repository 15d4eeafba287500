"""What was decided about an initiative, what it costs, and who signed it off."""

from typing import Any, Literal

from pydantic import Field

from digistrat.model.part import Part
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import DeadlineField
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.text import Text

Decision = Literal["will", "will-not", "later"]


class Choice(Part):
    """What was decided about it, by whom and why."""

    decision: Decision | None = None
    """What was decided."""
    reason: Text | None = None
    """Why it was decided so.

    Example: It ends one call to the booking line in four
    """
    by: Owners = ()
    """Who decided it.

    Example: Trust board
    """
    date: DateField | None = None
    """When it was decided.

    Example: 2026-03-26
    """
    revisit: DateField | None = None
    """When the question may be asked again.

    Example: 2027-10
    """


UNDECIDED = Choice.model_construct(by=())


def decided(value: Any) -> Any:
    """Take one word for the decision."""
    return {"decision": value} if isinstance(value, str) else value


class Exemplar(Part):
    """What makes it a piece of work that others learn from."""

    value_by: DeadlineField | None = None
    """When people will first be better off for it.

    Example: 2027-06
    """
    why_here: Text | None = None
    """Why this is the place to begin.

    Example: The booking team asked for it, and its manager leads it
    """
    learning: Text | None = None
    """What others should learn from it.

    Example: How to offer online booking without losing those who ring
    """


class SignOff(Part):
    """Who signed it off, and when."""

    role: Text | None = None
    """Who signed it off.

    Example: Clinical safety lead
    """
    date: DateField | None = None
    """When they signed it off.

    Example: 2026-11-05
    """


class YearCost(Part):
    """What is spent in one year, in the strategy's currency."""

    capital: QuantityField | None = None
    """What goes into things that last in that year, in the strategy's currency.

    Example: £200,000
    """
    revenue: QuantityField | None = None
    """What goes into running costs in that year, in the strategy's currency.

    Example: £45,000
    """


class Cost(Part):
    """What it costs, in the strategy's currency; `recurrent` falls in each year after the work."""

    capital: QuantityField | None = None
    """What goes into things that last over the whole work, in the strategy's currency.

    Example: £310,000
    """
    revenue: QuantityField | None = None
    """What goes into running costs during the work, in the strategy's currency.

    Example: £90,000
    """
    recurrent: QuantityField | None = None
    """What it costs in each year after the work, in the strategy's currency.

    Example: £60,000
    """
    by_year: dict[DateField, YearCost] = Field(default_factory=dict)
    """What falls into which year; spread evenly over the work if left out.

    Example: {FY2026-27: {capital: £200k, revenue: £45k}, FY2027-28: {capital: £110k, revenue: £45k}}
    """
    funding: Literal["existing", "new"] | None = None
    """Whether the money is there already or still has to be found."""
