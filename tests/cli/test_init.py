"""`digistrat init`: kits that lint clean on any day, and files that are never overwritten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from digistrat.cli.console import guarded
from digistrat.describe.schema import KINDS as FORMAT_KINDS
from digistrat.starters.kits import KINDS

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = ["--as-of", "2026-11-21"]


def run(*arguments: object) -> int:
    return guarded([str(argument) for argument in arguments])


@pytest.mark.parametrize("kind", KINDS)
def test_a_kit_lints_scores_and_renders(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new one"

    assert run("init", folder, "--kind", kind, "--organisation", 'A: "trust" #1', *AS_OF) == 0
    assert (0, 0, 0) == (
        run("lint", folder, *AS_OF, "--fail-on", "info"),
        run("score", folder, *AS_OF),
        run("render", folder, *AS_OF, "-o", folder / "build" / "site"),
    )

    shown = capsys.readouterr()
    assert "no findings in" in shown.out
    assert "mistakes" not in shown.err
    assert "$" not in (folder / "build" / "site" / "index.html").read_text(encoding="utf-8").replace("$schema", "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("as_of", ["2026-01-01", "2026-12-31", "2028-02-29"])
def test_a_kit_lints_clean_on_the_day_it_is_written(kind: str, as_of: str, tmp_path: Path) -> None:
    run("init", tmp_path, "--kind", kind, "--as-of", as_of)

    assert run("lint", tmp_path, "--as-of", as_of, "--fail-on", "info") == 0


def test_a_fresh_blank_strategy_lints_without_any_finding_for_years_in_draft(tmp_path: Path) -> None:
    run("init", tmp_path, *AS_OF)

    assert run("lint", tmp_path, "--as-of", "2026-12-21", "--fail-on", "info") == 0


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mission.yaml").write_text("mission: Ours\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")

    assert run("init", tmp_path, *AS_OF) == 0

    out = capsys.readouterr().out
    assert f"exists  {tmp_path / 'mission.yaml'}\n" in out
    assert f"exists  {tmp_path / '.gitignore'}\n" in out
    assert f"create  {tmp_path / 'strategy.yaml'}\n" in out
    assert ("mission: Ours\n", "mine\n") == (
        (tmp_path / "mission.yaml").read_text(encoding="utf-8"),
        (tmp_path / ".gitignore").read_text(encoding="utf-8"),
    )


def test_a_strategy_that_is_there_gets_no_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("init", tmp_path, *AS_OF)
    (tmp_path / "scoring.yaml").unlink()
    capsys.readouterr()

    assert run("init", tmp_path, "--kind", "council", "--ci", "gitlab", *AS_OF) == 0

    out = capsys.readouterr().out
    assert not (tmp_path / "scoring.yaml").exists()
    assert f"create  {tmp_path / '.gitlab-ci.yml'}\n" in out
    assert "A strategy was there already" in out


@pytest.mark.parametrize(
    ("ci", "path"), [("github", ".github/workflows/strategy.yml"), ("gitlab", ".gitlab-ci.yml"), ("none", None)]
)
def test_it_is_checked_on_every_change_where_one_asks_for_it(ci: str, path: str | None, tmp_path: Path) -> None:
    run("init", tmp_path, "--ci", ci, *AS_OF)

    written = {one for one in (".github/workflows/strategy.yml", ".gitlab-ci.yml") if (tmp_path / one).exists()}
    assert ({path} if path else set()) == written
    for one in written:
        assert "digistrat lint ." in str(yaml.safe_load((tmp_path / one).read_text(encoding="utf-8")))
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert hooks["repos"][0]["hooks"][0]["entry"] == "digistrat lint"


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_names_a_schema_that_is_there(kind: str, tmp_path: Path) -> None:
    run("init", tmp_path, "--kind", kind, *AS_OF)

    for path in tmp_path.glob("[!.]*.yaml"):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        named = tmp_path / first.removeprefix("# yaml-language-server: $schema=")
        assert (path.stem, f"urn:digistrat:format:1:{path.stem}") == (
            named.stem,
            json.loads(named.read_text(encoding="utf-8"))["$id"],
        )
    assert {f"{one}.json" for one in FORMAT_KINDS} == {one.name for one in (tmp_path / ".digistrat/schema").iterdir()}


def test_the_three_commands_at_the_end_can_be_pasted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "our 'new' strategy"

    run("init", folder, *AS_OF)

    last = [line.split() for line in capsys.readouterr().out.splitlines()[-3:]]
    assert ["lint", "score", "render"] == [words[1] for words in last]
    assert all("'\"'\"'new'\"'\"'" in " ".join(words) for words in last)


@pytest.mark.parametrize(
    ("arguments", "meant"), [(["--kind", "nhstrust"], "nhs-trust"), (["--ci", "gitbub"], "github")]
)
def test_a_misspelt_word_is_told(
    arguments: list[str], meant: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("init", tmp_path / "new", *arguments) == 2

    assert f"did you mean {meant!r}?" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
