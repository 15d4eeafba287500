"""What makes the records of the manual's examples good ones, so that each example shows only what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# By collection, or file of its own, each key with what is written behind it; the ids are those of `tests/minimal/`.
GOOD: Mapping[str, Mapping[str, str]] = {
    "strategy": {
        "format": "1",
        "title": "Digital strategy",
        "organisation": "{name: Example Trust}",
        "period": "{from: 2026-04, to: 2029-03}",
        "owner": "Trust board",
        "next_review": "2027-03",
        "out_of_scope": "{what: A new patient record, why: The present contract runs to 2030}",
    },
    "commitments": {
        "statement": "Every discharge letter leaves on the same day",
        "due": "2028-03",
        "owner": "Medical director",
        "outcomes": "less-waiting",
        "initiatives": "e-letters",
        "measure": "letters-sent",
        "updates": "{date: 2026-11-01, status: on-track}",
    },
    "initiatives": {
        "title": "Discharge letters without paper",
        "outcome": "Family doctors read what happened before the patient calls",
        "owner": "Medical director",
        "choice": "{decision: will, reason: The biggest delay we can end}",
        "outcomes": "less-waiting",
        "users": "patients",
        "scores": "{patient: 4}",
    },
    "services": {
        "name": "Outpatient booking",
        "kind": "transaction",
        "owner": "Chief operating officer",
        "manager": "Booking manager",
        "users": "patients",
        "figures": "{period: 2026-Q2, volume: 48200, digital_volume: 30100, cost_per_use: 3.10, source: Booking system}",
        "quality": "Nine in ten patients say that booking was easy",
        "opportunity": "{size: high, note: Half of the callers would rather not ring}",
        "assisted_route": "The booking desk, and a telephone line with a person",
    },
    "users": {
        "name": "Patients who wait",
        "kind": "patient",
        "reach": "mainstream",
    },
    "research": {
        "title": "Two days at the booking desk",
        "method": "shadowing",
        "date": "2026-05",
        "participants": "12",
        "users": "patients",
        "found": "Half of the callers ask about a letter that has not come",
    },
    "technology": {
        "name": "Letter system",
        "kind": "Software",
        "status": "in-use",
        "outcome": "Letters leave on the day",
        "team": "Letters team",
        "standards": "FHIR",
    },
    "constraints": {
        "kind": "digital-skills",
        "statement": "Four people know how to join our systems",
        "response": "{kind: limit, text: No more than five pieces of work run at the same time}",
    },
    "decisions": {
        "title": "The letters come first",
        "kind": "policy",
        "made": "2026-03",
    },
    "measures": {
        "name": "Letters that leave on the day",
        "unit": '"%"',
        "of": "discharges",
        "kind": "outcome",
        "baseline": "{value: 62, date: 2026-03}",
    },
    "benefits": {
        "title": "Calls that nobody has to make",
        "aim": "lower-cost",
        "kind": "non-cash-releasing",
        "amount": "£40,000",
        "per": "year",
        "owner": "Director of finance",
        "method": "8,000 fewer calls a year at £5 each",
    },
    "risks": {
        "title": "The letters come too late",
        "kind": "delivery",
        "likelihood": "3",
        "impact": "3",
        "mitigation": "One ward at a time",
        "owner": "Medical director",
        "next_review": "2027-01",
    },
    "stories": {
        "title": "Letters at Moorside leave on the day",
        "kind": "delivered",
        "date": "2026-06",
        "impact": '{what: Letters that leave on the day, before: 41, after: 88, unit: "%"}',
    },
    "principles": {
        "title": "Open first",
        "we_will": "Publish what we plan",
        "we_will_not": "Keep lists of our own",
    },
}
