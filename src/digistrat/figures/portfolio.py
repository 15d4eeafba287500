"""What chosen work is made of: how much keeps things going, mends them or makes new ones, and how much is tried out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.figures.live import is_live
from digistrat.figures.mix import Share, shares
from digistrat.figures.spending import outlays

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.scoring import Bounds
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date

Kind = Literal["maintain", "improve", "transform", "core", "experiment", "not-said", "all"]
Verdict = Literal["within", "under", "over", "open"]
EXEMPLARS = 4  # at most, where the manifest's limits.exemplars does not say: the rule too-many-exemplars has its source
_KINDS: Mapping[str, tuple[Kind, ...]] = {
    "portfolio": ("maintain", "improve", "transform"),
    "certainty": ("core", "experiment"),
}
_ALL = Fraction(100)


@dataclass(frozen=True, slots=True)
class Slice:
    """Work of one kind; its share of the effort in per cent, None where some chosen work says no effort."""

    kind: Kind
    work: tuple[Initiative, ...]
    share: Share | None
    bounds: Bounds | None

    @property
    def effort(self) -> Fraction:
        """Add up the effort that is said, in the organisation's own unit."""
        return sum((Fraction(one.effort or 0) for one in self.work if _says_effort(one)), Fraction(0))

    @property
    def money(self) -> Fraction:
        """Add up capital and revenue until the work ends, at plain values; what recurs after it is left out."""
        return sum((_money(one) for one in self.work), Fraction(0))

    @property
    def without_effort(self) -> tuple[Initiative, ...]:
        """Give the work whose effort nobody has said, or said as less than nothing."""
        return tuple(one for one in self.work if not _says_effort(one))

    @property
    def without_cost(self) -> tuple[Initiative, ...]:
        """Give the work whose cost nobody has said."""
        return tuple(one for one in self.work if one.cost is None)

    @property
    def verdict(self) -> Verdict | None:
        """Hold the share against its bounds, which belong to them; `open` where it may lie on either side of one.

        None where there is no bound.
        """
        least = self.bounds.min.value if self.bounds and self.bounds.min else None
        most = self.bounds.max.value if self.bounds and self.bounds.max else None
        if least is None and most is None:
            return None
        if self.share is None:
            return "open"
        if least is not None and self.share.most < least:
            return "under"
        if most is not None and self.share.least > most:
            return "over"
        surely = (least is None or self.share.least >= least) and (most is None or self.share.most <= most)
        return "within" if surely else "open"


class Exemplar(NamedTuple):
    """A piece of work that others learn from, and when people are first better off for it."""

    initiative: Initiative
    value_by: Date | None


@dataclass(frozen=True, slots=True)
class Exemplars:
    """The exemplars among chosen work, in the order written, and how many there should be at most."""

    found: tuple[Exemplar, ...]
    most: int
    is_default: bool  # nobody has said how many

    @property
    def over(self) -> int:
        """Count those above the limit."""
        return max(0, len(self.found) - self.most)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Chosen work that is not delivered yet, cut in two ways; each cut holds all of it, an empty kind included.

    Work that does not say of which kind it is stands in a slice of its own at the end of a cut.
    """

    all: Slice
    portfolios: tuple[Slice, ...]
    certainties: tuple[Slice, ...]
    exemplars: Exemplars


def portfolio(strategy: Strategy) -> Portfolio:
    """Cut chosen, undelivered work by portfolio and by certainty, with the bounds of scoring.yaml's `mix`."""
    live = [one for one in strategy.initiatives.values() if is_live(strategy, one)]
    found = _shares(live)
    bounds = {str(sort): bound for sort, bound in strategy.scoring.mix.items()} if strategy.scoring else {}

    def cut(field: Literal["portfolio", "certainty"]) -> tuple[Slice, ...]:
        kinds = _KINDS[field]
        slices = [
            Slice(kind, tuple(one for one in live if getattr(one, field) == kind), found.get(kind), bounds.get(kind))
            for kind in kinds
        ]
        unsaid = tuple(one for one in live if getattr(one, field) is None)
        return (*slices, Slice("not-said", unsaid, _unsaid(found.get(kinds[0])), None)) if unsaid else tuple(slices)

    return Portfolio(
        Slice("all", tuple(live), Share(_ALL, _ALL) if found else None, None),
        cut("portfolio"),
        cut("certainty"),
        _exemplars(strategy, live),
    )


def _shares(live: list[Initiative]) -> Mapping[str, Share]:
    """Give the share of every kind; empty where it cannot be known. What is no experiment is core."""
    found = {str(sort): share for sort, share in (shares(live) or {}).items()}
    if found:
        tried = found["experiment"]
        found["core"] = Share(_ALL - tried.most, _ALL - tried.least)
    return found


def _unsaid(share: Share | None) -> Share | None:
    """Give the share of what does not say its kind: by so much the share of any kind is not certain."""
    return share and Share(share.most - share.least, share.most - share.least)


def _exemplars(strategy: Strategy, live: list[Initiative]) -> Exemplars:
    limit = strategy.manifest.limits.exemplars
    found = tuple(Exemplar(one, strategy.when(one.exemplar.value_by)) for one in live if one.exemplar)
    return Exemplars(found, EXEMPLARS if limit is None else limit, limit is None)


def _says_effort(initiative: Initiative) -> bool:
    return initiative.effort is not None and initiative.effort >= 0


def _money(initiative: Initiative) -> Fraction:
    """Add up what it costs once, as the spending does: what its years say goes before a sum for all of it."""
    return sum((one.amount for one in outlays(initiative, None) if not one.each_year), Fraction(0))
