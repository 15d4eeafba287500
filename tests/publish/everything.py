"""One small strategy that has nearly everything, and one that says nearly nothing: what pages are tested with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.publish import reading

if TYPE_CHECKING:
    from pathlib import Path

FILES: dict[str, str] = {
    "mission.yaml": """
mission: Less waiting
outcomes:
  - {id: less-waiting, title: People wait less, measures: wait}
journeys:
  - {id: ann, who: A carer, today: She rings, then: She clicks, initiatives: booking}
""",
    "measures.yaml": "- {id: wait, name: Days of waiting}\n",
    "principles.yaml": "- {id: simple, title: Simple first}\n",
    "commitments.yaml": "- {id: main, statement: Book online, due: 2027-06, users: carers, services: clinic}\n",
    "services.yaml": "- {id: clinic, name: Clinic, users: carers}\n",
    "initiatives.yaml": """
- {id: booking, title: Booking, outcome: Less ringing, needs: carers/book, principles: simple, outcomes: less-waiting, users: carers}
- {id: letters, title: Letters, depends_on: booking, excludes: paper}
- {id: paper, title: Paper, choice: {decision: will-not, reason: Too slow}}
""",
    "users.yaml": """
- {id: carers, name: Carers, needs: {id: book, need: Book for somebody}}
- {id: young-carers, name: Young carers, within: carers}
""",
    "research.yaml": """
- {id: early, title: The early study, date: 2025, method: [co-design, existing-data], participants: about 30}
- {id: late, title: The late study, date: 2026-03, users: carers, needs: carers/book, found: [They *ring*, They wait]}
- {id: undated, title: The undated study, source: A drawer}
""",
    "plan.yaml": """
accepted: {by: Board, date: 2026-09-01}
chosen:
  - {initiative: letters, start: 2027-Q2, finish: 2027-Q3}
  - {initiative: unknown, start: 2027-Q1}
  - {initiative: booking, start: 2027-Q1, finish: 2027-Q2}
not_now: [{initiative: paper, reason: Nobody reads it}, {initiative: gone}]
""",
    "system.yaml": """
name: Northmoor system
plan: {title: Joint plan, url: "https://a.example/plan"}
sro: Medical director
topics:
  - {topic: patient-experience, level: both, position: One **app**, partners: [Council, GPs], owner: Nurse, by: {after: main, months: 1}, initiatives: booking}
  - {position: Something else, by: {after: nothing, months: 2}}
""",
    "engagement.yaml": """
objectives: [{title: Hear people, supports: less-waiting, measures: wait, process: It goes to the board}, {process: Nowhere}]
starts: 2026-05
people: [{group: Over 70, users: carers, why: Seldom heard, size: about 9000, gathers_at: [Halls], wants: Tea, offer: [Tea, Time]}, {why: Unnamed}]
stakeholders:
  - {who: Nobody knows}
  - {who: Paper, influence: low, interest: high}
  - {who: Union, influence: high, interest: low, approach: First}
  - {who: Healthwatch, influence: high, interest: high}
resources: [{what: Tea bags, kind: money, hours_per_week: 2.5, until: 2027, owner: Nurse}, {what: A van}]
policy: Be *kind*
listen: {from: 2025, how: By ear}
respond: {within: 1 week, owner: Clerk}
measures: wait
experiments: [{tried: A wall, date: 2026, result: Notes, next: More walls}, {id: silent-one, result: Nothing}]
privacy: {lawful_basis: Public task, notice: "https://a.example/privacy"}
""",
    "delivery.yaml": """
rhythm: [{kind: show-and-tell, every: 2 weeks, last: 2026-11-12, next: 2026-11-26, who: Anyone}, {every: 1 month}, {who: Ghosts}]
changes: [{area: finance, today: Yearly, then: In steps, by: {after: main, months: 1}, owner: CFO}, {then: Other}]
skills: [{role: Leads, needs: [Law, Charts], plan: A day, by: 2027-01}]
communication: [{form: audio, audience: Listeners, url: "https://a.example/listen", by: 2026}, {form: poster}, {audience: All, url: notes.html}]
""",
    "board.yaml": """
reviews:
  - date: 2026-03
    by: Board
    answers: [{question: mission, rating: partly}, {question: risk, rating: assured}, {question: users, rating: assured}, {question: system}]
  - date: 2026-09-24
    answers:
      - {question: mission, rating: assured, note: Known}
      - {question: risk, rating: not-assured, action: Rehearse, owner: CIO, due: {after: main, months: 1}}
      - {question: users, rating: assured, owner: Nurse}
      - {question: system, rating: partly, due: 2027}
""",
}
# Files that some tests add.
WGLL = """
responses:
  - {item: well-led, status: met, response: "We do\\n\\n- so", commitments: main, initiatives: booking, applies_if: there is a board}
  - {item: safe-practice, status: not-applicable, reason: Not *us*}
  - {item: support-people, response: Soon}
  - {item: no-such-item, status: partly}
"""
OWN = """
title: Our own asks
groups: [{id: first, title: First things}, {id: empty, title: Nothing here}, {id: bare}]
items:
  - {id: a, group: first, title: Ask A, asks: Do A, due: 2027-03, targets: [{value: 80, unit: "%", of: calls, by: 2027}, {value: 90%, unit: "%"}, {value: 3, unit: days}, {unit: none}]}
  - {id: b, group: bare, title: Ask B}
  - {id: c, asked_of: [agency], title: Ask C}
  - {id: d}
"""
SCALES = """
assessments:
  - {framework: integration, date: 2024, level: absent, target: siloed, target_by: {after: main, months: 1}, evidence: [A plan., A talk, "Six."]}
  - {framework: nowhere, level: 9}
  - {framework: integration, date: 2026-10, level: 2, target: somewhere, next: 2028, every: 2 years}
  - {framework: integration}
"""
# Each kind with parts that say nothing.
EMPTY = {
    "engagement": "objectives: [{}]\npeople: [{}]\nstakeholders: [{}]\nresources: [{}]\nexperiments: [{}]\nlisten: {}\nrespond: {}\nprivacy: {}\n",
    "delivery": "rhythm: [{}]\nchanges: [{}]\nskills: [{}]\ncommunication: [{}]\n",
    "system": "topics: [{}]\nplan: {}\n",
    "board": "reviews: [{answers: [{}]}]\n",
    "maturity": "assessments: [{}]\n",
    "alignment__none": "responses: [{}]\n",
    "frameworks__own": "items: [{id: a, targets: [{}]}]\nlevels: [{}]\n",
    "research": "- {id: a, title: A}\n",
    "plan": "accepted: {}\nchosen: [{}]\nnot_now: [{}]\n",
}


def site_of(folder: Path, **files: Any) -> dict[str, str]:
    """Build a site of the files above, some of them changed: `alignment__wgll` is `alignment/wgll.yaml`."""
    changed = {name.replace("__", "/") + ".yaml": content for name, content in files.items()}
    return reading.site_of(folder, {**FILES, **changed})
