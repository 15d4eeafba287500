"""Deadlines that wait for something: in every field that is a deadline, after a commitment, a decision, an initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.model.load import load_folder
from tests.strategies import AS_OF, lint, write

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "decisions.yaml": "- {id: funding, title: Money for the record, made: 2026-09-30}\n",
    "initiatives.yaml": "- {id: scanning, title: Scan, finish: 2027-03, stop_by: {after: funding, weeks: 2}}\n",
    "commitments.yaml": (
        "- {id: letters, statement: Letters in a day, due: {after: scanning, months: 1}}\n"
        "- {id: notes, statement: Notes in a day, due: {after: letters, days: 1}}\n"
    ),
    "technology.yaml": "- {id: fax, name: Fax, legacy: true, retire_by: {after: notes, months: 12}}\n",
}


def test_a_deadline_after_something_is_resolved_everywhere(tmp_path: Path) -> None:
    strategy = load_folder(write(tmp_path, FILES), AS_OF)
    deadlines = (
        strategy.initiatives["scanning"].stop_by,
        strategy.commitments["letters"].due,
        strategy.commitments["notes"].due,
        strategy.technology["fax"].retire_by,
        None,
    )

    found = [strategy.when(deadline) for deadline in deadlines]

    assert ["2026-10-14", "2027-04-30", "2027-05-01", "2028-05-01", None] == [one and str(one) for one in found]


def test_of_a_decision_and_an_initiative_of_one_name_the_decision_counts(tmp_path: Path) -> None:
    files = {
        "decisions.yaml": "- {id: both, title: Both, made: 2026-01-01}\n",
        "initiatives.yaml": "- {id: both, title: Both, finish: 2027-12-31}\n",
        "commitments.yaml": "- {id: one, statement: One, due: {after: both}}\n",
    }

    strategy = load_folder(write(tmp_path, files), AS_OF)

    due = strategy.due(strategy.commitments["one"])
    assert str(due) == "2026-01-01"


def test_a_deadline_after_nothing_known_is_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    files = {**FILES, "technology.yaml": "- {id: fax, name: Fax, retire_by: {after: note, months: 12}}\n"}
    folder = write(tmp_path, files)

    (finding,) = (one for one in lint(folder).findings if one.rule == "unknown-reference")

    assert ("technology/fax", "retire_by.after", "write 'notes'") == (finding.record, finding.field, finding.help)
    assert load_folder(folder, AS_OF).when(load_folder(folder, AS_OF).technology["fax"].retire_by) is None
