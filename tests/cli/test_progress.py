"""A bar for long work, and none where nobody watches."""

from __future__ import annotations

import io
import itertools

import pytest

from digistrat.cli.progress import Progress


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


def searched(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *steps: tuple[float, float, float]) -> str:
    """Search with steps of (second, worth, bound)."""
    clock = iter([0.0, *(second for second, _, _ in steps)])
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress(lambda: next(clock))
    for _, worth, bound in steps:
        progress.search(worth, bound)
    progress.end()
    return stream.getvalue()


def test_a_long_search_says_how_far_it_has_come_and_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    text = searched(monkeypatch, Terminal(), (1.5, 50, 100), (2.5, 99.96, 100))

    first, second, end = (part for part in text.split("\r") if part)
    assert "██████████░░░░░░░░░░ planning for 2 s: 50.0% of what may be possible\x1b[K" == first
    assert "███████████████████░ planning for 2 s: 100.0% of what may be possible\x1b[K" == second
    assert "\x1b[K" == end


def test_a_short_search_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not searched(monkeypatch, Terminal(), (0.1, 50, 100), (0.99, 60, 100))


def test_a_search_that_nobody_watches_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not searched(monkeypatch, io.StringIO(), (1.5, 50, 100), (9, 60, 100))


def test_a_search_is_not_shown_more_often_than_one_can_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = searched(monkeypatch, Terminal(), *((1.5 + step / 100, step, 100) for step in range(31)))

    assert 2 == text.count("planning for")


@pytest.mark.parametrize(
    ("worth", "bound"),
    [(0, 100), (-1, 100), (float("-inf"), float("inf")), (50, float("inf")), (50, 0), (51, 50), (float("nan"), 50)],
)
def test_a_search_that_knows_nothing_yet_says_nothing_of_it(
    worth: float, bound: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = searched(monkeypatch, Terminal(), (1.5, worth, bound))

    assert "\r░░░░░░░░░░░░░░░░░░░░ planning for 2 s: 0.0% of what may be possible" in text
