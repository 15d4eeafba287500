"""What one can ask of `digistrat lint` besides findings: a baseline, statistics, several formats, watching."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.strategies import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

ONE = "- {id: a, title: A, titel: T}\n"
AS_OF = ("--as-of", "2026-11-21")


def test_a_baseline_accepts_what_is_there_and_later_runs_report_what_is_new(
    digistrat: Digistrat, tmp_path: Path
) -> None:
    folder = write(tmp_path, {"principles.yaml": ONE})

    drawn = digistrat("lint", folder, *AS_OF, "--baseline")
    (folder / "principles.yaml").write_text(ONE + ONE.replace("id: a", "id: b"))
    after = digistrat("lint", folder, *AS_OF, "--format", "json")

    assert (drawn.exit_code, after.exit_code) == (0, 1)
    assert "1 finding accepted" in drawn.stderr
    data = json.loads(after.stdout)
    assert [one["record"] for one in data["findings"]] == ["principles/b"]
    assert data["counts"]["baselined"] == 1


def test_an_entry_of_the_baseline_that_is_mended_is_told(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path, {"principles.yaml": ONE})
    digistrat("lint", folder, *AS_OF, "--baseline")
    (folder / "principles.yaml").write_text("- {id: a, title: A, we_will_not: Wait}\n")

    done = digistrat("lint", folder, *AS_OF)
    some = digistrat("lint", folder, *AS_OF, "--select", "files")

    assert "unknown-key in principles/a is found nowhere any more" in done.stderr
    assert "any more" not in some.stderr


def test_a_baseline_through_a_link_is_refused(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path / "strategy", {"principles.yaml": ONE})
    (tmp_path / "elsewhere").mkdir()
    (folder / ".digistrat").symlink_to(tmp_path / "elsewhere")

    done = digistrat("lint", folder, *AS_OF, "--baseline")

    assert done.exit_code == 3
    assert [] == list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("content", ["no json", "{}"])
def test_a_broken_baseline_stops_with_what_to_do(digistrat: Digistrat, content: str, tmp_path: Path) -> None:
    folder = write(tmp_path, {".digistrat/baseline.json": content})

    done = digistrat("lint", folder, *AS_OF)

    assert (done.exit_code, "draw it anew" in done.stderr) == (3, True)


@pytest.mark.parametrize(
    "options",
    [("--baseline", "--select", "files"), ("--baseline", "--since", "HEAD"), ("--watch", "--fix"), ("--watch", "--baseline")],
)  # fmt: skip
def test_options_that_mean_nothing_together_are_refused(
    digistrat: Digistrat, options: tuple[str, ...], tmp_path: Path
) -> None:
    assert digistrat("lint", write(tmp_path, {}), *options).exit_code == 2


def test_several_formats_go_each_to_its_own_place(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path / "strategy", {"principles.yaml": ONE})
    out = tmp_path / "out"
    names = ("sarif", "junit", "gitlab", "markdown", "json", "github")

    done = digistrat("lint", folder, *AS_OF, "--format", "concise", *(f"--format={one}={out / one}" for one in names))

    assert done.exit_code == 1
    assert "unknown-key" in done.stdout
    assert sorted(names) == sorted(path.name for path in out.iterdir())
    assert all("unknown-key" in path.read_text() for path in out.iterdir())


def test_statistics_take_the_place_of_the_findings(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path, {"principles.yaml": ONE})

    done = digistrat("lint", folder, *AS_OF, "--statistics")

    assert done.stdout == "1  unknown-key  error\n"


def test_a_github_step_gets_a_summary(digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "strategy", {"principles.yaml": ONE})
    summary = tmp_path / "summary.md"
    summary.write_text("Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    digistrat("lint", folder, *AS_OF, "--format", "github")

    assert summary.read_text().startswith("Before\n## digistrat: ")
    assert "`unknown-key`" in summary.read_text()


def test_watching_lints_again_when_a_file_changes_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    folder = write(tmp_path, {})
    command = [sys.executable, "-m", "digistrat", "lint", str(folder), *AS_OF, "--watch", "--format", "concise"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stderr.readline()
        time.sleep(1)  # it has looked once
        (folder / "principles.yaml").write_text(ONE)

        said = process.stdout.readline()
        process.send_signal(signal.SIGINT)

        assert "unknown-key" in said
        assert process.wait(timeout=30) == 130


def test_a_baseline_folder_that_leads_elsewhere_is_not_read(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path / "strategy", {})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "baseline.json").write_text('{"version": 1, "findings": []}')
    (folder / ".digistrat").symlink_to(tmp_path / "outside")

    assert digistrat("lint", folder, *AS_OF).exit_code == 3


def test_a_baseline_says_nothing_that_acts(digistrat: Digistrat, tmp_path: Path) -> None:
    entry = '{"rule": "missing-risk", "file": "a\\n::add-mask::e"}'
    content = f'{{"version": 1, "findings": [{", ".join([entry] * 30)}]}}'
    folder = write(tmp_path, {".digistrat/baseline.json": content})

    done = digistrat("lint", folder, *AS_OF)

    assert not [line for line in done.stderr.splitlines() if line.lstrip().startswith("::")]


def test_watching_goes_on_while_an_editor_saves(tmp_path: Path) -> None:
    folder = write(tmp_path, {})
    command = [sys.executable, "-m", "digistrat", "lint", str(folder), *AS_OF, "--watch", "--format", "concise"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        process.stderr.readline()
        (folder / "strategy.yaml").rename(folder / "strategy.yaml~")
        said = process.stderr.readline()
        (folder / "strategy.yaml~").rename(folder / "strategy.yaml")
        (folder / "principles.yaml").write_text(ONE)
        found = process.stdout.readline()
        process.send_signal(signal.SIGINT)

        assert "strategy.yaml" in said
        assert "unknown-key" in found
        assert process.wait(timeout=30) == 130


def test_watching_ends_when_nobody_reads_any_more(tmp_path: Path) -> None:
    folder = write(tmp_path, {"principles.yaml": ONE})
    command = [sys.executable, "-m", "digistrat", "lint", str(folder), *AS_OF, "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        process.stdout.close()

        assert process.wait(timeout=60) == 0
