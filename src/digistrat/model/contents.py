"""What a strategy holds, each sort under its own name and with its own type."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.kinds.alignment import Alignment
    from digistrat.model.kinds.benefit import Benefit
    from digistrat.model.kinds.board import BoardReviews
    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.constraint import Constraint
    from digistrat.model.kinds.decision import Decision
    from digistrat.model.kinds.delivery import Delivery
    from digistrat.model.kinds.engagement import Engagement
    from digistrat.model.kinds.framework import Framework
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.maturity import Maturity
    from digistrat.model.kinds.measure import Measure
    from digistrat.model.kinds.mission import Journey, Mission, Outcome
    from digistrat.model.kinds.plan import AcceptedPlan
    from digistrat.model.kinds.principle import Principle
    from digistrat.model.kinds.research import Research
    from digistrat.model.kinds.risk import Risk
    from digistrat.model.kinds.scoring import Scoring
    from digistrat.model.kinds.service import Service
    from digistrat.model.kinds.story import Story
    from digistrat.model.kinds.system import System
    from digistrat.model.kinds.technology import Technology
    from digistrat.model.kinds.term import Term
    from digistrat.model.kinds.user import Need, User
    from digistrat.model.part import Single
    from digistrat.model.record import Record

NONE: Mapping[str, Any] = MappingProxyType({})


class Contents:
    """Look-ups by the names of the format; a sort that nobody wrote is empty, a file that is not there None."""

    singles: Mapping[str, Single]
    collections: Mapping[str, Mapping[str, Record]]

    @property
    def mission(self) -> Mission | None:
        """What mission.yaml says."""
        found: Mission | None = self._single("mission")
        return found

    @property
    def scoring(self) -> Scoring | None:
        """What scoring.yaml says."""
        found: Scoring | None = self._single("scoring")
        return found

    @property
    def plan(self) -> AcceptedPlan | None:
        """What plan.yaml says."""
        found: AcceptedPlan | None = self._single("plan")
        return found

    @property
    def system(self) -> System | None:
        """What system.yaml says."""
        found: System | None = self._single("system")
        return found

    @property
    def engagement(self) -> Engagement | None:
        """What engagement.yaml says."""
        found: Engagement | None = self._single("engagement")
        return found

    @property
    def delivery(self) -> Delivery | None:
        """What delivery.yaml says."""
        found: Delivery | None = self._single("delivery")
        return found

    @property
    def maturity(self) -> Maturity | None:
        """What maturity.yaml says."""
        found: Maturity | None = self._single("maturity")
        return found

    @property
    def board(self) -> BoardReviews | None:
        """What board.yaml says."""
        found: BoardReviews | None = self._single("board")
        return found

    @property
    def alignments(self) -> Mapping[str, Alignment]:
        """The files in alignment/, by name."""
        return self._series("alignment")

    @property
    def own_frameworks(self) -> Mapping[str, Framework]:
        """The frameworks of one's own in frameworks/, by id."""
        found: dict[str, Framework] = {}
        for one in self._series("frameworks").values():
            if one.id:
                found.setdefault(one.id, one)
        return found

    def _single(self, name: str) -> Any:
        return self.singles.get(name)

    def _series(self, folder: str) -> Mapping[str, Any]:
        found = ((name.partition("/"), single) for name, single in self.singles.items())
        return {stem: single for (above, _, stem), single in found if above == folder and stem}

    def _of(self, collection: str) -> Mapping[str, Any]:
        return self.collections.get(collection, NONE)

    @property
    def principles(self) -> Mapping[str, Principle]:
        """Principles by id."""
        return self._of("principles")

    @property
    def services(self) -> Mapping[str, Service]:
        """Services by id."""
        return self._of("services")

    @property
    def users(self) -> Mapping[str, User]:
        """User groups by id."""
        return self._of("users")

    @property
    def constraints(self) -> Mapping[str, Constraint]:
        """Constraints by id."""
        return self._of("constraints")

    @property
    def initiatives(self) -> Mapping[str, Initiative]:
        """Initiatives by id."""
        return self._of("initiatives")

    @property
    def commitments(self) -> Mapping[str, Commitment]:
        """Commitments by id."""
        return self._of("commitments")

    @property
    def measures(self) -> Mapping[str, Measure]:
        """Measures by id."""
        return self._of("measures")

    @property
    def research(self) -> Mapping[str, Research]:
        """Studies by id."""
        return self._of("research")

    @property
    def technology(self) -> Mapping[str, Technology]:
        """Systems and products by id."""
        return self._of("technology")

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """Decisions by id."""
        return self._of("decisions")

    @property
    def benefits(self) -> Mapping[str, Benefit]:
        """Benefits by id."""
        return self._of("benefits")

    @property
    def risks(self) -> Mapping[str, Risk]:
        """Risks by id."""
        return self._of("risks")

    @property
    def stories(self) -> Mapping[str, Story]:
        """Stories by id."""
        return self._of("stories")

    @property
    def glossary(self) -> Mapping[str, Term]:
        """Terms by id."""
        return self._of("glossary")

    @property
    def needs(self) -> Mapping[str, Need]:
        """Needs of every user group, by `user-id/need-id`."""
        return self._of("needs")

    @property
    def journeys(self) -> Mapping[str, Journey]:
        """Journeys by id."""
        return self._of("journeys")

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Outcomes by id."""
        return self._of("outcomes")
