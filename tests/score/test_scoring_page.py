"""What docs/scoring.md shows: commands that work, examples that give the scores it states, formulas as declared."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.cli.console import guarded
from digistrat.figures.methods import DECLARED
from digistrat.model.load import load_folder
from digistrat.score.instead import scored_by
from digistrat.score.numbers import written
from tests.runners import ROOT
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "scoring.md").read_text(encoding="utf-8")
COMMANDS = "".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)).splitlines()
EXAMPLES = [
    pytest.param(method, scores.split(", "), text, id=method)
    for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    for method, scores in re.findall(r"^# (\S+): (.*)$", text, re.MULTILINE)
]


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_work(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    name, *arguments = shlex.split(command)

    assert "digistrat" == name
    assert 0 == guarded(arguments)


@pytest.mark.parametrize(("method", "scores", "initiatives"), EXAMPLES)
def test_its_examples_give_the_scores_it_states(
    method: str, scores: list[str], initiatives: str, tmp_path: Path
) -> None:
    strategy = load_folder(write(tmp_path, {"initiatives.yaml": initiatives}), AS_OF)

    ranking = Answers(scored_by(strategy, method)).ranking

    found = {entry.initiative.id: written(entry.score, 2) for entry in ranking.running}
    assert scores == [found[id] for id in strategy.initiatives]


def test_it_has_every_method_with_its_formula() -> None:
    rows = re.findall(r"^\| (`.*?) \| (.*?) \|", PAGE, re.MULTILINE)

    said = {name: formula for names, formula in rows for name in re.findall(r"`([a-z-]+)`", names) if name != "method"}
    assert {name: method.formula for name, method in DECLARED.items()} == said
    assert len(EXAMPLES) == 5
