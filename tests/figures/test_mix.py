"""Shares of the effort by sort of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.mix import shares
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (["effort: 1, portfolio: improve, certainty: core", "effort: 3, portfolio: transform, certainty: experiment"],
         [(0, 0), (25, 25), (75, 75), (75, 75)]),
        (["effort: 1, portfolio: improve", "effort: 3"], [(0, 75), (25, 100), (0, 75), (0, 100)]),
        (["effort: 1, portfolio: improve", "portfolio: improve"], None),
        (["effort: 0, portfolio: improve"], None),
        (["effort: 5, portfolio: improve", "effort: -1, portfolio: maintain"], None),
        ([], None),
    ],
)  # fmt: skip
def test_what_is_not_said_may_be_any_sort(work: list[str], expected: object, tmp_path: Path) -> None:
    lines = [f"- {{id: w{number}, title: T, {one}}}" for number, one in enumerate(work)]
    strategy = load_folder(write(tmp_path, {"initiatives.yaml": "\n".join(lines)}), AS_OF)

    found = shares(strategy.initiatives.values())

    assert expected == (found and list(found.values()))
