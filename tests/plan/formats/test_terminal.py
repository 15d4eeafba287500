"""The plan in a terminal: bold headings, whole words, bars that show what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.plan.formats.terminal import Terminal, write
from tests.cli.test_plan import TEAM, WORK
from tests.plan.formats.test_sentences import report

if TYPE_CHECKING:
    from pathlib import Path


def test_headings_stand_out_where_there_are_colours(tmp_path: Path) -> None:
    plain, bold = (write(report(tmp_path), Terminal(80, is_bold)) for is_bold in (False, True))

    assert plain == bold.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert {"Why not the rest", "What keeps work out", "How full team, weeks gets"} < {
        line.removeprefix("\x1b[1m").removesuffix("\x1b[0m") for line in bold.splitlines() if "\x1b" in line
    }


def test_no_line_ends_in_blanks(tmp_path: Path) -> None:
    text = write(report(tmp_path, WORK.replace("Beta", "Beta " * 30)), Terminal(80, colour=False))

    assert all(line == line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("width", [40, 80])
def test_words_with_hyphens_stay_whole(width: int, tmp_path: Path) -> None:
    words = " ".join(f"well-{n}-known" for n in range(20))

    text = write(report(tmp_path, WORK.replace("Beta", words).replace("Gamma", words)), Terminal(width, colour=False))

    assert 2 == sum(word in {"well-7-known", "well-7-known:"} for word in text.split())


def test_work_without_a_score_has_none(tmp_path: Path) -> None:
    text = write(report(tmp_path, f"{WORK}- {{id: e, title: E, must_do: true}}\n"), Terminal(80, colour=False))

    assert "\nE                                             █···  2027-Q1 to 2027-Q1\n" in text


@pytest.mark.parametrize(
    ("uses", "line"),
    [
        pytest.param("5", "  2027-Q1      ██████████░░░░░░░░░░ 5 of 10", id="half"),
        pytest.param("12.5", "  2027-Q1      ████████████████████ 12.5 of 10, 2.5 over", id="over"),
        pytest.param("0", "  2027-Q1      ░░░░░░░░░░░░░░░░░░░░ 0 of 10", id="none"),
        pytest.param("-5", "  2027-Q1      ░░░░░░░░░░░░░░░░░░░░ -5 of 10", id="less than none"),
    ],
)
def test_a_bar_is_as_long_as_it_says(uses: str, line: str, tmp_path: Path) -> None:
    work = f"- {{id: e, title: E, must_do: true, start: 2027-Q1, uses: {{team: {uses}}}}}\n"

    assert line in write(report(tmp_path, work), Terminal(80, colour=False)).splitlines()


def test_where_there_is_nothing_any_use_fills_the_bar(tmp_path: Path) -> None:
    work = "- {id: e, title: E, must_do: true, start: 2027-Q1, uses: {team: 1}}\n"

    text = write(report(tmp_path, work, constraints=TEAM.replace("10", "0")), Terminal(80, colour=False))

    assert "  2027-Q1      ████████████████████ 1 of 0, 1 over" in text.splitlines()


@pytest.mark.parametrize(
    ("per", "line"),
    [
        ("total", "  all          ████████████████████ 20 of 20"),
        ("year", "  FY2027-28    ████████████████████ 20 of 20"),
    ],
)
def test_other_periods_have_their_own_names(per: str, line: str, tmp_path: Path) -> None:
    constraints = TEAM.replace("per: quarter, available: 10", f"per: {per}, available: 20")
    work = "- {id: e, title: E, scores: {patient: 3}, uses: {team: 20}, not_before: 2027-04}\n"

    text = write(report(tmp_path, work, constraints=constraints), Terminal(80, colour=False))

    assert line in text.splitlines()


def test_a_bottleneck_without_a_unit_is_named_alone(tmp_path: Path) -> None:
    text = write(report(tmp_path, constraints=TEAM.replace("unit: weeks, ", "")), Terminal(80, colour=False))

    assert "\nHow full team gets\n" in text
    assert "team is 5 units short" in text


def test_periods_before_the_plan_are_not_drawn(tmp_path: Path) -> None:
    work = "- {id: e, title: E, status: in-progress, start: 2026-01, finish: 2027-03, uses: {team: 5}}\n"

    text = write(report(tmp_path, work), Terminal(80, colour=False))

    assert "2026-Q1 to 2027-Q1" in text
    assert 1 == text.count(" of 10")
