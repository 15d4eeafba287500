"""Whether there is enough for the accepted plan: its load and its money, in its quarters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.publish.reading import rows, said, site_of
from tests.publish.test_choices_room import files, section

if TYPE_CHECKING:
    from pathlib import Path

PLAN = (
    "chosen: [{initiative: w0, start: 2027-Q3, finish: 2027-Q3}, {initiative: w1, start: 2027-Q3, finish: 2027-Q3}]\n"
)
LATE = ("start: 2027-04, duration: 3 months, uses: {team: 6}", "uses: {team: 5}", "uses: {team: 90}")


def test_with_a_plan_its_load_is_shown_and_no_other(tmp_path: Path) -> None:
    page = site_of(tmp_path, files(*LATE) | {"plan.yaml": PLAN})["choices.html"]

    html = section(page)
    assert "What the accepted plan asks for" in said(html)
    assert "as its own dates say" not in html
    assert ["FY2027-28-Q2 (July to September 2027) 11 10 1"] == rows(html)


def test_with_a_plan_its_money_is_shown_and_delivered_work_counts(tmp_path: Path) -> None:
    envelope = "envelope: [{year: FY2027-28, capital: £90}]\n"
    work = (
        "start: 2028-04, duration: 3 months, cost: {capital: £60}",
        "cost: {capital: £10}",
        "status: delivered, start: 2027-04, duration: 3 months, cost: {capital: £30}",
        "start: 2027-04, duration: 3 months, cost: {capital: £1000}",
    )

    html = section(site_of(tmp_path, files(*work, manifest=envelope) | {"plan.yaml": PLAN})["choices.html"])

    assert "FY2027-28 (April 2027 to March 2028) £100 £90 £10" == rows(html)[0]


def test_a_plan_that_does_nothing_leaves_it_at_chosen_work(tmp_path: Path) -> None:
    plan = {"plan.yaml": "not_now: [{initiative: w1, reason: Later}]\n"}

    html = section(site_of(tmp_path, files(LATE[0]) | plan)["choices.html"])

    assert "What chosen work asks for, when it runs as its own dates say." in html
    assert ["FY2027-28-Q1 (April to June 2027) 6 10"] == rows(html)


@pytest.mark.parametrize("plan", ["", PLAN], ids=["without a plan", "with one"])
def test_an_overloaded_period_stands_out(plan: str, tmp_path: Path) -> None:
    work = ("start: 2027-07, duration: 3 months, uses: {team: 12}", "start: 2027-10, finish: 2027-12, uses: {team: 1}")
    shown = files(*work) | ({"plan.yaml": plan.replace("2027-Q3, finish: 2027-Q3}]", "2027-Q4, finish: 2027-Q4}]")} if plan else {})  # fmt: skip

    html = section(site_of(tmp_path, shown)["choices.html"])

    assert ["FY2027-28-Q2 (July to September 2027)"] == re.findall(r'class="too-much">\s*<th[^>]*>([^<]*)', html)
    assert "<strong>There is not enough in one period" in html
