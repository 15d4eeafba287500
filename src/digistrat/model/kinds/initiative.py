"""Initiatives: pieces of work that can be scored, chosen and planned."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from digistrat.model.kinds.mission import Driver
from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.amounts import AmountsField
from digistrat.model.values.date import DateField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.field import Lengthened
from digistrat.model.values.link import (
    To,
    ToInitiative,
    ToNeed,
    ToOutcome,
    ToPrinciple,
    ToService,
    ToTechnology,
    ToUser,
)
from digistrat.model.values.number import Boolean, Number
from digistrat.model.values.owner import Owners
from digistrat.model.values.quantity import QuantityField
from digistrat.model.values.scores import ScoresField
from digistrat.model.values.text import Many, Text

InitiativeStatus = Literal["idea", "proposed", "in-progress", "delivered", "stopped"]
Decision = Literal["will", "will-not", "later"]


class Choice(Part):
    """What was decided about it, by whom and why."""

    decision: Decision | None = None
    reason: Text | None = None
    by: Owners = ()
    date: DateField | None = None
    revisit: DateField | None = None


_UNDECIDED = Choice.model_construct(by=())


def _decided(value: Any) -> Any:
    return {"decision": value} if isinstance(value, str) else value


class Exemplar(Part):
    """What makes it a piece of work that others learn from."""

    value_by: DateField | None = None
    why_here: Text | None = None
    learning: Text | None = None


class SignOff(Part):
    """Who signed it off, and when."""

    role: Text | None = None
    date: DateField | None = None


class YearCost(Part):
    """What is spent in one year, in the manifest's currency."""

    capital: QuantityField | None = None
    revenue: QuantityField | None = None


class Cost(Part):
    """What it costs, in the manifest's currency; `recurrent` falls in each year after the work."""

    capital: QuantityField | None = None
    revenue: QuantityField | None = None
    recurrent: QuantityField | None = None
    by_year: dict[DateField, YearCost] = Field(default_factory=dict)
    funding: Literal["existing", "new"] | None = None


class WorkUpdate(Part):
    """How the work stood on a day."""

    date: DateField | None = None
    status: Text | None = None
    note: Text | None = None


class Initiative(Record):
    """A piece of work with an end."""

    collection: ClassVar[str] = "initiatives"

    title: Text
    summary: Text | None = None
    outcome: Text | None = None
    owner: Owners = ()
    status: InitiativeStatus | None = None
    choice: Annotated[Choice, Lengthened(_decided)] = Field(default_factory=lambda: _UNDECIDED)
    portfolio: Literal["maintain", "improve", "transform"] | None = None
    certainty: Literal["core", "experiment"] | None = None
    hypothesis: Text | None = None
    stop_by: DateField | None = None
    driver: Many[Driver] = ()
    level: Literal["organisation", "place", "system"] | None = None
    lead_organisation: Text | None = None
    partners: Many[Text] = ()
    exemplar: Exemplar | None = None
    sign_off: SignOff | None = None
    outcomes: Many[ToOutcome] = ()
    principles: Many[ToPrinciple] = ()
    services: Many[ToService] = ()
    users: Many[ToUser] = ()
    needs: Many[ToNeed] = ()
    technology: Many[ToTechnology] = ()
    scores: ScoresField = ()
    effort: Number | None = None
    reach: Number | None = None
    confidence: Number | None = None
    uses: dict[Annotated[str, To("constraints")], AmountsField] = Field(default_factory=dict)
    cost: Cost | None = None
    start: DateField | None = None
    finish: DateField | None = None
    duration: DurationField | None = None
    not_before: DateField | None = None
    depends_on: Many[Annotated[str, To("initiatives", circle=True)]] = ()
    excludes: Many[ToInitiative] = ()
    must_do: Boolean = False
    frees: dict[Annotated[str, To("constraints")], AmountsField] = Field(default_factory=dict)
    updates: Many[WorkUpdate] = ()

    @property
    def is_chosen(self) -> bool:
        """Tell whether the organisation has said yes, by word or by deed."""
        return self.choice.decision == "will" or self.status in {"in-progress", "delivered"}

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will be done on it."""
        return self.status in {"delivered", "stopped"}

    @property
    def is_given_up(self) -> bool:
        """Tell whether nobody will do it, at least for now."""
        return self.is_put_aside or self.status == "stopped"

    @property
    def is_put_aside(self) -> bool:
        """Tell whether somebody decided against it, for now or for good."""
        return self.choice.decision in {"will-not", "later"}
