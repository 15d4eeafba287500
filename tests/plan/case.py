"""A strategy in plain numbers, as far as a plan depends on it: what brute force and the files are made from.

Quarters are counted from the plan's first, which is 0, so what began before it has a start below 0. Years are financial
years, named by the calendar year in which they begin.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Amount = int | tuple[int, ...]  # spread evenly over the work, or one number a quarter


class Bottleneck(NamedTuple):
    """A constraint with a capacity; a map of available amounts leaves out what has no limit."""

    id: str
    per: str
    available: int | Mapping[int, int]


class Decision(NamedTuple):
    """A decision, made by the day of the plan or still awaited."""

    initiatives: tuple[str, ...] = ()
    rules_out: tuple[str, ...] = ()
    kind: str = "programme"
    is_made: bool = True
    can_change: bool = True


@dataclass(frozen=True, kw_only=True)
class Work:
    """An initiative; `duration` and `not_before` are in months, `finish` is its last quarter."""

    id: str
    scores: tuple[int | None, ...]
    status: str | None = None
    choice: str | None = None
    must_do: bool = False
    start: int | None = None
    finish: int | None = None
    duration: int | None = None
    not_before: int | None = None
    uses: Mapping[str, Amount] = field(default_factory=dict)
    frees: Mapping[str, Amount] = field(default_factory=dict)
    capital: int = 0
    revenue: int = 0
    recurrent: int = 0
    by_year: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    depends_on: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    portfolio: str | None = None
    is_experiment: bool = False
    effort: int | None = None

    @property
    def quarters(self) -> int:
        """Count the quarters it takes."""
        if self.duration is not None:
            return -(-self.duration // 3)
        if self.start is not None and self.finish is not None:
            return self.finish - self.start + 1
        lists = [len(one) for one in (*self.uses.values(), *self.frees.values()) if isinstance(one, tuple)]
        return max(lists, default=1)

    @property
    def sorts(self) -> tuple[str, ...]:
        """Give the sorts of work under which its effort counts."""
        return (*((self.portfolio,) if self.portfolio else ()), *(("experiment",) if self.is_experiment else ()))


@dataclass(frozen=True, kw_only=True)
class Case:
    """A strategy, as far as a plan depends on it; `envelope` has capital and revenue by year, None for no limit."""

    works: tuple[Work, ...]
    quarters: int
    criteria: tuple[tuple[int, int], ...] = ((100, 5),)
    first_month: tuple[int, int] = (2027, 1)
    year_starts: int = 4
    year_starts_on: int = 1
    bottlenecks: tuple[Bottleneck, ...] = ()
    envelope: Mapping[int, tuple[int | None, int | None]] = field(default_factory=dict)
    in_parallel: int | None = None
    mix: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    will_not: tuple[str, ...] = ()
    out_of_scope: tuple[str, ...] = ()

    def year_of(self, month: int) -> int:
        """Name the financial year of a month that is counted from the plan's first, which is 0."""
        return (self.first_month[0] * 12 + self.first_month[1] - self.year_starts + month) // 12
