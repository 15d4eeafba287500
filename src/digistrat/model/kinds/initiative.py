"""Initiatives: pieces of work that can be scored, chosen and planned."""

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from digistrat.model.kinds.choice import UNDECIDED, Choice, Cost, Decision, Exemplar, SignOff, decided
from digistrat.model.kinds.mission import Driver
from digistrat.model.part import Part
from digistrat.model.record import Record
from digistrat.model.values.amounts import AmountsField
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import DeadlineField
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
from digistrat.model.values.scores import ScoresField
from digistrat.model.values.text import Many, Text

InitiativeStatus = Literal["idea", "proposed", "in-progress", "delivered", "stopped"]


class WorkUpdate(Part):
    """How the work stood on a day."""

    date: DateField | None = None
    """The day on which it stood so.

    Example: 2026-09-30
    """
    status: Text | None = None
    """How the work stood.

    Example: on-track
    """
    note: Text | None = None
    """What happened, in a sentence.

    Example: Eleven of 19 clinics now offer it
    """


class Initiative(Record):
    """A piece of work with an end."""

    collection: ClassVar[str] = "initiatives"
    good: ClassVar[tuple[str, ...]] = (
        "outcome", "owner", "choice", "outcomes", "needs", "scores", "effort", "cost", "duration",
    )  # fmt: skip

    title: Text
    """What the work is called.

    Example: Book and move appointments online
    """
    summary: Text | None = None
    """What is done, in a sentence or two.

    Example: Connect the booking system to the NHS App, clinic by clinic
    """
    outcome: Text | None = None
    """What will be different, and for whom.

    Example: Patients and carers move an appointment at any hour, in two minutes
    """
    owner: Owners = ()
    """Who answers for the work.

    Example: Chief operating officer
    """
    status: InitiativeStatus | None = None
    """How far the work has come."""
    choice: Annotated[Choice, Lengthened(decided, json={"enum": list(get_args(Decision))})] = Field(
        default_factory=lambda: UNDECIDED
    )
    """What was decided about it, by whom and why; one word will do.

    Example: {decision: will, reason: It ends one call in four, by: Trust board, date: 2026-03-26}
    """
    portfolio: Literal["maintain", "improve", "transform"] | None = None
    """Whether it keeps things going, makes them better or makes them new."""
    certainty: Literal["core", "experiment"] | None = None
    """Whether we know that it works, or try it to find out."""
    hypothesis: Text | None = None
    """What an experiment is to find out.

    Example: If clerks offer text reminders, one missed appointment in five is kept
    """
    stop_by: DeadlineField | None = None
    """When an experiment ends if it has not worked.

    Example: 2027-06
    """
    driver: Many[Driver] = ()
    """What pushes for it."""
    level: Literal["organisation", "place", "system"] | None = None
    """Whether it is for the organisation alone, for the place or for the whole system."""
    lead_organisation: Text | None = None
    """The organisation that leads the work.

    Example: Northmoor Council
    """
    partners: Many[Text] = ()
    """Organisations that work on it with us.

    Example: [Northmoor Council, Northmoor family doctors]
    """
    exemplar: Exemplar | None = None
    """What makes it a piece of work that others learn from.

    Example: {value_by: 2027-06, why_here: The booking team asked for it, learning: How to move services online}
    """
    sign_off: SignOff | None = None
    """Who signed it off, and when.

    Example: {role: Clinical safety lead, date: 2026-11-05}
    """
    outcomes: Many[ToOutcome] = ()
    """Outcomes that it works towards.

    Example: [shorter-waits]
    """
    principles: Many[ToPrinciple] = ()
    """Principles that it follows.

    Example: [every-door-open]
    """
    services: Many[ToService] = ()
    """Services that it changes.

    Example: [outpatient-booking]
    """
    users: Many[ToUser] = ()
    """User groups that it is for.

    Example: [patients, carers]
    """
    needs: Many[ToNeed] = ()
    """Needs that it meets, each with its user group before it.

    Example: [patients/move-an-appointment]
    """
    technology: Many[ToTechnology] = ()
    """Technology that it uses or brings.

    Example: [booking-system]
    """
    scores: ScoresField = ()
    """Points for each criterion of scoring.yaml; higher is better.

    Example: {patient-benefit: 4, staff-benefit: {score: 3, why: Fewer calls at the desk}}
    """
    effort: Number | None = None
    """How much work it takes, counted as scoring.yaml says; lower is better.

    Example: 6
    """
    reach: Number | None = None
    """How many people it reaches, in the same stretch of time for all work (rice); higher is better.

    Example: 48200
    """
    confidence: Number | None = None
    """How sure the estimates are, in per cent (rice); higher is better.

    Example: 80
    """
    uses: dict[Annotated[str, To("constraints")], AmountsField] = Field(default_factory=dict)
    """What it takes of each bottleneck, in its unit: in all, or a list with one number a quarter.

    Example: {integration-team: 24, clinical-safety: [6, 4, 2]}
    """
    cost: Cost | None = None
    """What it costs, in the strategy's currency.

    Example: {capital: £310k, revenue: £90k, recurrent: £60k, funding: new}
    """
    start: DateField | None = None
    """When the work starts: planned, or actual once it is in progress.

    Example: 2027-01
    """
    finish: DateField | None = None
    """When the work ends: planned, or actual once it is delivered.

    Example: 2027-09
    """
    duration: DurationField | None = None
    """How long the work takes.

    Example: 9 months
    """
    not_before: DateField | None = None
    """The earliest time at which it can start.

    Example: 2027-04
    """
    depends_on: Many[Annotated[str, To("initiatives", circle=True)]] = ()
    """Initiatives that have to end before it starts.

    Example: [new-network]
    """
    excludes: Many[ToInitiative] = ()
    """Initiatives that cannot be done as well as this one.

    Example: [patient-app]
    """
    must_do: Boolean = False
    """Whether it has to be done, whatever its score.

    Example: true
    """
    frees: dict[Annotated[str, To("constraints")], AmountsField] = Field(default_factory=dict)
    """What it frees of each bottleneck, in its unit.

    Example: {integration-team: 6}
    """
    updates: Many[WorkUpdate] = ()
    """How the work stood, one entry after the other.

    Example: {date: 2026-09-30, status: on-track, note: Eleven of 19 clinics now offer it}
    """

    @property
    def is_chosen(self) -> bool:
        """Tell whether the organisation has said yes, by word or by deed."""
        return self.choice.decision == "will" or self.status in {"in-progress", "delivered"}

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will be done on it."""
        return self.status in {"delivered", "stopped"}

    @property
    def is_put_aside(self) -> bool:
        """Tell whether somebody decided against it, for now or for good."""
        return self.choice.decision in {"will-not", "later"}
