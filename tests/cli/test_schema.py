"""`digistrat schema`: one kind, the whole format, or every schema where a strategy's files look for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from digistrat.cli.console import guarded
from digistrat.describe.schema import KINDS
from digistrat.describe.schema_files import schema_files
from tests.strategies import write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("kind", "named"), [("commitments", "commitments"), ("Story", "stories"), ("term", "glossary")]
)
def test_a_kind_is_given_by_its_name_or_that_of_one(kind: str, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(["schema", kind]) == 0

    assert json.loads(capsys.readouterr().out)["$id"] == f"urn:digistrat:format:1:{named}"


def test_without_a_kind_the_whole_format_is_given(tmp_path: Path) -> None:
    assert guarded(["schema", "-o", str(tmp_path / "all.json")]) == 0

    assert set(KINDS) == set(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["properties"])


def test_schemas_of_an_older_version_are_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {".digistrat/schema/services.json": "old"})

    assert guarded(["schema", "--write", str(folder)]) == 0

    assert "schemas written to" in capsys.readouterr().err
    found = {path.name: path.read_text(encoding="utf-8") for path in (folder / ".digistrat" / "schema").iterdir()}
    assert {path.rpartition("/")[2]: text for path, text in schema_files().items()} == found


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    folder = write(tmp_path / "s", {})
    (tmp_path / "elsewhere").mkdir()
    (folder / ".digistrat").symlink_to(tmp_path / "elsewhere")

    assert guarded(["schema", "--write", str(folder)]) == 3

    assert [] == list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["quote"], "there is no kind 'quote'"), (["servces"], "did you mean"), (["risks", "--write", "."], "--write")],
)
def test_what_cannot_be_given_is_told(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(["schema", *arguments]) == 2

    assert said in capsys.readouterr().err
