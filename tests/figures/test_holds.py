"""Whether work can be done in the quarters set for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.holds import excluded, quarter_number, too_early
from digistrat.figures.spans import Span
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, minimal, write

if TYPE_CHECKING:
    from pathlib import Path

JANUARY = 2027 * 12
WORK = """
- {id: a, title: A, depends_on: b, excludes: [b, a]}
- {id: b, title: B, excludes: a}
"""


@pytest.mark.parametrize(
    ("starts", "expected"),
    [(JANUARY + 2, ["a"]), (JANUARY + 5, ["a"]), (JANUARY + 6, [])],
    ids=["before", "in the same quarter", "in the next one"],
)
def test_work_starts_in_a_later_quarter_than_what_it_waits_for_ends(
    starts: int, expected: list[str], tmp_path: Path
) -> None:
    strategy = load_folder(write(tmp_path, {"initiatives.yaml": WORK}), AS_OF)

    found = too_early(strategy, {"a": Span(starts, starts + 3), "b": Span(JANUARY, JANUARY + 3)})

    assert expected == [one.initiative.id for one in found]


def test_what_has_no_months_or_is_not_among_the_work_is_not_too_early(tmp_path: Path) -> None:
    strategy = load_folder(write(tmp_path, {"initiatives.yaml": WORK}), AS_OF)

    for work in ({"a": Span(JANUARY, JANUARY)}, {"a": Span(JANUARY, JANUARY), "b": None}, {"a": None, "lost": None}):
        assert [] == list(too_early(strategy, work))


def test_a_pair_that_excludes_itself_both_ways_is_one(tmp_path: Path) -> None:
    strategy = load_folder(write(tmp_path, {"initiatives.yaml": WORK}), AS_OF)

    assert [("a", 0, "b")] == [
        (one.initiative.id, one.place, one.other.id) for one in excluded(strategy, ["a", "b", "lost"])
    ]
    assert [] == list(excluded(strategy, ["a"]))


def test_quarters_begin_with_the_financial_year(tmp_path: Path) -> None:
    manifest = minimal()["strategy.yaml"] + "financial_year_starts: 02-01\n"
    strategy = load_folder(write(tmp_path, {"strategy.yaml": manifest}), AS_OF)

    first, second, third = (quarter_number(strategy, JANUARY + month) for month in (0, 1, 3))

    assert (first + 1, first + 1) == (second, third)
