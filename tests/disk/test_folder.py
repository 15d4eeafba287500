"""Taking a folder into memory, however strange it is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from digistrat.disk.folder import MARKER, Tree, find_strategy, read_folder
from digistrat.errors import DigistratError
from digistrat.model.shelf import FOLDERS

if TYPE_CHECKING:
    from pathlib import Path


def read(root: Path, file_bytes: int = 100, files: int = 10) -> Tree:
    return read_folder(root, FOLDERS, file_bytes=file_bytes, files=files, all_bytes=250)


def put(path: Path, text: str = "a") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_yaml_at_the_top_and_in_collections_is_read(tmp_path: Path) -> None:
    for name in ("strategy.yaml", "users/a.YAML", "users/deep/b.yaml", "notes.yml", "README.md", ".hidden.yaml",
                 "users/.git/c.yaml", "templates/d.yaml", "node_modules/e.yaml", "user/f.yaml", "docs/g.yaml"):  # fmt: skip
        put(tmp_path / name)
    put(tmp_path / "site" / MARKER)
    put(tmp_path / "site" / "h.yaml")

    tree = read(tmp_path)

    assert ["notes.yml", "strategy.yaml", "users/a.YAML", "users/deep/b.yaml"] == list(tree.contents)
    assert ("docs/g.yaml", "user/f.yaml") == tree.elsewhere
    assert tree.refused == {}


def test_nothing_but_regular_files_inside_is_opened(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside.yaml", "secret")
    root = tmp_path / "root"
    put(root / "strategy.yaml")
    put(root / "real.yaml")
    (root / "users").mkdir()
    (root / "a.yaml").symlink_to(outside)
    (root / "b.yaml").symlink_to(root / "nowhere")
    (root / "c.yaml").symlink_to("c.yaml")
    (root / "d.yaml").symlink_to("real.yaml")
    (root / "e.yaml").mkdir()
    os.mkfifo(root / "users" / "f.yaml")
    (root / "services").symlink_to(tmp_path)

    tree = read(root)

    assert {"a.yaml", "b.yaml", "c.yaml", "e.yaml", "users/f.yaml", "services"} == set(tree.refused)
    assert {"unreadable-file"} == {refusal.rule for refusal in tree.refused.values()}
    assert ["d.yaml", "real.yaml", "strategy.yaml"] == list(tree.contents)
    assert b"secret" not in tree.contents.values()


def test_a_large_file_is_not_opened(tmp_path: Path) -> None:
    put(tmp_path / "strategy.yaml", "a" * 100)
    put(tmp_path / "users.yaml", "a" * 101)

    tree = read(tmp_path)

    assert ["strategy.yaml"] == list(tree.contents)
    assert tree.refused["users.yaml"].rule == "oversized-yaml"


def test_of_too_many_files_the_first_are_read(tmp_path: Path) -> None:
    for number in range(4):
        put(tmp_path / "users" / f"{number}.yaml")

    tree = read(tmp_path, files=2)

    assert (["users/0.yaml", "users/1.yaml"], ["users/2.yaml"]) == (list(tree.contents), list(tree.refused))


def test_a_strategy_is_found_by_walking_up(tmp_path: Path) -> None:
    put(tmp_path / "strategy.yaml")
    (tmp_path / "users" / "deep").mkdir(parents=True)

    assert tmp_path == find_strategy(None, lambda: tmp_path / "users" / "deep")
    assert tmp_path == find_strategy(tmp_path)
    assert tmp_path == find_strategy(tmp_path / "strategy.yaml")


def test_where_there_is_no_strategy_it_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    for given, message in ((tmp_path / "empty", "no strategy.yaml in"), (tmp_path / "nowhere", "there is no folder")):
        with pytest.raises(DigistratError, match=message) as caught:
            find_strategy(given)
        assert caught.value.hint
    with pytest.raises(DigistratError, match="here or in any folder above"):
        find_strategy(None, lambda: tmp_path / "empty")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    put(tmp_path / "strategy.yaml").chmod(0)

    assert read(tmp_path).refused["strategy.yaml"].rule == "unreadable-file"


def test_a_reason_for_not_reading_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "strategy.yaml")
    (tmp_path / "users").mkdir()
    scandir = os.scandir

    def no(path: Path) -> object:
        if str(path).endswith("users"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    def never(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", no)
    monkeypatch.setattr("pathlib.Path.read_bytes", never)

    assert {"strategy.yaml", "users"} == set(read(tmp_path).refused)
