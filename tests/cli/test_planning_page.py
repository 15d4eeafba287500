"""What docs/planning.md shows: commands that work, sentences that come out, keys and words that exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from digistrat.cli.app import app
from digistrat.model.kinds.scoring import Scoring
from digistrat.wording import one_line
from tests.runners import ROOT, shell

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "planning.md").read_text(encoding="utf-8")


def shown(language: str) -> str:
    """Give what the page shows in one language."""
    return "".join(re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL))


def test_its_commands_work_and_say_what_it_shows(example: Path, tmp_path: Path) -> None:
    (tmp_path / "examples").mkdir()
    example.rename(tmp_path / "examples" / "strategy-repo")

    done = shell(shown("sh"), tmp_path, {"COLUMNS": "130"})

    assert 0 == done.code, done
    said = one_line(done.out)
    assert [] == [line for line in shown("text").splitlines() if one_line(line) not in said]
    assert {"plan.md", "check.md", "strategy"} == {path.name for path in (tmp_path / "build").iterdir()}


def test_every_option_that_it_names_exists() -> None:
    import typer.main  # noqa: PLC0415  (only here)

    plan = typer.main.get_command(app).commands["plan"]  # type: ignore[attr-defined]  # a group has them
    known = {name for option in plan.params for name in option.opts}

    named = {*re.findall(r"(?<!\S)`?(--[a-z][a-z-]*)", PAGE)}
    assert {"--with", "--without", "--overrun", "--robust", "--limit", "--check", "--accept", "--by"} <= named <= known


def test_what_it_writes_in_yaml_is_what_scoring_takes() -> None:
    scoring = Scoring.model_validate(yaml.load(shown("yaml"), yaml.BaseLoader))

    assert scoring.plan
    assert 9 == scoring.plan.quarters
