"""Who and what stands in a generated strategy? The ids of every kind, made first so that records can link."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import cycle, islice
from typing import TYPE_CHECKING

from benchmarks.words import AREAS, CONSTRAINTS, OUTCOMES, PEOPLE, PLACES, Area

if TYPE_CHECKING:
    from random import Random

SMALLEST = 10
# The share of each kind in hundredths, and the fewest there can be; initiatives take what is left.
SHARES = {
    "principles": (1, 1),
    "users": (8, 2),
    "services": (18, 1),
    "constraints": (2, 4),
    "measures": (21, 2),
    "commitments": (22, 2),
}
CONSTRAINTS_FROM = 20  # records; four constraints would crowd out a smaller strategy


@dataclass(frozen=True)
class Scene:
    """Where a record plays: an area of work at one place; it fills the gaps in a text."""

    area: Area
    place: str

    @property
    def slug(self) -> str:
        """The area and the place as part of an id."""
        return f"{self.area.slug}-{self.place.lower().replace(' ', '-')}"

    def fill(self, rng: Random, text: str) -> str:
        """Put the area, the place and two numbers into a text, which then begins with a capital."""
        filled = text.format(
            name=self.area.name,
            thing=self.area.thing,
            things=self.area.things,
            place=self.place,
            number=rng.randint(11, 99) * 10,
            small=rng.randint(3, 12),
        )
        return filled[0].upper() + filled[1:]

    def one(self, rng: Random, texts: tuple[str, ...]) -> str:
        """Pick one text and fill it."""
        return self.fill(rng, rng.choice(texts))

    def some(self, rng: Random, texts: tuple[str, ...], count: int) -> str:
        """Pick some different sentences and fill them, one a line."""
        return "".join(f"{self.fill(rng, text)}\n" for text in rng.sample(texts, count))


@dataclass(frozen=True)
class Cast:
    """The ids of a strategy by kind, in order, with the scene of each."""

    scenes: dict[str, dict[str, Scene]]

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """List the ids of each kind."""
        return {kind: list(scenes) for kind, scenes in self.scenes.items()}

    @cached_property
    def chosen(self) -> list[str]:
        """List the initiatives that are chosen: all but every fourth, from the second on."""
        return [name for index, name in enumerate(self.scenes["initiatives"]) if is_chosen(index)]

    @cached_property
    def chosen_places(self) -> dict[str, int]:
        """The place of each chosen initiative among the chosen ones."""
        return {name: place for place, name in enumerate(self.chosen)}

    @property
    def outcomes(self) -> list[str]:
        """List the outcomes; each has a commitment, so a small strategy has fewer of them."""
        return [name for name, *_ in OUTCOMES[: len(self.scenes["commitments"])]]

    @property
    def bottleneck(self) -> str | None:
        """Name the constraint whose capacity the work uses, where there is one."""
        return next(iter(self.scenes["constraints"]), None)


def is_chosen(index: int) -> bool:
    """Say whether the initiative at this place in the list is chosen."""
    return index % 4 != 1


def sizes(records: int) -> dict[str, int]:
    """Share a number of records out among the kinds."""
    counts = {kind: max(fewest, records * share // 100) for kind, (share, fewest) in SHARES.items()}
    if records < CONSTRAINTS_FROM:
        counts["constraints"] = 0
    counts["initiatives"] = records - sum(counts.values())
    return counts


def make_cast(rng: Random, records: int) -> Cast:
    """Give every record of the strategy an id and a scene."""
    scenes: dict[str, dict[str, Scene]] = {}
    for kind, count in sizes(records).items():
        made = [Scene(rng.choice(AREAS), rng.choice(PLACES)) for _ in range(count)]
        if kind == "commitments":  # each promises what a measure measures
            made = list(islice(cycle(scenes["measures"].values()), count))
        scenes[kind] = {_identify(kind, index, scene): scene for index, scene in enumerate(made)}
    return Cast(scenes)


def _identify(kind: str, index: int, scene: Scene) -> str:
    """Make an id that reads like one a person gave; the number keeps it unique."""
    stems = {
        "principles": "principle",
        "users": PEOPLE[index % len(PEOPLE)][0],
        "constraints": CONSTRAINTS[index % len(CONSTRAINTS)][0],
    }
    return f"{stems.get(kind, scene.slug)}-{index + 1:04}"
