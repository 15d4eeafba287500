"""Where people lint without typing a command: pre-commit, GitHub, GitLab, and the starters of `digistrat init`."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET  # noqa: S405  (we read what we wrote)

import pytest

from digistrat.cli.lint import _FAIL_ON  # noqa: PLC2701  (its words stand in a file that is no code)
from tests.runners import (
    ACTION,
    HEADER,
    HOOK,
    INSTALLING,
    JOBS,
    LINTING,
    ROOT,
    STARTERS,
    Done,
    Runner,
    fits,
    gitlab,
    gitlab_job,
    loaded,
    said,
    shell,
    stand_in,
)
from tests.strategies import EXAMPLE, write

FAULT = {"principles.yaml": "- {id: a, title: A, titel: T}\n"}
SAYING = [
    "$(touch x)",
    "`touch x`",
    "a b  c",
    "it's",
    '"q"',
    "a\n::error::b",
    "; touch x #",
    "-x",
    "--version",
    "*",
    "$HOME",
]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_the_action_and_the_starter_are_what_github_takes(tmp_path: Path) -> None:
    wrong = (ROOT / "action.yml").read_text(encoding="utf-8").replace("shell:", "shel:")
    (tmp_path / "wrong.yml").write_text(wrong, encoding="utf-8")

    assert 0 == fits("github-actions", ROOT / "action.yml").code
    assert 0 == fits("github-workflows", STARTERS / "github-workflow.yml").code
    assert 1 == fits("github-actions", tmp_path / "wrong.yml").code


def test_the_job_its_inputs_and_the_starter_are_what_gitlab_takes(tmp_path: Path) -> None:
    (tmp_path / "header.yml").write_text(json.dumps(HEADER), encoding="utf-8")
    (tmp_path / "job.yml").write_text(json.dumps(gitlab_job({"install": "x"})), encoding="utf-8")

    done = fits("gitlab-ci", STARTERS / "gitlab-ci.yml", tmp_path / "header.yml", tmp_path / "job.yml")

    assert 0 == done.code, done
    assert _FAIL_ON == HEADER["spec"]["inputs"]["fail-on"]["options"]


def test_scripts_hold_no_expression() -> None:
    scripts = [INSTALLING["run"], LINTING["run"], *JOBS["$[[ inputs.job ]]"]["script"]]

    assert [] == [script for script in scripts if "${{" in script or "$[[" in script]


def test_each_input_reaches_the_command_as_one_argument_of_the_action(runner: Runner, tmp_path: Path) -> None:
    before = stand_in(tmp_path / "bin", "digistrat")
    names = ("fail-on", "since", "as-of", "select", "ignore")
    for saying in SAYING:
        (before / "digistrat.said").unlink(missing_ok=True)

        done = runner.run(LINTING, {name: saying + name for name in (*names, "folder", "sarif")}, before)

        words = said(before, "digistrat")
        assert (0, "", "") == done
        assert ["lint", "--format=github", f"--format=sarif={saying}sarif", "--", f"{saying}folder"] == [
            word for word in words if not word.startswith(("--format=json=", *(f"--{name}=" for name in names)))
        ]
        assert {f"--{name}={saying}{name}" for name in names} <= {*words}
    assert [] == [*runner.work.iterdir()]


def test_each_input_reaches_the_command_as_one_argument_of_the_job(tmp_path: Path) -> None:
    before = stand_in(stand_in(tmp_path / "bin", "digistrat"), "pip")
    (tmp_path / "work").mkdir()
    names = ("fail-on", "since", "as-of", "select", "ignore")
    for saying in SAYING:
        (before / "digistrat.said").unlink(missing_ok=True)
        (before / "pip.said").unlink(missing_ok=True)

        done = gitlab({name: saying + name for name in (*names, "folder", "install")}, tmp_path / "work", before)

        assert (0, "", "") == done
        assert [*(f"--{name}={saying}{name}" for name in names), "--", f"{saying}folder"] == said(before, "digistrat")[
            -7:
        ]
        assert ["--", f"{saying}install"] == said(before, "pip")[-2:]
    assert [] == [*(tmp_path / "work").iterdir()]


@pytest.mark.parametrize("name", ["strategy", "$(touch x)", '-- it\'s\n::error::"b" `touch x`'])
def test_the_action_shows_what_is_wrong_in_whatever_folder(name: str, runner: Runner) -> None:
    write(runner.work / name, FAULT)

    done = runner.run(LINTING, {"folder": name, "sarif": f"{name}.sarif", "as-of": "2026-11-21"})

    assert (1, 1) == (done.code, len(done.out.splitlines())), done
    assert re.match(r"::error file=.*,line=1,endLine=1,col=21,endColumn=25,title=unknown-key::", done.out)
    assert "errors=1\nwarnings=0\ninfos=0\n" == runner.file("OUTPUT")
    assert "titel" in runner.file("STEP_SUMMARY")
    assert "unknown-key" in (runner.work / f"{name}.sarif").read_text(encoding="utf-8")
    assert {name, f"{name}.sarif"} == {path.name for path in runner.work.iterdir()}


def test_the_action_is_quiet_about_a_clean_strategy(runner: Runner) -> None:
    write(runner.work, {})

    done = runner.run(LINTING, {"as-of": "2026-11-21"})

    assert (Done(0, "", ""), "errors=0\nwarnings=0\ninfos=0\n") == (done, runner.file("OUTPUT"))
    handed_on = {name: one["value"] for name, one in ACTION["outputs"].items()}
    assert handed_on == {
        name: f"${{{{ steps.{LINTING['id']}.outputs.{name} }}}}" for name in ("errors", "warnings", "infos")
    }


@pytest.mark.parametrize(
    ("inputs", "code", "counts"),
    [
        pytest.param({"fail-on": "never"}, 0, "errors=1\nwarnings=0\ninfos=0\n", id="never fails"),
        pytest.param({"ignore": "unknown-key"}, 0, "errors=0\nwarnings=0\ninfos=0\n", id="ignored"),
        pytest.param({"select": "unmeasured-outcome"}, 0, "errors=0\nwarnings=0\ninfos=0\n", id="not selected"),
        pytest.param({"fail-on": "sometimes"}, 2, "", id="called wrongly"),
        pytest.param({"since": "HEAD"}, 3, "", id="in no repository"),
        pytest.param({"folder": "nowhere\n::error::x"}, 3, "", id="no strategy there"),
    ],
)
def test_the_action_ends_as_the_command_does(inputs: dict[str, str], code: int, counts: str, runner: Runner) -> None:
    write(runner.work, FAULT)

    done = runner.run(LINTING, inputs)

    assert (code, counts) == (done.code, runner.file("OUTPUT")), done
    assert "\n::error::x" not in done.err


def installed(runner: Runner, version: str, folder: str = "bin") -> tuple[Done, list[str]]:
    """Run the step that installs, with a Python that only says what it was asked."""
    before = stand_in(runner.temp.parent / "before", "python")
    there = runner.temp / "digistrat" / folder
    there.mkdir(parents=True)
    stand_in(stand_in(there, "python"), "digistrat")
    done = runner.run(INSTALLING, {"version": version}, before)
    if done.code:
        assert not (before / "python.said").exists()
        return done, []
    assert ["-m", "venv", str(runner.temp / "digistrat")] == said(before, "python")
    return done, said(there, "python")


@pytest.mark.parametrize("folder", ["bin", "Scripts"])
def test_without_a_version_the_action_installs_what_it_came_with(folder: str, runner: Runner) -> None:
    done, words = installed(runner, "", folder)

    assert (0, ["--constraint", str(ROOT / "constraints.txt"), str(ROOT)]) == (done.code, words[-3:])
    assert ["digistrat"] == [path.name for path in Path(runner.file("PATH").strip()).iterdir()]


@pytest.mark.parametrize("version", ["0.1.0", "1.0rc1+local"])
def test_the_action_installs_the_version_that_one_names(version: str, runner: Runner) -> None:
    assert f"digistrat=={version}" == installed(runner, version)[1][-1]


@pytest.mark.parametrize("version", [*SAYING, "0.1 --pre", "0.1/../x", "0.1\n--pre", "1 @ file:///x"])
def test_what_is_no_version_is_not_installed(version: str, runner: Runner) -> None:
    done, _ = installed(runner, version)

    assert (2, "the input 'version' takes a number such as 0.1.0\n") == (done.code, done.err)
    assert [] == [*runner.work.iterdir()]


@pytest.mark.parametrize(("files", "code"), [({}, 0), (FAULT, 1)])
def test_the_job_writes_both_reports_whatever_it_finds(files: dict[str, str], code: int, tmp_path: Path) -> None:
    work = write(tmp_path / "work", {}).parent / "work"
    write(work / "a $(touch x)", files)

    done = gitlab({"folder": "a $(touch x)", "as-of": "2026-11-21"}, work, stand_in(tmp_path / "bin", "pip"))

    reports = JOBS["$[[ inputs.job ]]"]["artifacts"]["reports"]
    findings = json.loads((work / reports["codequality"]).read_text(encoding="utf-8"))
    assert (code, code) == (done.code, len(findings)), done
    assert str(code) == ET.parse(work / reports["junit"]).getroot().get("failures")  # noqa: S314  (as above)
    assert not (work / "x").exists()


def test_the_hook_is_a_command_of_the_package_on_every_file_of_a_strategy() -> None:
    command, name = shlex.split(HOOK["entry"])
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    files = [path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*.yaml")]

    assert (True, "lint", "python", False) == (command in scripts, name, HOOK["language"], HOOK["pass_filenames"])
    assert files == [file for file in files if re.search(HOOK["files"], file)]
    assert re.search(HOOK["files"], "README.md") is None


@pytest.mark.parametrize(("files", "code"), [({}, 0), (FAULT, 1)])
def test_the_starters_check_what_they_say(files: dict[str, str], code: int, tmp_path: Path) -> None:
    work = write(tmp_path / "work", files)
    before = stand_in(tmp_path / "bin", "pip")
    job = loaded(STARTERS / "gitlab-ci.yml")["strategy"]
    steps = [
        one["run"] for one in loaded(STARTERS / "github-workflow.yml")["jobs"]["strategy"]["steps"] if "run" in one
    ]

    done = shell("\n".join(job["script"]), work, {}, before)
    codes = [shell(step, work, {}, before).code for step in steps]

    assert (code, [0, code, 0]) == (done.code, codes), done
    kept = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values(), "build/digistrat.sarif"]
    assert [] == [path for path in kept if not (work / path).exists()]
