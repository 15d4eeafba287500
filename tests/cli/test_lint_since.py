"""`digistrat lint --since`: what has changed, and what broke by it, against real repositories."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.strategies import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Strategy lead"),
    **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "lead@northmoor.example"),
    "GIT_CONFIG_GLOBAL": os.devnull,
}
TWO = "- {id: a, title: A, titel: T}\n- {id: b, title: B, titel: T}\n"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)  # noqa: S607


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "A state")


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    """A repository with a strategy in a folder of it."""
    git(tmp_path, "init", "-q")
    folder = write(tmp_path / "strategy", {"principles.yaml": TWO})
    commit(tmp_path)
    return folder


def since(digistrat: Digistrat, folder: Path, *more: str) -> list[tuple[str, str]]:
    done = digistrat("lint", folder, "--as-of", "2026-11-21", "--format", "json", "--since", "HEAD", *more)
    assert done.exit_code in {0, 1}, done.stderr
    data: Any = json.loads(done.stdout)
    return [(one["rule"], one["record"] or one["file"]) for one in data["findings"]]


def test_where_nothing_changed_nothing_is_reported(digistrat: Digistrat, strategy: Path) -> None:
    assert [] == since(digistrat, strategy)


def test_a_finding_in_a_changed_record_is_reported_old_as_it_is(digistrat: Digistrat, strategy: Path) -> None:
    (strategy / "principles.yaml").write_text(TWO.replace("title: B", "title: Bb"))

    assert [("unknown-key", "principles/b")] == since(digistrat, strategy)


def test_lines_that_only_moved_are_not_changed(digistrat: Digistrat, strategy: Path) -> None:
    (strategy / "principles.yaml").write_text("# New\n\n" + TWO)

    assert [] == since(digistrat, strategy)


def test_what_a_change_breaks_elsewhere_is_reported(digistrat: Digistrat, strategy: Path) -> None:
    text = (strategy / "mission.yaml").read_text()
    (strategy / "mission.yaml").write_text(text.replace("id: less-waiting", "id: shorter-waits"))

    assert ("unknown-reference", "initiatives/e-letters") in since(digistrat, strategy)


def test_a_new_file_is_changed_as_a_whole(digistrat: Digistrat, strategy: Path) -> None:
    (strategy / "servises.yaml").write_text("- {id: a}\n")

    assert [("unknown-file", "servises.yaml")] == since(digistrat, strategy)


def test_before_there_was_a_strategy_everything_is_new(digistrat: Digistrat, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "README.md").write_text("Nothing yet\n")
    commit(tmp_path)

    assert 2 == len(since(digistrat, write(tmp_path, {"principles.yaml": TWO})))


def test_an_unknown_revision_is_said(digistrat: Digistrat, strategy: Path) -> None:
    done = digistrat("lint", strategy, "--since", "no-such-branch")

    assert (done.exit_code, "git knows no revision 'no-such-branch'" in done.stderr) == (2, True)


@pytest.mark.parametrize("revision", ["--upload-pack=x", "-x", "HEAD:strategy", "\n", ":/x"])
def test_a_revision_is_never_an_option(digistrat: Digistrat, revision: str, strategy: Path) -> None:
    done = digistrat("lint", strategy, f"--since={revision}")

    assert done.exit_code == 2, done.stderr


def test_outside_a_repository_it_is_said(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("lint", write(tmp_path, {}), "--since", "HEAD")

    assert (done.exit_code, "is in no git repository" in done.stderr) == (3, True)


def test_nothing_that_the_repository_names_is_run(digistrat: Digistrat, strategy: Path) -> None:
    repository = strategy.parent
    git(repository, "config", "core.fsmonitor", f"touch {repository}/ran; false")
    git(repository, "config", "diff.external", f"touch {repository}/ran")
    (repository / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n")
    git(repository, "config", "filter.evil.smudge", f"touch {repository}/ran; cat")
    git(repository, "config", "diff.evil.textconv", f"touch {repository}/ran; cat")
    (repository / "ran").unlink(missing_ok=True)

    since(digistrat, strategy)

    assert not (repository / "ran").exists()


def test_the_variables_of_a_hook_do_not_lead_elsewhere(
    digistrat: Digistrat, strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")

    assert [] == since(digistrat, strategy)


def test_files_of_the_past_have_the_same_limits(digistrat: Digistrat, strategy: Path) -> None:
    (strategy / "decisions.yaml").symlink_to("principles.yaml")
    (strategy / "users").mkdir()
    (strategy / "users" / "big.yaml").write_bytes(b"# " + b"x" * 5_100_000)
    (strategy / "elsewhere").mkdir()
    (strategy / "elsewhere" / "a.yaml").write_text("id: a\n")
    commit(strategy.parent)

    assert [] == since(digistrat, strategy)


def test_what_a_translation_lacks_is_no_news(digistrat: Digistrat, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / "english", {"decisions.yaml": "- {id: a, title: A}\n"})
    folder = write(tmp_path / "welsh", {})
    with (folder / "strategy.yaml").open("a") as manifest:
        manifest.write("translation_of: {path: ../english, language: en}\n")
    commit(tmp_path)

    assert [] == since(digistrat, folder)


def test_a_repository_that_names_its_own_way_to_fetch_fetches_nothing(digistrat: Digistrat, tmp_path: Path) -> None:
    (tmp_path / "up").mkdir()
    git(tmp_path / "up", "init", "-q")
    write(tmp_path / "up" / "s", {})
    commit(tmp_path / "up")
    git(tmp_path / "up", "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{tmp_path}/up", "partial")
    folder = write(tmp_path / "partial" / "s", {})
    program = tmp_path / "evil.sh"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    program.chmod(0o755)
    git(tmp_path / "partial", "config", "remote.origin.url", f"ext::{program} %S")
    git(tmp_path / "partial", "config", "protocol.ext.allow", "always")

    done = digistrat("lint", folder, "--as-of", "2026-11-21", "--since", "HEAD")

    assert (done.exit_code, (tmp_path / "ran").exists()) == (3, False)


def test_a_damaged_repository_is_said(digistrat: Digistrat, strategy: Path) -> None:
    name = subprocess.run(
        ["git", "rev-parse", "HEAD:./mission.yaml"],  # noqa: S607
        cwd=strategy, env=ENVIRONMENT, check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    (strategy.parent / ".git" / "objects" / name[:2] / name[2:]).unlink()

    done = digistrat("lint", strategy, "--since", "HEAD")

    assert (done.exit_code, "git cannot read" in done.stderr or "could not be asked" in done.stderr) == (3, True)


def test_no_git_of_the_folder_itself_is_run(
    digistrat: Digistrat, strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = strategy / "git"
    program.write_text(f"#!/bin/sh\ntouch {strategy}/ran\n")
    program.chmod(0o755)
    monkeypatch.chdir(strategy)
    for path in (f".:{os.environ['PATH']}", str(strategy)):
        monkeypatch.setenv("PATH", path)
        digistrat("lint", strategy, "--since", "HEAD")

    assert not (strategy / "ran").exists()


def test_thousands_of_changed_lines_do_not_take_for_ever(digistrat: Digistrat, strategy: Path) -> None:
    text = (strategy / "mission.yaml").read_text()
    noise = "".join("#\n" * 99 + f"# a{number}\n" for number in range(199))
    (strategy / "mission.yaml").write_text("bogus: 1\n" + noise + text)
    commit(strategy.parent)
    (strategy / "mission.yaml").write_text("bogus: 1\n" + noise.replace("a", "b") + text)

    assert [] == since(digistrat, strategy)
