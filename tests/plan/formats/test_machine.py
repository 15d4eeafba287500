"""The plan as JSON: whole, exact, and the same each time."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.formats import FORMATS
from digistrat.plan.formats.machine import data_of, write
from digistrat.plan.report import Wishes
from tests.cli.test_plan import SCORING, TEAM, WORK
from tests.plan.formats.test_sentences import FITS, MANIFEST, report

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = Wishes(forced=("gamma",), without=("beta",), percent=Fraction(30), robust=True)


def test_it_reads_back_as_what_was_written(tmp_path: Path) -> None:
    found = report(tmp_path, FITS, wishes=EVERYTHING)

    assert data_of(found) == json.loads(write(found))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_files_give_the_same_bytes(format: str, tmp_path: Path) -> None:
    first, second = (FORMATS[format](report(tmp_path, FITS, wishes=EVERYTHING)) for _ in range(2))

    assert first == second


def test_every_quarter_that_is_planned_is_named(tmp_path: Path) -> None:
    assert ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"] == data_of(report(tmp_path))["quarters"]


def test_what_is_asked_for_is_told_whole(tmp_path: Path) -> None:
    data = data_of(report(tmp_path, FITS, wishes=Wishes(without=("beta",))))["what_if"]

    assert (["gamma"], []) == (data["brings"], data["displaces"])
    assert {"id": "alpha", "from": "2027-Q2", "to": "2027-Q1"} in data["moves"]
    assert [{"kind": "capacity", "what": "team", "when": "2027-Q1", "amount": 7}] == data["frees"]
    assert ("optimal", []) == (data["status"], data["overload"])


def test_what_cannot_be_costs_nothing_that_is_known(tmp_path: Path) -> None:
    data = data_of(report(tmp_path, wishes=Wishes(forced=("gamma",))))

    assert ("infeasible", None) == (data["what_if"]["status"], data["what_if"]["costs"])
    assert data["what_if"]["overload"]
    assert None is data["not_now"][0]["would_cost"]


def test_an_overrun_has_what_is_short_and_the_plan_for_it(tmp_path: Path) -> None:
    data = data_of(report(tmp_path, wishes=Wishes(percent=Fraction(30))))["overrun"]

    short = {"kind": "capacity", "what": "team", "short_by": 0.4}
    assert [{**short, "when": "2027-Q2"}, {**short, "when": "2027-Q3"}] == data["short"]
    assert (30, False, "optimal", ["beta"]) == (
        data["percent"], data["fits"], data["status"], [one["id"] for one in data["chosen"]],
    )  # fmt: skip


def test_money_is_told_by_year_and_purse(tmp_path: Path) -> None:
    manifest = f"{MANIFEST}envelope: [{{year: 2027, capital: 100}}]\n"

    data = data_of(
        report(tmp_path, WORK.replace("id: beta,", "id: beta, cost: {capital: 60, revenue: 5},"), strategy=manifest)
    )

    assert {"purse": "capital", "year": "2027", "used": 60, "available": 100} in data["money"]
    assert {"purse": "revenue", "year": "2027", "used": 5, "available": None} in data["money"]


@pytest.mark.parametrize(
    ("bound", "used", "over"), [("max: 50", 80, 30), ("min: 90", 80, 10)], ids=["above its most", "below its least"]
)
def test_a_mix_is_told_in_shares(bound: str, used: int, over: int, tmp_path: Path) -> None:
    work = (
        "- {id: a, title: A, must_do: true, portfolio: improve, effort: 8}\n"
        "- {id: b, title: B, must_do: true, portfolio: maintain, effort: 2}\n"
    )

    data = data_of(report(tmp_path, work, scoring=f"{SCORING}mix: {{improve: {{{bound}}}}}\n"))

    kind, stated = bound.split(": ")
    expected = {"kind": "mix", "constraint": "improve", "period": kind, "available": int(stated)}
    assert [{**expected, "used": used, "over": over}] == data["overload"]


def test_what_is_short_is_rounded_up_so_that_just_that_is_enough(tmp_path: Path) -> None:
    work = "- {id: a, title: A, scores: {patient: 3}, duration: 3 quarters, uses: {team: 31}}\n"
    short = data_of(report(tmp_path, work))["not_now"][0]["reasons"][0]["short_by"]

    more = data_of(report(tmp_path, work, constraints=TEAM.replace("10", str(10 + short))))

    assert pytest.approx(0.333334, abs=1e-9) == short
    assert ["a"] == [one["id"] for one in more["chosen"]]
