"""`digistrat render --format markdown`: where the one file goes, and what it never goes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.cli.console import guarded
from tests.strategies import write

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = ("--as-of", "2026-11-21")


def render(*arguments: str | Path) -> int:
    return guarded(["render", *map(str, arguments), "--format", "markdown", *AS_OF])


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    (tmp_path / "clean").mkdir()
    return write(tmp_path / "clean", {})


def test_the_file_goes_where_it_is_told(clean: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "new" / "all.md"

    assert render(clean, "-o", target) == 0
    out, err = capsys.readouterr()
    assert (f"{target}\n", "the whole strategy in one file:\n") == (out, err)
    assert target.read_text(encoding="utf-8").startswith("# Digital strategy\n")


def test_without_a_place_it_goes_beside_the_pages(
    clean: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clean)

    assert render() == 0
    assert "build/strategy.md\n" == capsys.readouterr().out.replace("\\", "/")
    assert (clean / "build" / "strategy.md").is_file()
    assert render() == 0  # over what it wrote itself


def test_a_file_of_the_strategy_is_never_written_over(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (clean / "mission.yaml").read_bytes()

    assert render(clean, "-o", clean / "mission.yaml") == 3
    assert "is a file of the strategy" in capsys.readouterr().err
    assert before == (clean / "mission.yaml").read_bytes()


def test_a_folder_is_no_place_for_a_file(clean: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert render(clean, "-o", tmp_path) == 3
    assert "cannot write" in capsys.readouterr().err


def test_what_is_left_out_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {"users.yaml": "- {id: a, nane: A}\n"})

    assert render(folder, "-o", tmp_path / "all.md") == 0
    assert "1 file with mistakes: what cannot be read is left out" in capsys.readouterr().err


def test_an_unknown_format_is_refused_with_the_one_that_was_meant(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(["render", str(clean), "--format", "markdwon"]) == 2
    assert "did you mean 'markdown'?" in capsys.readouterr().err
