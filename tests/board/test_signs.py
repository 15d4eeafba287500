"""The twelve signs: the good ones go and the bad ones come as the evidence does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.board.test_questions import board_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


SIGNS = [
    ("integrated", {"mission.yaml": [(r"supports: \S+$", "x-was: gone")]}, "none"),
    ("user-centred", {"users/*": [(r"\bevidence:", "x-evidence:")], "research.yaml": None}, "none"),
    ("useful-to-teams", {"principles.yaml": None}, "none"),
    ("mainstream", {"delivery.yaml": [(r"^communication:", "x-communication:")]}, "partial"),
    ("realistic", {"stories.yaml": [(r"kind: delivered", "kind: under-way")]}, "partial"),
    ("focused", {"strategy.yaml": [(r"^limits:.*$", "limits: {commitments: 2}")]}, "partial"),
    ("it-driven", {"strategy.yaml": [(r"^owner: .*$", "owner: Chief digital and information officer")]}, "evidenced"),
    ("cookie-cutter", {"mission.yaml": [(r"^context: [|>]$", "x-context: |"), (r"^context:", "x-context:")]}, "evidenced"),
    ("vague", {"commitments.yaml": None}, "evidenced"),
    ("vague", {"commitments.yaml": [(r"^  due: .*$", "")]}, "evidenced"),
    ("too-long-term", {"strategy.yaml": [(r"^period:.*$", "period: {from: 2026-04, to: 2036-03}")]}, "evidenced"),
    ("too-long-term", {"strategy.yaml": [(r"^next_review:.*$", "")]}, "partial"),
]  # fmt: skip


@pytest.mark.parametrize(("sign", "changes", "state"), SIGNS)
def test_a_sign_follows_the_evidence(
    sign: str, changes: Mapping[str, list[tuple[str, str]] | None], state: str, tmp_path: Path
) -> None:
    board = board_of(tmp_path, changes)

    found = next(one for one in board.signs if one.id == sign)

    assert state == found.state, found.why
    assert found.why
