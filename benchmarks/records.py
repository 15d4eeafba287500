"""What does one generated record say? A function for each kind; every link leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.words import (
    ACCESS_NEEDS,
    CHANGES,
    CONSTRAINTS,
    EVIDENCE,
    MANAGERS,
    NEEDS,
    OWNERS,
    PEOPLE,
    PRINCIPLES,
    RESPONSES,
    TODAY,
)

if TYPE_CHECKING:
    from random import Random

    from benchmarks.cast import Cast
    from benchmarks.yaml_text import Record


def principle(rng: Random, cast: Cast, index: int, name: str) -> Record:
    """Say what goes before what."""
    scene = cast.scenes["principles"][name]
    title, rival = PRINCIPLES[index % len(PRINCIPLES)]
    return {
        "id": name,
        "title": f"{title} at {scene.place}",
        "means": scene.some(rng, CHANGES, 4),
        "we_will": f"Ask of each new plan for {scene.area.name} what it would change on a busy Monday",
        "we_will_not": f"Buy anything for {scene.area.name} before five people have tried it",
        "even_over": f"{rival.capitalize()}, even where that looks quicker",
    }


def user_group(rng: Random, cast: Cast, index: int, name: str) -> Record:
    """Tell who they are and what they need, each need met by a service."""
    scene = cast.scenes["users"][name]
    kind, people, reach = PEOPLE[index % len(PEOPLE)]
    services = cast.ids["services"]
    return {
        "id": name,
        "name": f"{people} near {scene.place}",
        "kind": kind,
        "number": f"about {rng.randint(12, 90) * 100}",
        "reach": reach,
        "summary": scene.some(rng, TODAY, 2),
        "digitally_excluded": rng.randint(4, 35),
        "access_needs": rng.choice(ACCESS_NEEDS),
        "needs": [
            {
                "id": need,
                "need": scene.fill(rng, text),
                "evidence": scene.one(rng, EVIDENCE),
                "observed": rng.choice((True, True, False)) or index == 0,
                "services": rng.choice(services),
            }
            for need, text in zip(("first", "second"), rng.sample(NEEDS, 2), strict=True)
        ],
    }


def service(rng: Random, cast: Cast, _index: int, name: str) -> Record:
    """Describe a service with the figures of two years."""
    scene = cast.scenes["services"][name]
    volume = rng.randint(8, 400) * 250
    online, phone = rng.randint(20, 60), rng.randint(10, 25)
    return {
        "id": name,
        "name": f"{scene.area.name.capitalize()} at {scene.place}",
        "kind": rng.choice(("transaction", "transaction", "information", "care", "pathway")),
        "summary": scene.some(rng, TODAY, 2),
        "owner": rng.choice(OWNERS),
        "manager": rng.choice(MANAGERS),
        "users": sorted({rng.choice(cast.ids["users"]) for _ in range(2)}),
        "figures": [
            _figures(rng, "FY2024-25", volume, online - 5),
            _figures(rng, "FY2025-26", volume + rng.randint(10, 900), online),
        ],
        "channels": {"online": online, "phone": phone, "in-person": 100 - online - phone},
        "quality": scene.one(rng, TODAY),
        "opportunity": {"size": rng.choice(("high", "medium", "low")), "note": scene.one(rng, CHANGES)},
        "assisted_route": f"The desk at {scene.place} does it with people, by phone or in person",
    }


def _figures(rng: Random, period: str, volume: int, online: int) -> Record:
    return {
        "period": period,
        "volume": volume,
        "digital_volume": volume * online // 100,
        "cost_per_use": f"{rng.uniform(1, 30):.2f}",
        "satisfaction": rng.randint(55, 92),
        "completion_rate": rng.randint(60, 95),
    }


def constraint(rng: Random, cast: Cast, index: int, name: str) -> Record:
    """State what stands in the way and what is done about it; the first one is the bottleneck."""
    scene = cast.scenes["constraints"][name]
    kind, statement, response = CONSTRAINTS[index % len(CONSTRAINTS)]
    capacity: Record = {"unit": "team weeks", "per": "quarter", "available": 20 * len(cast.chosen)}
    record: Record = {
        "id": name,
        "kind": kind,
        "statement": f"{statement}, most of all for {scene.area.name} at {scene.place}",
        "response": {
            "kind": response,
            "text": f"{rng.choice(RESPONSES)}\n{scene.some(rng, CHANGES, 3)}",
            "initiatives": sorted({rng.choice(cast.chosen) for _ in range(2)}),
        },
        "evidence": scene.some(rng, TODAY, 3),
    }
    return {**record, "capacity": capacity} if name == cast.bottleneck else record
