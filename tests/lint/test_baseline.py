"""A baseline: what is accepted stays quiet wherever it moves, what is new speaks, what is mended is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from digistrat.errors import DigistratError
from digistrat.lint import baseline
from tests.strategies import lint, write

if TYPE_CHECKING:
    from pathlib import Path

ONE = "- {id: a, titel: T}\n"
TWO = ONE + "- {id: b, titel: T}\n"


def test_what_is_accepted_is_not_reported(tmp_path: Path) -> None:
    report = lint(write(tmp_path, {"principles.yaml": TWO}))

    after = baseline.apply(report, baseline.drawn(report.findings))

    assert () == after.findings
    assert report.findings == after.baselined
    assert () == after.stale


def test_it_names_rules_and_records_and_no_line(tmp_path: Path) -> None:
    report = lint(write(tmp_path, {"principles.yaml": ONE, "mission.yaml": None}))

    data = json.loads(baseline.drawn(report.findings))

    assert data == {
        "version": 1,
        "findings": [
            {"rule": "missing-file", "file": "mission.yaml", "count": 1},
            {"rule": "unknown-key", "record": "principles/a", "count": 1},
        ],
    }


def test_findings_stay_accepted_when_their_lines_move(tmp_path: Path) -> None:
    text = baseline.drawn(lint(write(tmp_path / "a", {"principles.yaml": TWO})).findings)

    moved = baseline.apply(lint(write(tmp_path / "b", {"principles.yaml": "# New\n\n" + TWO})), text)

    assert () == moved.findings


def test_a_new_finding_beside_an_accepted_one_speaks(tmp_path: Path) -> None:
    text = baseline.drawn(lint(write(tmp_path / "a", {"principles.yaml": ONE})).findings)

    after = baseline.apply(lint(write(tmp_path / "b", {"principles.yaml": TWO})), text)

    assert ["principles/b"] == [finding.record for finding in after.findings]


def test_one_more_of_the_same_in_the_same_record_speaks(tmp_path: Path) -> None:
    text = baseline.drawn(lint(write(tmp_path / "a", {"principles.yaml": "- {id: a, title: T, x1: 1}\n"})).findings)

    after = baseline.apply(
        lint(write(tmp_path / "b", {"principles.yaml": "- {id: a, title: T, x1: 1, x2: 1}\n"})), text
    )

    assert ["x2"] == [finding.field for finding in after.findings]


def test_an_entry_that_nothing_answers_to_is_told(tmp_path: Path) -> None:
    text = baseline.drawn(lint(write(tmp_path / "a", {"principles.yaml": TWO})).findings)

    after = baseline.apply(lint(write(tmp_path / "b", {"principles.yaml": ONE})), text)

    assert ("unknown-key in principles/b",) == after.stale


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 1}', '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}',
     '{"version": 1, "findings": [{"record": "a"}]}', '{"version": 1, "findings": [{"rule": "a", "count": "x"}]}',
     '{"version": 1, "findings": [{"rule": "a", "count": 1e999}]}', '{"version": 1, "findings": [{"rule": "a b"}]}',
     "[" * 100_000],
)  # fmt: skip
def test_what_is_no_baseline_is_said_and_not_crashed_on(text: str, tmp_path: Path) -> None:
    report = lint(write(tmp_path, {}))

    with pytest.raises(DigistratError, match=r"baseline\.json"):
        baseline.apply(report, text)
