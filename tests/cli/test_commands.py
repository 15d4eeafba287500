"""The command line: what goes where, and which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from digistrat import __version__
from digistrat.cli.console import guarded
from tests.strategies import EXAMPLE, write

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = ("--as-of", "2026-11-21")
FAULTY = {"principles.yaml": "- id: open-first\n  titel: Open first\n"}


def run(*arguments: str | Path) -> int:
    return guarded([str(argument) for argument in arguments])


def spawn(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "digistrat", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]  # passed on


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    (tmp_path / "clean").mkdir()
    return write(tmp_path / "clean", {})


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / "faulty").mkdir()
    return write(tmp_path / "faulty", FAULTY)


def test_lint_is_content_with_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("lint", EXAMPLE, *AS_OF)

    out, err = capsys.readouterr()
    assert (0, "") == (code, err)
    assert out.endswith("; 2 ignored\n")


def test_lint_shows_the_line_and_says_no(
    faulty: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty.parent)

    code = run("lint", "faulty", *AS_OF)

    assert code == 1
    assert capsys.readouterr().out == (
        "error: unknown key 'titel'; did you mean 'title'? [unknown-key]\n"
        " --> faulty/principles.yaml:2:3\n"
        "  |\n"
        "2 |   titel: Open first\n"
        "  |   ^^^^^\n"
        "  = help: write 'title', or begin it with 'x-' to keep it\n"
        "  = fix: digistrat lint --fix can mend this\n"
        "\n"
        "1 error in 10 files (11 records)\n"
    )


def test_several_formats_go_to_several_places(faulty: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "out" / "findings.json"

    code = run("lint", faulty, *AS_OF, "--format", "concise", "--format", f"json={file}")

    assert code == 1
    assert "principles.yaml:2:3: error: unknown key 'titel'" in capsys.readouterr().out
    data = json.loads(file.read_text(encoding="utf-8"))
    assert {
        "version": 1,
        "as_of": "2026-11-21",
        "strategy": "Digital strategy",
        "files": 10,
        "records": 11,
    }.items() <= data.items()
    assert {"error": 1, "warning": 0, "info": 0, "ignored": 0, "baselined": 0} == data["counts"]
    assert {
        "rule": "unknown-key", "level": "error", "file": "principles.yaml", "line": 2, "column": 3, "end_line": 2,
        "end_column": 8, "record": "principles/open-first", "field": "titel", "related": [],
    }.items() <= data["findings"][0].items()  # fmt: skip


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--ignore", "unknown-key"], 0),
        (["--ignore", "files"], 0),
        (["--select", "commitments,choices"], 0),
        (["--select", "unknown-key"], 1),
        (["--select", "files", "--ignore", "unknown-key"], 0),
    ],
)
def test_lint_looks_at_what_is_asked_for(faulty: Path, options: list[str], code: int) -> None:
    assert code == run("lint", faulty, *AS_OF, *options)


def test_a_warning_fails_where_that_is_asked_for(tmp_path: Path) -> None:
    folder = write(tmp_path, {"principals.yaml": "[]"})

    assert (0, 1, 1) == (
        run("lint", folder, *AS_OF),
        run("lint", folder, *AS_OF, "--fail-on", "warning"),
        run("lint", folder, *AS_OF, "--fail-on", "info"),
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lint", "--fail-on", "warnings"], "did you mean 'warning'?"),
        (["lint", "--format", "jsn"], "did you mean 'json'?"),
        (["lint", "--select", "undated-comitment"], "did you mean 'undated-commitment'?"),
        (["lint", "--select", "zzzzz"], "`digistrat explain` lists them all"),
        (["lint", "--as-of", "tomorrow"], "not 'tomorrow'"),
        (["lint", "--format", "full", "--format", "json"], "two formats would go to the same place"),
        (["lint", "--nonsense"], "No such option"),
        (["lnt"], "No such command"),
        (["explain", "undated"], "did you mean"),
        (["explain", "qqqqq"], "lists them all"),
        (["score", "--format", "xml"], "'table', 'json', 'csv', 'markdown' or 'xlsx'"),
        (["init", "--kind", "blnk"], "did you mean 'blank'?"),
    ],
)
def test_a_wrong_call_is_2_and_says_what_was_meant(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert not out
    assert said in err


@pytest.mark.parametrize("command", ["lint", "score", "render"])
def test_no_strategy_is_3(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, tmp_path) == 3
    assert "digistrat init" in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_3(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lint", clean, "-o", clean) == 3
    assert run("render", clean, "-o", clean) == 3
    assert run("lint", clean, "-o", clean / "mission.yaml" / "x") == 3
    assert capsys.readouterr().err.count("digistrat: ") == 3


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown"])
def test_score_writes_every_format(format: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run("score", EXAMPLE, *AS_OF, "--format", format) == 0
    out = capsys.readouterr().out
    assert run("score", EXAMPLE, *AS_OF, "--format", format, "-o", tmp_path / "ranking") == 0

    assert "Cardiology" in out
    assert "90" in out
    assert out == (tmp_path / "ranking").read_text(encoding="utf-8")


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown"])
def test_a_scoring_error_is_shown_and_is_1(format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {"scoring.yaml": "criteria:\n  - {id: patient, weight: 90, max: 5}\n"})

    assert run("score", folder, *AS_OF, "--format", format) == 1

    out, err = capsys.readouterr()
    assert "weights-not-100" in (out if format == "json" else err)
    assert format == "json" or not out
    assert "nothing is ranked: 1 scoring error" in err


def test_a_ranking_without_criteria_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {"scoring.yaml": None})

    assert run("score", folder, *AS_OF) == 1
    assert "no criteria" in capsys.readouterr().err


def test_a_ranking_says_what_it_leaves_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(
        tmp_path,
        {
            "initiatives.yaml": "- {id: a, title: A, choice: will}\n"
            "- {id: b, title: B, start: soon, scores: {patient: 1}}\n"
            "- {id: c, title: C, choice: will, scores: {patient: 1}}\n"
        },
    )

    assert run("score", folder, *AS_OF) == 0
    err = capsys.readouterr().err
    assert "1 initiative could not be read" in err
    assert "1 initiative without all scores" in err


def test_a_strategy_without_initiatives_has_an_empty_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {"initiatives.yaml": None})

    assert run("score", folder, *AS_OF) == 0
    assert "no initiatives yet" in capsys.readouterr().out


def test_explain_shows_one_rule_or_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "undated-commitment") == 0
    one = capsys.readouterr().out
    assert run("explain") == 0
    everything = capsys.readouterr().out
    assert run("explain", "choices", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)

    assert "Instead of" in one
    assert "due: 2028-03" in one
    assert "undated-commitment" in everything
    assert len(data["rules"]) == 28
    assert {"rule", "level", "topic", "fault", "why", "bad", "good", "source"} == set(data["rules"][0])


def test_render_says_which_page_to_open(tmp_path: Path, faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("render", faulty, *AS_OF, "-o", tmp_path / "site") == 0

    out, err = capsys.readouterr()
    assert f"{tmp_path / 'site' / 'index.html'}\n" == out
    assert "1 file with mistakes: what cannot be read is left out" in err


def test_the_version_is_answered_in_two_ways(capsys: pytest.CaptureFixture[str]) -> None:
    assert f"digistrat {__version__}\n" == spawn("--version").stdout
    assert run("--version") == 0
    assert f"digistrat {__version__}\n" == capsys.readouterr().out


@pytest.mark.parametrize("command", ["init", "lint", "explain", "score", "render"])
def test_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "-h") == 0
    assert f"Example: digistrat {command}" in capsys.readouterr().out


def test_the_nearest_strategy_above_is_taken(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (clean / "users").mkdir()
    monkeypatch.chdir(clean / "users")

    assert run("lint", *AS_OF) == 0


def test_a_bug_ends_in_a_report_that_can_be_pasted(
    clean: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("digistrat.cli.linting.open_strategy", broken)

    assert run("lint", clean) == 70
    err = capsys.readouterr().err
    assert f"digistrat {__version__}" in err
    assert "ZeroDivisionError: oh" in err


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (MemoryError, 3)])
def test_an_interruption_is_one_line(
    error: type[BaseException], code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr("digistrat.cli.linting.open_strategy", stop)

    assert code == run("lint", EXAMPLE)
    assert capsys.readouterr().err


def test_a_reader_who_has_gone_ends_it_in_silence() -> None:
    command = [sys.executable, "-m", "digistrat", "explain", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        error = process.stderr.read()

    assert (b"", 0) == (error, process.returncode)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
def test_a_full_disk_is_one_line_and_3() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        command = [sys.executable, "-m", "digistrat", "explain"]
        process = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert process.returncode == 3
    assert process.stderr == "digistrat: cannot write the result: no space left on device\n"


def test_ctrl_c_is_130(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path, {})
    command = [sys.executable, "-m", "digistrat", "lint", str(tmp_path), "-o", str(tmp_path / "pipe")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:  # it waits for somebody to read the pipe
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        _, error = process.communicate()

    assert (130, "interrupted\n") == (process.returncode, error)


def test_nothing_printed_acts_on_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = '"\\e[31mRed\\u202e \\u0007 =1+1"'
    folder = write(
        tmp_path,
        {
            "initiatives.yaml": f"- {{id: a, title: {title}, choice: will, scores: {{patient: 1}}}}\n",
            "principles.yaml": f"- {{id: {title}, title: x}}\n",
        },
    )

    outputs = []
    for arguments in (["lint"], ["lint", "--format", "concise"], ["lint", "--format", "json"], *(
        ["score", "--format", format] for format in ("table", "json", "csv", "markdown"))):  # fmt: skip
        run(*arguments, folder, *AS_OF)
        outputs.append(capsys.readouterr().out)

    assert [] == [text for text in outputs if any(sign in text for sign in "\x1b\u202e\x07")]


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    from digistrat.cli.console import colours  # noqa: PLC0415

    wanted = colours(sys.stdout)
    monkeypatch.setenv("NO_COLOR", "1")

    assert (True, False) == (wanted, colours(sys.stdout))


def test_what_the_terminal_cannot_show_is_escaped(clean: Path) -> None:
    (clean / "principles.yaml").write_text("- {id: a, titel: é→}\n", encoding="utf-8")

    shown = spawn("lint", str(clean), env={**os.environ, "PYTHONIOENCODING": "ascii"})

    assert shown.returncode == 1
    assert "\\xe9\\u2192" in shown.stdout
