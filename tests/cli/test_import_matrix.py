"""The matrix is written to a file, and to nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.cli.workbook import give_matrix
from digistrat.errors import UsageError
from digistrat.model.load import load_folder
from tests.exchange.sheets import matrix, strategy
from tests.strategies import AS_OF

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(load_folder(strategy(tmp_path), AS_OF))


def test_a_matrix_goes_to_the_file_that_is_named(answers: Answers, tmp_path: Path) -> None:
    give_matrix(answers.strategy, answers.ranking, tmp_path / "out" / "matrix.xlsx")

    assert matrix(tmp_path / "strategy") == (tmp_path / "out" / "matrix.xlsx").read_bytes()


def test_a_terminal_is_told_to_name_a_file(answers: Answers) -> None:
    with pytest.raises(UsageError, match="goes to a file"):
        give_matrix(answers.strategy, answers.ranking, None)


@pytest.mark.parametrize(("name", "hint"), [("m.xls", "m.xlsx"), ("m.csv", "m.xlsx"), ("m", "m.xlsx")])
def test_a_name_of_another_ending_is_refused(answers: Answers, tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(UsageError, match=rf"^{name} does not end in \.xlsx") as refused:
        give_matrix(answers.strategy, answers.ranking, tmp_path / name)

    assert f"write -o {hint}" == refused.value.hint
    assert not (tmp_path / name).exists()


def test_capitals_in_the_ending_do_no_harm(answers: Answers, tmp_path: Path) -> None:
    give_matrix(answers.strategy, answers.ranking, tmp_path / "M.XLSX")

    assert (tmp_path / "M.XLSX").exists()
