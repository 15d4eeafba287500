"""How sure are the first places? What other weights would change, in figures and in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from digistrat.model.values.number import plain
from digistrat.score.robustness import acceptability, dominance, flips
from digistrat.score.robustness.asked import comparison_of, titles_of
from digistrat.score.robustness.sentences import of_dominance, of_flips, of_limits, of_shares, of_ties

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from digistrat.score.ranking import Ranking
    from digistrat.score.robustness.comparison import Comparison
    from digistrat.score.robustness.dominance import Dominance
    from digistrat.score.robustness.flips import Flip
    from digistrat.score.robustness.phrases import Titles
    from digistrat.score.robustness.sentences import Statement


def robustness(ranking: Ranking) -> Robustness | None:
    """Ask how sure the first places of a ranking are; None where nothing is ranked, or no place is asked about."""
    comparison = comparison_of(ranking)
    return Robustness(comparison, titles_of(ranking)) if comparison else None


def data_of(ranking: Ranking) -> dict[str, Any]:
    """Give the robustness of a ranking as plain data for JSON; where nothing is ranked, the same keys with nothing."""
    found = robustness(ranking)
    if found:
        return found.as_data()
    return {"top": ranking.top, "sentences": [], "flips": [], "acceptability": {}, "level": [], "dominance": []}


@dataclass(frozen=True)
class Robustness:
    """How sure the first places are; each part is worked out when somebody asks for it."""

    comparison: Comparison
    titles: Titles

    @property
    def top(self) -> int:
        """How many first places there are."""
        return self.comparison.top

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """The nearest flip of each weight that has one, nearest first."""
        return flips.flips(self.comparison)

    @cached_property
    def acceptability(self) -> Mapping[str, Fraction]:
        """The share of 10,000 weightings in which each initiative has a place, by id, best ranked first."""
        return acceptability.acceptability(self.comparison)

    @cached_property
    def dominance(self) -> tuple[Dominance, ...]:
        """What no change of weights can alter, best ranked first."""
        return dominance.dominance(self.comparison)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences with what each is made from: the nearest flip first, then shares, then what is certain."""
        asked = self.comparison, self.titles
        return (
            *of_limits(*asked),
            *of_flips(*asked, self.flips),
            *of_ties(*asked),
            *of_shares(*asked, self.acceptability),
            *of_dominance(*asked, self.dominance),
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences alone; titles in them are as people wrote them, on one line."""
        return tuple(one.text for one in self.statements)

    def as_data(self) -> dict[str, Any]:
        """Give it as plain data for JSON."""
        return {
            "top": self.top,
            "sentences": list(self.sentences),
            "flips": [_flip(flip) for flip in self.flips],
            "acceptability": {name: plain(share) for name, share in self.acceptability.items()},
            "level": list(self.comparison.level),
            "dominance": [one._asdict() | {"others": list(one.others)} for one in self.dominance],
        }


def _flip(flip: Flip) -> dict[str, Any]:
    return {
        "criterion": flip.criterion,
        "from": plain(flip.weight),
        "to": plain(flip.to),
        "in": flip.entering[0],
        "out": flip.leaving[0],
        "entering": list(flip.entering),
        "leaving": list(flip.leaving),
        "level": list(flip.level),
    }
