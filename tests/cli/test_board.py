"""`digistrat board`: what it prints where, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.strategies import EXAMPLE, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

    Digistrat = Callable[..., Done]

AS_OF = ("--as-of", "2026-11-21")


def test_it_answers_ten_questions(digistrat: Digistrat) -> None:
    done = digistrat("board", EXAMPLE, *AS_OF)

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("10 evidenced, 0 in part, 0 no evidence\n")


def test_it_goes_on_over_what_cannot_be_read_and_says_so(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("board", write(tmp_path, {"risks.yaml": "- ["}), *AS_OF, "--format", "json")

    assert done.exit_code == 0
    assert "what cannot be read is no evidence" in done.stderr
    assert json.loads(done.stdout)["questions"][9]["state"] == "partial"


def test_it_writes_to_a_file(digistrat: Digistrat, tmp_path: Path) -> None:
    done = digistrat("board", EXAMPLE, *AS_OF, "--format", "markdown", "-o", tmp_path / "board.md")

    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "board.md").read_text(encoding="utf-8").startswith("# The board's ten questions\n")


def test_an_unknown_format_is_a_wrong_call(digistrat: Digistrat) -> None:
    done = digistrat("board", EXAMPLE, "--format", "jsn")

    assert (done.exit_code, "did you mean 'json'?" in done.stderr) == (2, True)


def test_all_evidence_on_request(digistrat: Digistrat) -> None:
    few, everything = (digistrat("board", EXAMPLE, *AS_OF, *more).stdout for more in ((), ("--all",)))

    assert "more\n" in few.split("Signs of")[0]
    assert " more\n" not in everything.split("Signs of")[0]
