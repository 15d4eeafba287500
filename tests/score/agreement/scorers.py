"""Small sets of scores by several people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.score.agreement import Agreement, agreement
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

TWO_CRITERIA = """\
criteria:
  - {id: patient, title: Benefit to patients, weight: 60, max: 10}
  - {id: staff, title: Benefit to staff, weight: 40, max: 5}
"""
THREE_SCORERS = """\
- id: wi-fi
  title: Wi-Fi on every ward
  effort: 3
  scores:
    - {by: Chief nurse, scores: {patient: 8, staff: 4}}
    - {by: Director of finance, scores: {patient: 2, staff: 3}}
    - {by: Head of IT, scores: {patient: 7, staff: 5}}
- id: letters
  title: Letters without paper
  effort: 7
  scores:
    - {by: "chief  nurse", scores: {patient: 5, staff: 2}}
    - {by: Director of finance, scores: {patient: 5, staff: 3}}
    - {by: Head of IT, scores: {patient: 4, staff: 2}}
- id: voice
  title: Voice recognition
  scores:
    - {by: Chief nurse, scores: {patient: 6, staff: 4}}
    - {by: Director of finance, scores: {patient: 6}}
- {id: closed-loop, title: Closed loop, scores: {patient: 9, staff: 5}}
- {id: done, title: Done, status: delivered, scores: [{by: Chief nurse, scores: {patient: 0}}, {by: A visitor, scores: {patient: 9}}]}
"""


def agreed(folder: Path, initiatives: str, scoring: str = f"method: weighted\n{TWO_CRITERIA}") -> Agreement:
    """Compare the scorers of some initiatives."""
    files = {"scoring.yaml": scoring, "initiatives.yaml": initiatives}
    return agreement(Answers(load_folder(write(folder, files), AS_OF)).ranking)


def both(one: str, other: str, id: str = "a") -> str:
    """Make an initiative that a nurse and finance scored."""
    return f"- {{id: {id}, title: {id.upper()}, scores: [{{by: Nurse, scores: {one}}}, {{by: Finance, scores: {other}}}]}}\n"
