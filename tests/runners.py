"""What runs an action's steps and a job's script as the machines of GitHub and GitLab do, with stand-ins."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
STARTERS = ROOT / "templates" / "repository"
COMMANDS = sysconfig.get_path("scripts")


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


ACTION = loaded(ROOT / "action.yml")
INSTALLING, LINTING = ACTION["runs"]["steps"][1:]
HEADER, JOBS = yaml.safe_load_all((ROOT / "gitlab" / "digistrat.yml").read_text(encoding="utf-8"))
[HOOK] = loaded(ROOT / ".pre-commit-hooks.yaml")


class Done(NamedTuple):
    """How a script ended."""

    code: int
    out: str
    err: str


def shell(
    script: str,
    folder: Path,
    environment: Mapping[str, str],
    before: Path | None = None,
    command: Sequence[str] = ("bash", "--noprofile", "--norc", "-eo", "pipefail"),
) -> Done:
    """Run a script as a runner does, with what stands in for a program in `before`."""
    path = os.pathsep.join([*([str(before)] if before else []), COMMANDS, os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "CI_"))}
    environment = {**kept, "PATH": path, **environment}
    done = subprocess.run(
        [*command, "-c", script], cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    return Done(done.returncode, done.stdout, done.stderr)


def stand_in(folder: Path, name: str) -> Path:
    """Put a program into a folder that only writes down what it is called with."""
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text('#!/bin/sh\nprintf "%s\\0" "$@" >> "$0.said"\n')
    program.chmod(0o755)
    return folder


def said(folder: Path, name: str) -> list[str]:
    """Give what a stand-in was called with, all its calls in one list."""
    return (folder / f"{name}.said").read_text(encoding="utf-8").split("\0")[:-1]


class Runner:
    """The folders of a machine that runs the action, and its steps."""

    def __init__(self, folder: Path) -> None:
        self.work, self.temp = folder / "work", folder / "a temp"
        self._files = {f"GITHUB_{name}": folder / name for name in ("OUTPUT", "PATH", "STEP_SUMMARY")}
        for place in (self.work, self.temp):
            place.mkdir()
        for file in self._files.values():
            file.touch()

    def run(self, step: Mapping[str, Any], inputs: Mapping[str, str], before: Path | None = None) -> Done:
        """Run a step's script with inputs, the others as they are without one."""
        values = {**{name: one["default"] for name, one in ACTION["inputs"].items()}, **inputs}
        known = {f"${{{{ inputs.{name} }}}}": value for name, value in values.items()}
        known["${{ steps.python.outputs.python-path }}"] = f"{before}/python"
        given = {name: known[expression] for name, expression in step["env"].items()}
        places = {name: str(file) for name, file in self._files.items()}
        own = {"RUNNER_TEMP": str(self.temp), "GITHUB_ACTION_PATH": str(ROOT)}
        return shell(step["run"], self.work, {**own, **places, **given}, before)

    def file(self, name: str) -> str:
        """Give what the steps wrote into one of the files that a runner reads."""
        return self._files[f"GITHUB_{name}"].read_text(encoding="utf-8")


def gitlab_job(inputs: Mapping[str, str]) -> dict[str, Any]:
    """Fill inputs in as GitLab does: into values, after the file is parsed."""
    values = {**{name: one.get("default") for name, one in HEADER["spec"]["inputs"].items()}, **inputs}
    text = json.dumps(JOBS)
    for name, value in values.items():
        text = text.replace(f"$[[ inputs.{name} ]]", json.dumps(value)[1:-1])
    assert "$[[" not in text
    found: dict[str, Any] = json.loads(text)
    return found


def gitlab(inputs: Mapping[str, str], folder: Path, before: Path) -> Done:
    """Run the job's script with inputs, in the plainest shell that an image may have."""
    job = gitlab_job({"install": "digistrat", **inputs})["digistrat-lint"]
    given: dict[str, str] = {
        name: one if isinstance(one, str) else one["value"] for name, one in job["variables"].items()
    }
    return shell("\n".join(job["script"]), folder, given, before, ("sh", "-e"))


def fits(schema: str, *files: Path) -> Done:
    """Check files by a schema that check-jsonschema brings, with no connection."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return Done(done.returncode, done.stdout, done.stderr)
