"""What do the generated manifest, mission and scoring say? The three files that stand once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.words import CHANGES, OUTCOMES, TODAY
from benchmarks.work import CRITERIA

if TYPE_CHECKING:
    from random import Random

    from benchmarks.cast import Cast
    from benchmarks.yaml_text import Record

MOST_COST = 100_000  # pounds of one kind that one initiative may cost
WEIGHTS = (40, 25, 20, 15)
# About kinds that the generator leaves out, whose absence lint would report.
LEFT_OUT = ("missing-risk", "no-rhythm", "unchanged-organisation", "nothing-delivered")


def manifest(cast: Cast) -> Record:
    """Describe an approved strategy whose limits fit its size."""
    records = sum(len(names) for names in cast.ids.values())
    money = MOST_COST * len(cast.chosen)
    return {
        "format": 1,
        "title": f"A digital strategy of {records} records",
        "organisation": {"name": "Example Hospitals", "kind": "nhs-trust"},
        "period": {"from": "2026-04", "to": "2029-03"},
        "owner": "Trust board",
        "coordinator": "Chief digital officer",
        "status": "approved",
        "approved": {"by": "Trust board", "date": "2026-03-26"},
        "next_review": "2027-03",
        "part_of": {
            "title": "The strategy of Example Hospitals",
            "goals": [{"id": f"goal-{name}", "title": goal} for name, _, _, goal in _outcomes(cast)],
        },
        "in_scope": ["Hospitals", "Clinics", "Care at home"],
        "out_of_scope": [{"what": "A new patient record", "why": "The present contract runs to 2030"}],
        "envelope": [
            {"year": f"FY{year}-{year % 100 + 1}", "capital": money, "revenue": money} for year in (2026, 2027, 2028)
        ],
        "limits": {"commitments": len(cast.ids["commitments"])},
        "lint": {"ignore": list(LEFT_OUT)},
    }


def mission(rng: Random, cast: Cast) -> Record:
    """Say what the strategy is for; every outcome has a goal above it and a measure below."""
    scene = next(iter(cast.scenes["services"].values()))
    measures = cast.ids["measures"]
    return {
        "mission": "No person waits for care while a piece of paper travels",
        "vision": "People know what happens next, and staff have the facts to hand.",
        "context": scene.some(rng, TODAY, 4),
        "case_for_change": scene.some(rng, TODAY, 4),
        "drivers": ["capacity", "efficiency", "safety"],
        "outcomes": [
            {
                "id": name,
                "title": title,
                "aim": aim,
                "supports": f"goal-{name}",
                "measures": measures[index % len(measures)],
            }
            for index, (name, title, aim, _) in enumerate(_outcomes(cast))
        ],
        "will_not": [
            {"what": "Close the desks", "why": "One in ten people cannot go online"},
            {"what": "Build a messaging service", "why": scene.fill(rng, "A shared one does it for all of {place}")},
        ],
        "journeys": [
            {
                "id": "first-visit",
                "who": "A person who is new to the hospital",
                "today": scene.some(rng, TODAY, 2),
                "then": scene.some(rng, CHANGES, 2),
                "initiatives": cast.chosen[:2],
            }
        ],
    }


def scoring() -> Record:
    """Set the criteria by which the initiatives are scored."""
    titles = ("Benefit to patients", "How many people notice", "Safety", "Ease")
    return {
        "method": "weighted",
        "criteria": [
            {"id": name, "title": title, "weight": weight, "max": 5}
            for name, title, weight in zip(CRITERIA, titles, WEIGHTS, strict=True)
        ],
        "effort": {"title": "Team months", "max": 10},
        "top": 3,
        "session": {
            "date": "2026-02-10",
            "roles": ["Chief nurse", "Director of finance", "Chief operating officer", "Chief digital officer"],
        },
        "plan": {"from": "2027-01", "quarters": 9},
    }


def _outcomes(cast: Cast) -> list[tuple[str, str, str, str]]:
    return [outcome for outcome in OUTCOMES if outcome[0] in cast.outcomes]
