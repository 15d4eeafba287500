"""What is decided already stands outside the ranking: by its own word, or because a decision names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.scores import is_decided
from digistrat.model.load import load_folder
from digistrat.score.ranking import rank
from tests.strategies import AS_OF, lint, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("decision", "expected"),
    [("kind: programme", True), ("kind: funding, made: 2026-03-26", True), ("kind: stop", False),
     ("kind: funding, made: 2027-06", False), ("x-note: none of these", True)],
)  # fmt: skip
def test_a_decision_that_is_made_and_no_stop_decides(decision: str, expected: bool, tmp_path: Path) -> None:  # noqa: FBT001
    files = {"decisions.yaml": f"- {{id: d, title: D, initiatives: e-letters, {decision}}}\n"}
    folder = write(tmp_path, files)
    strategy = load_folder(folder, AS_OF)

    ranking = rank(strategy, lint(folder))

    assert expected is is_decided(strategy, strategy.initiatives["e-letters"])
    assert expected is ("e-letters" in [entry.initiative.id for entry in ranking.decided])


def test_what_a_decision_rules_out_is_not_decided_by_it(tmp_path: Path) -> None:
    folder = write(tmp_path, {"decisions.yaml": "- {id: d, title: D, kind: policy, rules_out: e-letters}\n"})

    strategy = load_folder(folder, AS_OF)

    assert not is_decided(strategy, strategy.initiatives["e-letters"])
