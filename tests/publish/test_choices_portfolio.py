"""What the effort goes into and where value lies against effort, as the choices page and the one file say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.publish import markdown
from tests.publish.reading import rows, said, site_of
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "format: 1\ntitle: T\norganisation: {name: O}\nperiod: 2027\nowner: Board\n"
CRITERIA = "criteria: {id: a, title: First, weight: 100, max: 100}\n"


def files(*work: str, scoring: str = "", manifest: str = "") -> dict[str, str]:
    lines = [f"- {{id: w{number}, title: Work {number}, choice: will, {keys}}}\n" for number, keys in enumerate(work)]
    return {
        "strategy.yaml": MANIFEST + manifest,
        "initiatives.yaml": "".join(lines),
        "scoring.yaml": CRITERIA + scoring,
    }


def told(folder: Path, anchor: str, *work: str, scoring: str = "", manifest: str = "") -> str:
    """Give one section of the page."""
    page = site_of(folder, files(*work, scoring=scoring, manifest=manifest))["choices.html"]
    return page.partition(f'id="{anchor}"')[2].partition("</section>")[0]


def test_the_portfolio_stands_beside_its_bounds(tmp_path: Path) -> None:
    html = told(
        tmp_path,
        "_portfolio",
        "portfolio: maintain, certainty: core, effort: 1, cost: {capital: £1.5k}",
        "portfolio: improve, certainty: core, effort: 2",
        "portfolio: improve, certainty: experiment, effort: 3, cost: {revenue: £20.50}",
        scoring="mix: {maintain: {min: 16.7}, improve: {max: 83}, transform: {max: 20}, experiment: {min: 10, max: 50}}\n",
    )

    assert [
        "Keeps things going 1 1 16.6% 16.7% or more Too little £1,500",
        "Improves what we have 2 5 83.4% 83% or less Too much £21, without 1 not known",
        "Does things in a new way 0 0 0% 20% or less Kept £0",
        "All of it 3 6 100% £1,521, without 1 not known",
        "Core work 2 3 50% £1,500, without 1 not known",
        "Experiments 1 3 50% 10% to 50% Kept £21",
    ] == rows(html)


def test_what_is_not_said_is_not_guessed(tmp_path: Path) -> None:
    html = told(
        tmp_path, "_portfolio", "portfolio: maintain, effort: 1", "effort: 3", scoring="mix: {maintain: {max: 40}}\n"
    )

    assert [
        "Keeps things going 1 1 25% to 100% 40% or less Cannot be told Not known",
        "Improves what we have 0 0 0% £0",
        "Does things in a new way 0 0 0% £0",
        "Not said 1 3 75% Not known",
        "All of it 2 4 100% Not known",
    ] == rows(html)[:5]


def test_without_every_effort_no_share_is_told(tmp_path: Path) -> None:
    html = told(tmp_path, "_portfolio", "portfolio: maintain, effort: 1", "portfolio: maintain")

    assert "Keeps things going 2 1, without 1 not known Not known Not known" == rows(html)[0]


@pytest.mark.parametrize(
    "work", [(), ("effort: 3",), ("portfolio: maintain, status: delivered",)], ids=["none", "unsorted", "delivered"]
)
def test_work_that_never_says_its_sort_makes_no_portfolio(work: tuple[str, ...], tmp_path: Path) -> None:
    site = site_of(tmp_path, files(*work, manifest="") | {"principles.yaml": "- {id: a, title: A}\n"})

    assert "What our effort goes into" not in site["choices.html"]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ("limits: {exemplars: 1}\n", "learn from it; 1 at most. 1 too many are chosen."),
        ("limits: {exemplars: 2}\n", "learn from it; 2 at most. Work 0"),
        ("", "Nobody has said how much of it there may be; 4 at most is a good rule. Work 0"),
    ],
)
def test_exemplars_say_by_when_people_are_better_off(limits: str, expected: str, tmp_path: Path) -> None:
    work = ("portfolio: improve, exemplar: {value_by: 2027-06}", "portfolio: improve, exemplar: {why_here: Asked}")

    html = told(tmp_path, "_portfolio", *work, manifest=limits)

    assert expected in said(html)
    assert "Work 0 : people are better off by June 2027 Work 1" in said(html)


VALUES = (
    "effort: 2, scores: {a: 80}",
    "effort: 9, scores: {a: 90}",
    "effort: 1, scores: {a: 20}",
    "effort: 8, scores: {a: 10}",
    "scores: {a: 10}",
    "effort: 3",
)


def test_value_and_effort_stand_in_four_parts_after_the_picture(tmp_path: Path) -> None:
    html = told(tmp_path, "_value-effort", *VALUES, scoring="effort: {title: Weeks, max: 10}\n")

    assert ["2 Work 0 80 2", "1 Work 1 90 9", "3 Work 2 20 1", "4 Work 3 10 8"] == rows(html)
    assert [
        "Quick wins: much value for little effort",
        "Big bets: much value, and much effort",
        "Fill-ins: little value, and little effort",
        "Hard to justify: little value for much effort",
    ] == re.findall(r'scope="rowgroup" colspan="4">([^<]*)', html)
    assert "Without a place here: Work 4 (no effort known), Work 5 (no value yet)" in said(html)
    assert "Effort counts: Weeks." in html
    assert '<th scope="col" class="number">Effort</th>' in html
    assert "<title>Value against effort. Quick wins: 1; Big bets: 1; Fill-ins: 1; Hard to justify: 1</title>" in html


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ("", "of 5 or less is little. Nobody has set these lines; they lie half-way."),
        ("quadrant: {effort: 5}\n", "Nobody has set the line for value; it lies half-way."),
        ("quadrant: {value: 50}\n", "Nobody has set the line for effort; it lies half-way."),
        (
            "quadrant: {value: 62.5, effort: 5}\n",
            "A value of 62.5 or more out of 100 is much; an effort of 5 or less is",
        ),
    ],
)
def test_who_set_the_lines_is_said(lines: str, note: str, tmp_path: Path) -> None:
    html = told(tmp_path, "_value-effort", *VALUES, scoring=f"effort: {{max: 10}}\n{lines}")

    assert note in said(html)
    assert ("Nobody" in html) == (lines.count(":") < 3)
    assert "Effort counts" not in html


def test_a_title_that_speaks_of_effort_is_its_name(tmp_path: Path) -> None:
    scoring = "effort: {title: Effort for the whole trust, max: 10}\n"

    html = told(tmp_path, "_value-effort", *VALUES, scoring=scoring)

    assert "Effort counts" not in html
    assert '<th scope="col" class="number">Effort for the whole trust</th>' in html


def test_what_falls_together_is_one_dot_with_both_numbers(tmp_path: Path) -> None:
    work = ("effort: 5, scores: {a: 75}", "effort: 5, scores: {a: 75}", "effort: 3, scores: {a: 75}")

    html = told(tmp_path, "_value-effort", *work, scoring="effort: {max: 10}\n")

    assert ["1", "2, 3"] == re.findall(r'class="chart-number"[^>]*>([^<]*)', html)
    assert [("127.8", "91"), ("179", "91")] == re.findall(r'<circle[^>]* cx="([^"]*)" cy="([^"]*)"', html)


def test_a_ratio_is_drawn_by_its_value(tmp_path: Path) -> None:
    html = told(tmp_path, "_value-effort", *VALUES, scoring="method: value-effort\n")

    assert "1 Work 1 90 9" in rows(html)
    assert "Work 4 (no effort known)" in said(html)


def test_more_dots_than_can_be_numbered_have_no_numbers(tmp_path: Path) -> None:
    work = [f"effort: {number % 7}, scores: {{a: {number}}}" for number in range(31)]

    html = told(tmp_path, "_value-effort", *work)

    assert "chart-number" not in html
    assert 31 == html.count("chart-many")
    assert "Work 30 30 2" in rows(html)
    assert 'colspan="3"' in html


def test_nothing_to_draw_draws_nothing(tmp_path: Path) -> None:
    assert not told(tmp_path, "_value-effort", "scores: {a: 10}", "effort: 3")


def test_the_one_file_has_both_as_tables(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        files(*VALUES, "portfolio: improve, exemplar: {value_by: 2027-06}", scoring="mix: {improve: {min: 5}}\n"),
    )

    text = markdown.build(Answers(load_folder(folder, AS_OF))).decode()

    assert "| [Work 0](#initiatives_w0) | 80 | 2 | Quick wins: much value for little effort |\n" in text
    assert (
        "Without a place here: [Work 4](#initiatives_w4) (no effort known), [Work 5](#initiatives_w5) (no value yet)"
        in text
    )
    assert "| Improves what we have | 1 | Not known | Not known | 5% or more (Cannot be told) | Not known |\n" in text
    assert "- [Work 6](#initiatives_w6): people are better off by June 2027\n" in text
