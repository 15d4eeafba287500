"""What docs/ci.md shows: files that their services take, names that exist, commands that work."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

import yaml

from digistrat.lint.formats import FORMATS
from tests.runners import ACTION, COMMANDS, HEADER, HOOK, ROOT, STARTERS, fits, shell

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SHOWN = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]


def test_what_it_shows_for_github_is_what_github_takes(tmp_path: Path) -> None:
    [whole] = [{"on" if key is True else key: one for key, one in data.items()} for data in SHOWN if "jobs" in data]
    parts = [{"runs-on": "ubuntu-latest", **data} for data in SHOWN if "steps" in data]
    workflow: dict[str, Any] = {"on": "push", "jobs": {f"job-{number}": part for number, part in enumerate(parts)}}
    for name, data in (("whole.yml", whole), ("parts.yml", workflow)):
        (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")

    done = fits("github-workflows", tmp_path / "whole.yml", tmp_path / "parts.yml")

    assert (0, 2) == (done.code, len(parts)), done


def test_what_it_shows_for_gitlab_is_what_gitlab_takes(tmp_path: Path) -> None:
    shown = [data for data in SHOWN if not {"jobs", "steps", "repos"} & {*data}]
    for number, data in enumerate(shown):
        job = {"script": "true"} if "include" not in data else {}
        (tmp_path / f"{number}.yml").write_text(
            json.dumps({key: {**one, **job} if job else one for key, one in data.items()}), encoding="utf-8"
        )

    done = fits("gitlab-ci", *tmp_path.glob("*.yml"))

    assert (0, 2) == (done.code, len(shown)), done


def test_every_option_and_format_that_is_written_there_exists() -> None:
    files = [ROOT / "action.yml", ROOT / "gitlab" / "digistrat.yml", ROOT / "docs" / "ci.md", *STARTERS.glob("*.y*ml")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    text = re.sub(r"(-m pip|pip install) .*", "", text)
    known = {*re.findall(r"--[a-z-]+", subprocess.check_output([f"{COMMANDS}/digistrat", "lint", "--help"], text=True))}

    assert set() == {*re.findall(r"(?<!\S)`?(--[a-z][a-z-]*)", text)} - known - {"--constraint"}
    assert {*re.findall(r"--format[ =]\"?([a-z]+)", text)} <= {*FORMATS}
    assert {*FORMATS} - {"statistics"} == {
        *re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?`) \|", PAGE.partition("| format |")[2], re.MULTILINE)))
    }


def test_the_page_names_inputs_and_hooks_that_are_there() -> None:
    steps = [step for data in SHOWN for one in [data, *data.get("jobs", {}).values()] for step in one.get("steps", ())]
    ours = [step["with"] for step in steps if "digistrat@" in step["uses"]]
    included = [one["inputs"] for data in SHOWN for one in data.get("include", ())]
    hooks = [hook["id"] for data in SHOWN for one in data.get("repos", ()) for hook in one["hooks"]]

    assert (3, 1, [HOOK["id"]]) == (len(ours), len(included), hooks)
    assert set() == {name for one in ours for name in one} - {*ACTION["inputs"]}
    assert set() == {name for one in included for name in one} - {*HEADER["spec"]["inputs"]}
    assert set() == {*ACTION["inputs"]} - {*re.findall(r"`([a-z-]+)`", PAGE)}
    assert set() == {*HEADER["spec"]["inputs"]} - {*re.findall(r"`([a-z-]+)`", PAGE)}


def test_the_commands_of_the_page_work(example: Path, tmp_path: Path) -> None:
    commands = "".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL))
    (tmp_path / "examples").mkdir()
    example.rename(tmp_path / "examples" / "strategy-repo")
    git = "git -c user.name=Lead -c user.email=lead@northmoor.example"
    started = f"git init -q . && git add -A && {git} commit -qm All\n"

    done = shell(started + commands, tmp_path, {"GIT_CONFIG_GLOBAL": os.devnull})

    assert (0, 5) == (done.code, commands.count("digistrat lint ")), done
    assert {"findings.json", "junit.xml"} == {path.name for path in (tmp_path / "build").iterdir()}
