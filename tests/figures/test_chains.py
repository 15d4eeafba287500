"""What waits for what: days, chains and circles."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from digistrat.figures.chains import in_circles, longest_chains
from digistrat.model.deadlines import last_day
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy


def strategy_of(folder: Path, waits: str) -> Strategy:
    """Make work of `a>b a>c`: a waits for b and c."""
    arrows = [arrow.split(">") for arrow in waits.split()]
    ids = sorted({id for arrow in arrows for id in arrow})
    lines = [
        f"- {{id: {id}, title: T, choice: will, depends_on: [{', '.join(two for one, two in arrows if one == id)}]}}"
        for id in ids
    ]
    return load_folder(write(folder, {"initiatives.yaml": "\n".join(lines)}), AS_OF)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("finish: 2027-06", date(2027, 6, 30)),
        ("start: 2027-01, duration: 9 months", date(2027, 9, 30)),
        ("start: 2027-01-15, duration: 1 quarter", date(2027, 3, 31)),
        ("start: 2027-01-04, duration: 2 weeks", date(2027, 1, 17)),
        ("start: 9999-12, duration: 2 weeks", date(9999, 12, 14)),
        ("start: 9999-12-30, duration: 2 weeks", date.max),
        ("start: 9999-11, duration: 2 years", date.max),
        ("start: 2027-01", None),
        ("duration: 9 months", None),
        ("start: 2027-06, finish: 2027-01", None),
    ],
)
def test_work_ends_on_the_last_day_that_is_known(when: str, expected: date | None, tmp_path: Path) -> None:
    folder = write(tmp_path, {"initiatives.yaml": f"- {{id: a, title: A, {when}}}\n"})

    assert expected == last_day(load_folder(folder, AS_OF).initiatives["a"])


@pytest.mark.parametrize(
    ("waits", "expected"),
    [
        ("a>b b>c", set()),
        ("a>a b>a", {"a"}),
        ("a>b b>c c>a c>d e>a", {"a", "b", "c"}),
        ("a>b b>a b>m m>x x>y y>x", {"a", "b", "m", "x", "y"}),
    ],
)
def test_a_circle_is_what_waits_for_itself(waits: str, expected: set[str], tmp_path: Path) -> None:
    assert expected == in_circles(strategy_of(tmp_path, waits))


def test_each_end_has_its_longest_chain(tmp_path: Path) -> None:
    chains = list(longest_chains(strategy_of(tmp_path, "a>b b>c a>c d>c x>y y>x")))

    assert [("d", 1, ["c"]), ("a", 2, ["b", "c"])] == [
        (last.id, links, [one.id for one in before]) for last, links, before in chains
    ]


def test_of_a_very_long_chain_only_the_end_is_shown(tmp_path: Path) -> None:
    waits = " ".join(f"w{number:04}>w{number + 1:04}" for number in range(1500))

    (chain,) = longest_chains(strategy_of(tmp_path, waits))

    assert (1500, 10) == (chain.links, len(chain.before))
