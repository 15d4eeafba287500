"""Whole outputs as people and programs see them; `make golden` writes them anew, and the diff is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digistrat.answers import Answers
from digistrat.cli.console import guarded
from digistrat.model.load import load_folder
from digistrat.publish.site import build
from tests.strategies import AS_OF, EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

HERE = Path(__file__).parent
ON_THE_DAY = ("--as-of", "2026-11-21")


def outputs(capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, str]]:
    """Give the name and the text of every expected output."""
    for format in ("full", "concise", "json", "github", "junit", "markdown"):
        guarded(["lint", "faulty", *ON_THE_DAY, "--format", format])
        yield f"lint-{format}.txt", capsys.readouterr().out
    for format in ("table", "json", "csv", "markdown"):
        guarded(["score", str(EXAMPLE), *ON_THE_DAY, "--format", format])
        yield f"score-{format}.txt", capsys.readouterr().out
    for format in ("table", "json"):
        guarded(["plan", str(EXAMPLE), *ON_THE_DAY, "--solver", "greedy", "--overrun", "10", "--format", format])
        yield f"plan-{format}.txt", capsys.readouterr().out
    guarded(["board", "faulty", *ON_THE_DAY])
    yield "board-text.txt", capsys.readouterr().out
    guarded(["explain", "undated-commitment"])
    yield "explain.txt", capsys.readouterr().out
    site = build(Answers(load_folder(HERE / "faulty", AS_OF)))
    for path in ("index.html", "commitments.html", "strategy.json"):
        yield f"site-{path}", site[path].decode()


def test_outputs_are_as_they_were_read(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE)
    monkeypatch.setenv("COLUMNS", "120")
    found = dict(outputs(capsys))
    if request.config.getoption("--golden"):
        for name, text in found.items():
            (HERE / "expected" / name).write_bytes(text.encode())

    expected = {path.name: path.read_bytes().decode() for path in (HERE / "expected").iterdir()}

    assert set(expected) == set(found)
    for name, text in expected.items():
        assert text == found[name], name
