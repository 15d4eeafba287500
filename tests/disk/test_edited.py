"""Writing an edited file back: only over what it was made from, and as the file was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.disk.edited import is_own, rewrite, rewrite_own
from digistrat.errors import DigistratError

if TYPE_CHECKING:
    from pathlib import Path


def test_what_somebody_changed_meanwhile_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "risks.yaml"
    file.write_text("- theirs\n", encoding="utf-8")

    with pytest.raises(DigistratError, match="just been changed"):
        rewrite(file, "- ours\n", "- ours\n- new\n")

    assert file.read_text(encoding="utf-8") == "- theirs\n"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a\n", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")

    rewrite(tmp_path / "link.yaml", "a\n", "b\n")

    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text(encoding="utf-8") == "b\n"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DigistratError, match="cannot write"):
        rewrite(tmp_path / "gone.yaml", "a", "b")


@pytest.mark.parametrize("link", ["file", "folder", "circle"])
def test_a_file_of_ours_is_written_through_no_link(link: str, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yaml").write_text("a\n", encoding="utf-8")
    (tmp_path / "ours").mkdir()
    if link == "folder":
        (tmp_path / "ours" / "risks").symlink_to(tmp_path / "real")
    else:
        (tmp_path / "ours" / "risks").mkdir()
        target = tmp_path / ("real" if link == "file" else "ours/risks") / "a.yaml"
        (tmp_path / "ours" / "risks" / "a.yaml").symlink_to(target)

    with pytest.raises(DigistratError, match="link"):
        rewrite_own(tmp_path / "ours", "risks/a.yaml", "a\n", "b\n")

    assert not is_own(tmp_path / "ours", "risks/a.yaml")
    assert (tmp_path / "real" / "a.yaml").read_text(encoding="utf-8") == "a\n"


def test_a_file_of_ours_is_written_unless_it_is_read_only_or_gone(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a\n", encoding="utf-8")

    rewrite_own(tmp_path, "a.yaml", "a\n", "b\n")
    (tmp_path / "a.yaml").chmod(0o444)

    with pytest.raises(DigistratError, match="read-only"):
        rewrite_own(tmp_path, "a.yaml", "b\n", "c\n")
    with pytest.raises(DigistratError, match="cannot write"):
        rewrite_own(tmp_path, "gone.yaml", "a", "b")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "b\n"
