"""What do generated initiatives, measures and commitments say? Their dates and figures have to agree."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.cast import Cast, Scene, is_chosen
from benchmarks.words import CHANGES, GAUGES, NOTES, OWNERS, REASONS, REFUSALS, RESULTS, TITLES, TODAY, Gauge

if TYPE_CHECKING:
    from random import Random

    from benchmarks.yaml_text import Record

FIRST_YEAR, FIRST_MONTH = 2026, 4
LAST_MONTH = 35  # the months of the strategy are counted from 0
# The first and the last month in which work of each depth may start and finish: what waits for other
# work starts in a later quarter than that finishes. No chain has more than two links.
STARTS = ((9, 11), (18, 20), (27, 29))
FINISHES = ((14, 17), (23, 25), (31, 35))
RUNNING_STARTS = (2, 6)  # before the date of the measurements
DEPTHS = (0, 0, 0, 1, 1, 2)  # of each six chosen initiatives
CRITERIA = ("benefit", "people", "safety", "ease")
READINGS = (("2026-06-30", 3), ("2026-10-31", 7))  # and the months since the baseline


@dataclass(frozen=True)
class Aim:
    """What a measure is to reach, and in which month of the strategy."""

    gauge: Gauge
    scene: Scene
    baseline: int
    until: int

    @property
    def target(self) -> int:
        """The value wanted at the end."""
        return self.baseline + self.gauge.gain

    def expected(self, months: int) -> float:
        """Return the value on the straight line to the target, some months after the baseline."""
        return self.baseline + self.gauge.gain * months / (self.until + 1)


def month(number: int) -> str:
    """Write a month of the strategy as a date."""
    years, months = divmod(FIRST_MONTH - 1 + number, 12)
    return f"{FIRST_YEAR + years}-{months + 1:02}"


def last_day(number: int) -> str:
    """Write the last day of a month of the strategy."""
    year, of_year = (int(part) for part in month(number).split("-"))
    return f"{month(number)}-{monthrange(year, of_year)[1]}"


def make_aims(rng: Random, cast: Cast) -> dict[str, Aim]:
    """Decide what each measure is to reach."""
    aims = {}
    for name, scene in cast.scenes["measures"].items():
        gauge = rng.choice(GAUGES)
        aims[name] = Aim(gauge, scene, rng.randint(gauge.low, gauge.high), rng.randint(18, 32))
    return aims


def initiative(rng: Random, cast: Cast, index: int, name: str) -> Record:
    """Describe a piece of work, scored and decided on; chosen work has dates and may wait for other work."""
    scene = cast.scenes["initiatives"][name]
    user = rng.choice(cast.ids["users"])
    record: Record = {
        "id": name,
        "title": scene.one(rng, TITLES),
        "summary": scene.some(rng, TODAY, 1 + index % 2),
        "outcome": scene.one(rng, RESULTS),
        "owner": rng.choice(OWNERS),
        "portfolio": rng.choice(("maintain", "improve", "transform")),
        "driver": rng.choice(("capacity", "efficiency", "safety")),
        "outcomes": cast.outcomes[index % len(cast.outcomes)],
        "principles": cast.ids["principles"][index % len(cast.ids["principles"])],
        "services": rng.choice(cast.ids["services"]),
        "needs": [f"{user}/{rng.choice(('first', 'second'))}"],
        "scores": {criterion: rng.randint(1, 5) for criterion in CRITERIA},
        "effort": rng.randint(1, 10),
    }
    return {**record, **(_chosen(rng, cast, name, scene) if is_chosen(index) else _not_chosen(rng, scene))}


def _chosen(rng: Random, cast: Cast, name: str, scene: Scene) -> Record:
    place = cast.chosen_places[name]
    depth = DEPTHS[place % len(DEPTHS)]
    running = depth == 0 and rng.choice((True, False))
    first = place - place % len(DEPTHS)
    earlier = [cast.chosen[first + offset] for offset in range(place - first) if DEPTHS[offset] == depth - 1]
    choice = {"decision": "will", "reason": scene.one(rng, REASONS), "by": "Investment board", "date": month(-1)}
    trial = {"certainty": "experiment", "hypothesis": scene.one(rng, CHANGES), "stop_by": month(FINISHES[depth][1])}
    return {
        "status": "in-progress" if running else "proposed",
        "choice": choice,
        "start": month(rng.randint(*(RUNNING_STARTS if running else STARTS[depth]))),
        "finish": month(rng.randint(*FINISHES[depth])),
        "cost": {"capital": rng.randint(5, 90) * 1000, "revenue": rng.randint(2, 40) * 1000, "funding": "new"},
        **({"certainty": "core"} if place % 5 else trial),
        **({"uses": {cast.bottleneck: rng.randint(1, 20)}} if cast.bottleneck else {}),
        **({"depends_on": [rng.choice(earlier)]} if earlier else {}),
    }


def _not_chosen(rng: Random, scene: Scene) -> Record:
    decision = rng.choice(("will-not", "later"))
    choice = {"decision": decision, "reason": scene.one(rng, REFUSALS), "by": "Investment board", "date": month(-1)}
    return {
        "status": "proposed",
        "choice": {**choice, "revisit": month(rng.randint(12, 24))} if decision == "later" else choice,
        "duration": f"{rng.randint(2, 4)} quarters",
    }


def measure(aims: dict[str, Aim], rng: Random, cast: Cast, index: int, name: str) -> Record:
    """Give a baseline, two targets on the way and readings that keep pace."""
    aim = aims[name]
    half = aim.until // 2
    return {
        "id": name,
        "name": aim.scene.fill(rng, aim.gauge.name),
        "unit": aim.gauge.unit,
        "of": f"{aim.scene.fill(rng, aim.gauge.of)} at {aim.scene.place} in a month",
        "better": aim.gauge.better,
        "kind": ("outcome", "lagging", "leading")[index % 3],
        "group": aim.gauge.group,
        "service": cast.ids["services"][index % len(cast.ids["services"])],
        "baseline": {"value": aim.baseline, "date": "2026-03-31"},
        "targets": [
            {"value": round(aim.expected(half + 1)), "by": month(half)},
            {"value": aim.target, "by": month(aim.until)},
        ],
        "readings": [
            {"date": date, "value": _reading(rng, aim, months), "note": aim.scene.one(rng, NOTES)}
            for date, months in READINGS
        ],
        "owner": rng.choice(OWNERS),
        "every": "quarterly",
        "tags": [aim.scene.area.slug],
    }


def _reading(rng: Random, aim: Aim, months: int) -> float:
    """Keep the pace or a little more."""
    return round(aim.baseline + (aim.expected(months) - aim.baseline) * rng.uniform(1.0, 1.2), 1)


def commitment(aims: dict[str, Aim], rng: Random, cast: Cast, index: int, name: str) -> Record:
    """Promise what a measure is to reach, due when its last target is or a little later."""
    measures = cast.ids["measures"]
    aim = aims[measures[index % len(measures)]]
    due = min(LAST_MONTH, aim.until + rng.randint(0, 3))
    return {
        "id": name,
        "statement": _promise(rng, aim),
        "because": aim.scene.some(rng, TODAY, 2),
        "outcomes": cast.outcomes[index % len(cast.outcomes)],
        "initiatives": sorted({rng.choice(cast.chosen) for _ in range(2)}),
        "services": rng.choice(cast.ids["services"]),
        "users": rng.choice(cast.ids["users"]),
        "owner": OWNERS[index % len(OWNERS)],
        "due": last_day(due) if index % 2 else month(due),
        "measure": measures[index % len(measures)],
        "priority": ("medium", "low", "high")[index % 3],
        "confidence": rng.randint(2, 5),
        "updates": [
            {"date": f"2026-07-{rng.randint(1, 28):02}", "status": "on-track", "note": aim.scene.one(rng, NOTES)},
            {"date": f"2026-10-{rng.randint(1, 28):02}", "status": "on-track", "note": aim.scene.one(rng, NOTES)},
        ],
    }


def _promise(rng: Random, aim: Aim) -> str:
    name = aim.scene.fill(rng, aim.gauge.name)
    sign = "%" if aim.gauge.unit == "%" else ""
    verb = "Raise" if aim.gauge.better == "higher" else "Cut"
    return f"{verb} the {name[0].lower()}{name[1:]} from {aim.baseline}{sign} to {aim.target}{sign}"
