"""What the accepted plan leaves out, and what stands in the way of it as things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.publish import markdown
from tests.publish.reading import said, site_of
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "scoring.yaml": "criteria: {id: a, weight: 100, max: 5}\nplan: {from: 2027-01, quarters: 2}\n",
    "constraints.yaml": "- {id: team, statement: Few people, capacity: {unit: weeks, per: total, available: 10}}\n",
    "initiatives.yaml": """
- {id: done, title: Done, scores: {a: 5}, duration: 3 months, uses: {team: 8}}
- {id: wide, title: Wide, scores: {a: 4}, duration: 3 months, uses: {team: 5}}
- {id: small, title: Small, scores: {a: 1}, duration: 3 months}
- {id: never, title: Never, scores: {a: 1}, choice: {decision: will-not, reason: Too dear}}
""",
    "plan.yaml": """
accepted: {by: Board, date: 2026-10-01}
chosen: [{initiative: done, start: 2027-Q1, finish: 2027-Q1}]
not_now: [{initiative: never, reason: Too dear}, {initiative: wide, reason: It waits}]
""",
}


def test_what_is_left_out_says_what_is_short(tmp_path: Path) -> None:
    page = site_of(tmp_path, FILES)["choices.html"]

    left = said(page.partition("Not in this plan</h3>")[2].partition("</ul>")[0])
    assert left.startswith("Never Too dear Wide It waits As things stand: ")
    assert "3 weeks" in left.partition("Wide")[2].partition("Small")[0]
    assert left.endswith("Small As things stand: nothing stands in its way.")


def test_the_one_file_says_it_too(tmp_path: Path) -> None:
    text = markdown.build(Answers(load_folder(write(tmp_path, FILES), AS_OF))).decode()

    assert "- [Wide](#initiatives_wide): It waits As things stand: " in text
    assert "- [Small](#initiatives_small) As things stand: nothing stands in its way.\n" in text


def test_a_plan_that_chooses_nothing_names_only_what_it_says_itself(tmp_path: Path) -> None:
    page = site_of(tmp_path, {**FILES, "plan.yaml": "not_now: [{initiative: wide, reason: It waits}]\n"})[
        "choices.html"
    ]

    left = said(page.partition("Not in this plan</h3>")[2].partition("</ul>")[0])
    assert left.startswith("Wide It waits")
    assert "Small" not in left


def test_what_is_short_stays_away_where_the_limits_do(tmp_path: Path) -> None:
    manifest = (
        "format: 1\ntitle: T\norganisation: {name: O}\nperiod: 2027\nowner: Board\npublish: {leave_out: limits}\n"
    )

    page = site_of(tmp_path, {**FILES, "strategy.yaml": manifest})["choices.html"]

    assert "Wide" in page
    assert "As things stand" not in page
