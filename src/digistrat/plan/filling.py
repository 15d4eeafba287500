"""A schedule that is being filled: work is put in and taken out, and the room that is left kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digistrat.plan.problem import Asks, Option, Problem, Schedule


class Filling:
    """A schedule, and the room that it leaves of each limit; shares of the mix are not looked at while it fills."""

    def __init__(self, problem: Problem, schedule: Schedule | None = None) -> None:
        """Begin with a schedule; empty if left out."""
        self.problem = problem
        self.schedule: Schedule = {}
        self.left = list(problem.there)
        for id, place in (schedule or {}).items():
            self.put(id, place)

    def copy(self) -> Filling:
        """Give another one that can be filled further by itself."""
        other = Filling(self.problem)
        other.schedule, other.left = dict(self.schedule), list(self.left)
        return other

    def put(self, id: str, place: int) -> None:
        """Put work into one of its slots, whether or not there is room."""
        self.schedule[id] = place
        for limit, amount in self.problem.options[id][place].asks:
            self.left[limit] -= amount

    def take(self, id: str) -> None:
        """Take work out."""
        for limit, amount in self.problem.options[id][self.schedule.pop(id)].asks:
            self.left[limit] += amount

    def take_with_all_behind(self, id: str) -> list[str]:
        """Take work out with all that waits for it, and give what went."""
        gone, ahead = [], [id]
        while ahead:
            one = ahead.pop()
            if one in self.schedule:
                gone.append(one)
                self.take(one)
                ahead += self.problem.waiting[one]
        return gone

    def has_room(self, option: Option) -> bool:
        """Tell whether a slot's amounts still fit."""
        left, is_sum = self.left, self.problem.is_sum
        return all(amount <= left[limit] or amount <= 0 or not is_sum[limit] for limit, amount in option.asks)

    def places(self, id: str) -> Iterator[int]:
        """Give the slots, the earliest first, that come after what work waits for, and for which there is room."""
        earliest = self.earliest(id)
        for place, option in enumerate(self.problem.options[id]):
            if option.slot.start >= earliest and self.has_room(option):
                yield place

    def earliest(self, id: str) -> int:
        """Give the first quarter in which work could start, after all that it waits for and that is in the schedule."""
        finishes = (
            self.problem.options[other][self.schedule[other]].slot.finish
            for other in self.problem.work[id].after
            if other in self.schedule
        )
        return max(finishes, default=-(10**6))

    def is_excluded(self, id: str) -> bool:
        """Tell whether something in the schedule cannot be done beside work."""
        return any(other in self.schedule for other in self.problem.work[id].against)

    def add(self, ids: Iterable[str], *, mixed: bool = False) -> bool:
        """Put several in, in turn, each as early as it fits; none of them unless all do, `mixed` within the mix."""
        done: list[str] = []
        for id in ids:
            place = None if self.is_excluded(id) else next(self.places(id), None)
            if place is None:
                break
            self.put(id, place)
            done.append(id)
        else:
            if not mixed or self.is_mixed:
                return True
        for other in done:
            self.take(other)
        return False

    @property
    def is_mixed(self) -> bool:
        """Tell whether the shares of the mix lie within their bounds."""
        return all(self.left[limit] >= 0 for limit in self.problem.mix)

    def passed(self) -> dict[int, int]:
        """Give the sums that are passed, and by how much; the mix apart."""
        return {limit: -left for limit, left in enumerate(self.left) if left < 0 and self.problem.is_sum[limit]}

    def shortage(self, asks: Asks) -> float:
        """Add up how much would be short if some work came in, each as a share of what there is."""
        short = 0.0
        for limit, amount in asks:
            if self.problem.is_sum[limit] and amount > max(0, self.left[limit]):
                short += (amount - max(0, self.left[limit])) / max(1, self.problem.there[limit])
        return short

    def imbalance(self, asks: Asks = (), sign: int = 1) -> int:
        """Add up by how much shares lie outside their bounds, with some work put in or (-1) taken out; 0 is within."""
        change = dict(asks)
        return -sum(min(0, self.left[limit] - sign * change.get(limit, 0)) for limit in self.problem.mix)

    def hold(self, ids: Sequence[str], tries: int) -> bool:
        """Put work in, in turn, going back on earlier places where it has to, so many tries at most; all or nothing."""
        ways: list[Iterator[int]] = []
        while len(ways) < len(ids):
            id = ids[len(ways)]
            ways.append(iter([] if self.is_excluded(id) else list(self.places(id))))
            while (place := next(ways[-1], None)) is None or tries <= 0:
                ways.pop()
                if not ways:
                    return False
                self.take(ids[len(ways) - 1])
            tries -= 1
            self.put(ids[len(ways) - 1], place)
        return True
