"""Writing a folder whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from digistrat.disk import exchange, staging
from digistrat.disk.folder import MARKER
from digistrat.disk.staging import publish
from digistrat.errors import DigistratError

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"index.html": b"one", "services/a.html": b"two"}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def nothing_is_left(folder: Path) -> bool:
    return not [path for path in folder.iterdir() if "digistrat-" in path.name]


def test_a_new_folder_holds_the_files(tmp_path: Path) -> None:
    publish(tmp_path / "deep" / "site", FILES)

    assert FILES == content(tmp_path / "deep" / "site")
    assert nothing_is_left(tmp_path / "deep")


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    publish(tmp_path / "site", FILES)

    assert FILES == content(tmp_path / "site")


@pytest.mark.parametrize("at_once", [pytest.param(True, id="at once"), pytest.param(False, id="two renames")])
def test_what_is_no_longer_written_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at_once: bool) -> None:
    if not at_once:
        monkeypatch.setattr(exchange, "_at_once", lambda *_: False)
    publish(tmp_path / "site", FILES)

    publish(tmp_path / "site", {"index.html": b"new"})

    assert {"index.html": b"new"} == content(tmp_path / "site")
    assert nothing_is_left(tmp_path)


def test_a_file_that_somebody_added_is_carried_over(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / "own").mkdir()
    (tmp_path / "site" / "own" / "CNAME").write_bytes(b"mine")

    publish(tmp_path / "site", FILES)
    publish(tmp_path / "site", FILES)

    assert {**FILES, "own/CNAME": b"mine"} == content(tmp_path / "site")


def test_a_file_that_somebody_changed_stops_the_swap_by_name(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / "index.html").write_bytes(b"by hand")

    with pytest.raises(DigistratError, match=r"index\.html.*changed by hand"):
        publish(tmp_path / "site", {"index.html": b"new"})

    assert {**FILES, "index.html": b"by hand"} == content(tmp_path / "site")
    assert nothing_is_left(tmp_path)


def test_a_file_in_the_way_of_a_new_page_stops_the_swap(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / "users.html").write_bytes(b"mine")

    with pytest.raises(DigistratError, match=r"users\.html"):
        publish(tmp_path / "site", {**FILES, "users.html": b"new"})


@pytest.mark.parametrize("name", ["notes.txt", "strategy.yaml"])
def test_a_folder_of_others_is_never_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_bytes(b"mine")

    with pytest.raises(DigistratError, match="site"):
        publish(tmp_path / "site", FILES)

    assert {name: b"mine"} == content(tmp_path / "site")


def test_a_file_or_a_link_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(DigistratError, match="is a file"):
        publish(tmp_path / "file", FILES)
    with pytest.raises(DigistratError, match="is a link"):
        publish(tmp_path / "link", FILES)


def test_a_broken_marker_stops_the_swap(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / MARKER).write_bytes(b"[]")

    with pytest.raises(DigistratError, match="not as digistrat wrote it"):
        publish(tmp_path / "site", FILES)


def test_a_failure_while_staging_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", FILES)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DigistratError, match="no space left"):
        publish(tmp_path / "site", {"index.html": b"new"})

    assert FILES == content(tmp_path / "site")
    assert nothing_is_left(tmp_path)


def test_an_interrupt_while_staging_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path / "site", FILES)

    assert list(tmp_path.iterdir()) == []


def test_a_power_cut_between_two_renames_is_put_right(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site").rename(tmp_path / ".site.digistrat-old")
    (tmp_path / ".site.digistrat-new").mkdir()

    publish(tmp_path / "site", FILES)

    assert FILES == content(tmp_path / "site")
    assert nothing_is_left(tmp_path)


def test_a_folder_that_cannot_be_moved_is_written_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", FILES)
    (tmp_path / "site" / "own.txt").write_bytes(b"mine")

    def busy(*_: object) -> None:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(exchange, "_at_once", busy)

    assert not publish(tmp_path / "site", {"index.html": b"new", "style.css": b"red"})
    assert {"index.html": b"new", "style.css": b"red", "own.txt": b"mine"} == content(tmp_path / "site")
    assert not (tmp_path / "site" / "services").exists()
    assert nothing_is_left(tmp_path)


def test_another_failure_to_move_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", FILES)

    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(exchange, "_at_once", broken)

    with pytest.raises(DigistratError, match="input/output error"):
        publish(tmp_path / "site", FILES)


def test_the_marker_lists_what_was_written(tmp_path: Path) -> None:
    publish(tmp_path / "site", FILES)

    assert set(FILES) == set(staging._marked(tmp_path / "site"))
