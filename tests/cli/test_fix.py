"""`digistrat lint --fix` and `--diff`: what is written, what is said of it, and what stops it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from digistrat.lint import fix
from tests.cli.test_lint_since import commit, git
from tests.strategies import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

AS_OF = ("--as-of", "2026-11-21")
SLIP = "- {id: a, titel: A}  # so\n"
RIGHT = SLIP.replace("titel", "title")
STUCK = "- {id: b, title: B, colour: red}\n"


def test_mending_writes_says_how_much_and_lints_what_is_left(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        {
            "principles.yaml": {"encoding": "utf-8-sig", "text": (SLIP + STUCK).replace("\n", "\r\n")},
            "commitments/letters.yaml": "statement: Rule #1 of all\ndue: 31 March 2027",
        },
    )

    done = digistrat("lint", folder, *AS_OF, "--format", "json", "--select", "files", "--fix")

    assert ["mended 3 in 2 files", "commitments/letters.yaml: 2", "principles.yaml: 1"] == [
        line.strip().rpartition(f"{folder.name}/")[2] for line in done.stderr.splitlines()
    ]
    assert (folder / "principles.yaml").read_bytes() == ("\ufeff" + RIGHT + STUCK).replace("\n", "\r\n").encode()
    assert (folder / "commitments/letters.yaml").read_text() == 'statement: "Rule #1 of all"\ndue: 2027-03-31'
    assert ["unknown-key"] == [finding["rule"] for finding in json.loads(done.stdout)["findings"]]
    assert done.exit_code == 1
    assert not list(folder.glob(".*"))


def test_mending_everything_ends_well(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path, {"principles.yaml": SLIP})

    assert digistrat("lint", folder, *AS_OF, "--select", "files", "--fix").exit_code == 0
    assert (folder / "principles.yaml").read_text() == RIGHT


def test_where_there_is_nothing_to_mend_nothing_is_touched(digistrat: Digistrat, example: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in example.rglob("*")}

    mended = digistrat("lint", example, *AS_OF, "--fix")
    shown = digistrat("lint", example, *AS_OF, "--diff")

    assert (mended.exit_code, mended.stderr) == (0, "mended nothing\n")
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", "")
    assert before == {path: path.stat().st_mtime_ns for path in example.rglob("*")}


@pytest.mark.parametrize("options", [("--diff",), ("--fix", "--diff"), ("--diff", "--format", "json")])
def test_a_diff_shows_what_would_change_and_changes_nothing(
    digistrat: Digistrat, options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "strategy", {"principles.yaml": STUCK + SLIP})
    monkeypatch.chdir(tmp_path)

    done = digistrat("lint", "strategy", *AS_OF, *options)

    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == (
        f"--- strategy/principles.yaml\n+++ strategy/principles.yaml\n@@ -1,2 +1,2 @@\n {STUCK}-{SLIP}+{RIGHT}"
    )
    assert (folder / "principles.yaml").read_text() == STUCK + SLIP


def test_a_diff_goes_where_it_is_sent(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path / "strategy", {"principles.yaml": SLIP})

    done = digistrat("lint", folder, *AS_OF, "--diff", "-o", tmp_path / "mends.patch")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "+" + RIGHT in (tmp_path / "mends.patch").read_text()


def test_what_others_accepted_or_wrote_before_is_not_mended(digistrat: Digistrat, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    folder = write(tmp_path / "strategy", {"principles.yaml": SLIP})
    commit(tmp_path)
    (folder / "services.yaml").write_text("- {id: blood-tests, naem: Blood tests}\n")

    since = digistrat("lint", folder, *AS_OF, "--since", "HEAD", "--diff")
    digistrat("lint", folder, *AS_OF, "--baseline")
    accepted = digistrat("lint", folder, *AS_OF, "--diff")
    drawn_anew = digistrat("lint", folder, *AS_OF, "--fix", "--baseline")

    assert ("services.yaml" in since.stdout, "principles.yaml" in since.stdout) == (True, False)
    assert (accepted.exit_code, accepted.stdout) == (0, "")
    assert "mended 2 in 2 files" in drawn_anew.stderr


def test_since_before_there_was_a_strategy_everything_is_mended(digistrat: Digistrat, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "README.md").write_text("Nothing yet\n")
    commit(tmp_path)
    folder = write(tmp_path / "strategy", {"principles.yaml": SLIP})

    assert digistrat("lint", folder, *AS_OF, "--since", "HEAD", "--diff").exit_code == 1


def test_nothing_is_written_through_a_link(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path / "strategy", {"services.yaml": "- {id: blood-tests, naem: Blood tests}\n"})
    (folder / "x-mine.yaml").write_text(SLIP)
    (folder / "principles.yaml").symlink_to("x-mine.yaml")

    done = digistrat("lint", folder, *AS_OF, "--fix")

    assert "mended 1 in 1 file\n" in done.stderr
    assert "principles.yaml is reached through a link" in done.stderr
    assert (folder / "x-mine.yaml").read_text() == SLIP
    assert (folder / "principles.yaml").is_symlink()


def test_a_read_only_file_is_left_and_the_others_are_mended(digistrat: Digistrat, tmp_path: Path) -> None:
    folder = write(tmp_path, {"principles.yaml": SLIP, "services.yaml": "- {id: blood-tests, naem: Blood tests}\n"})
    (folder / "principles.yaml").chmod(0o444)

    done = digistrat("lint", folder, *AS_OF, "--fix")

    assert (done.exit_code, done.stdout) == (3, "")
    assert "mended 1 in 1 file\n" in done.stderr
    assert "principles.yaml is read-only" in done.stderr
    assert (folder / "principles.yaml").read_text() == SLIP
    assert "name: Blood" in (folder / "services.yaml").read_text()


def test_what_somebody_changes_meanwhile_is_not_lost(
    digistrat: Digistrat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path, {"principles.yaml": SLIP})
    real = fix.mended

    def slow(*given: Any) -> Any:
        files = real(*given)
        (folder / "principles.yaml").write_text(SLIP + STUCK)
        return files

    monkeypatch.setattr("digistrat.cli.mending.mended", slow)

    done = digistrat("lint", folder, *AS_OF, "--fix")

    assert (done.exit_code, "has just been changed" in done.stderr) == (3, True)
    assert (folder / "principles.yaml").read_text() == SLIP + STUCK
