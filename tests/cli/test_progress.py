"""A bar for long work, and none where nobody watches."""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING

from digistrat.cli.progress import Progress

if TYPE_CHECKING:
    import pytest


class Terminal(io.StringIO):
    """Says that somebody watches."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float) -> str:
    """Read 200 files that take so long each."""
    clock = itertools.count(0, seconds * 50)
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress(lambda: next(clock))
    for done in range(1, 201):
        progress(done, 200)
    progress.end()
    return stream.getvalue()


def test_long_work_is_shown_and_taken_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, Terminal(), 0.01)

    assert "\r██████████░░░░░░░░░░ 100 of 200 files" in text
    assert text.endswith("\r\x1b[K")


def test_short_work_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not shown(monkeypatch, Terminal(), 0.001)


def test_where_nobody_watches_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not shown(monkeypatch, io.StringIO(), 0.01)
