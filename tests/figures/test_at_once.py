"""The month in which most work runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.at_once import busiest_month
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ([], None),
        (["choice: will"], None),
        (["choice: will, start: 2027-01, duration: 3 months", "choice: will, start: 2027-03, finish: 2027-05",
          "choice: will, start: 2028-01", "choice: will, start: 2028-01"], ("March 2027", ["w0", "w1"])),
        (["status: in-progress", "choice: will, start: 2027-01"], ("November 2026", ["w0"])),
        (["status: in-progress, start: 2026-01", "status: proposed, start: 2027-01"], ("January 2026", ["w0"])),
        (["status: in-progress, start: 2026-01", "choice: will, start: 2026-10"], ("October 2026", ["w0", "w1"])),
    ],
)  # fmt: skip
def test_the_first_of_the_busiest_months_counts(
    work: list[str], expected: tuple[str, list[str]] | None, tmp_path: Path
) -> None:
    lines = [f"- {{id: w{number}, title: T, {one}}}" for number, one in enumerate(work)]
    strategy = load_folder(write(tmp_path, {"initiatives.yaml": "\n".join(lines)}), AS_OF)

    found = busiest_month(strategy)

    assert expected == (found and (found.in_words, [one.id for one in found.work]))
