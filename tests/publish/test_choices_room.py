"""Whether there is enough for what is planned or chosen: what is short, when, and by how much, in words and bars."""

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
TEAM = "- {id: team, statement: Few people, capacity: {unit: weeks, per: quarter, available: 10}}\n"


def files(*work: str, constraints: str = TEAM, manifest: str = "") -> dict[str, str]:
    lines = [f"- {{id: w{number}, title: Work {number}, choice: will, {keys}}}\n" for number, keys in enumerate(work)]
    return {
        "strategy.yaml": MANIFEST + manifest,
        "initiatives.yaml": "".join(lines),
        "constraints.yaml": constraints,
    }


def section(page: str) -> str:
    """Give the part of the page about what there is."""
    return page.partition('id="_room"')[2].partition("</section>")[0]


def told(folder: Path, *work: str, constraints: str = TEAM, manifest: str = "") -> str:
    return section(site_of(folder, files(*work, constraints=constraints, manifest=manifest))["choices.html"])


def bars(html: str) -> list[tuple[str, ...]]:
    """Give the widths of each bar: what there is, what is used, and where and how wide it is passed."""
    drawn = re.findall(r'<svg class="bar".*?</svg>', html)
    return [tuple(re.findall(r'(?:x|width)="([\d.]+)"', one)) for one in drawn]


def test_what_is_short_says_when_by_how_much_and_for_what(tmp_path: Path) -> None:
    html = told(
        tmp_path,
        "start: 2027-04, duration: 6 months, uses: {team: 16}",
        "start: 2027-04, duration: 3 months, uses: {team: 4.5}",
    )

    assert [
        "2027-Q2 (April to June 2027) 12.5 10 2.5",
        "2027-Q3 (July to September 2027) 8 10",
    ] == [row.replace("FY2027-28-Q1", "2027-Q2").replace("FY2027-28-Q2", "2027-Q3") for row in rows(html)]
    assert "There is not enough in one period, FY2027-28-Q1 (April to June 2027): 2.5 weeks too little." in said(html)
    assert "Then most of it is asked for by: Work 0 (8 weeks), Work 1 (4.5 weeks)" in said(html)
    assert "In weeks" in said(html)
    assert [("80", "80", "80", "20"), ("80", "64")] == bars(html)


def test_the_worst_of_several_periods_is_named(tmp_path: Path) -> None:
    work = "start: 2027-04, duration: 9 months, uses: {team: [11, 14, 9]}"

    assert (
        "There is not enough in 2 periods. It is worst in FY2027-28-Q2 (July to September 2027): 4 weeks too little."
        in said(told(tmp_path, work))
    )


def test_what_is_enough_has_no_column_for_too_much(tmp_path: Path) -> None:
    html = told(tmp_path, "start: 2027-04, duration: 3 months, uses: {team: 10}")

    assert "There is enough of it in every period." in said(html)
    assert "Too much by" not in html
    assert "Then most" not in html
    assert [("100", "100")] == bars(html)


def test_a_little_too_much_never_reads_as_nothing(tmp_path: Path) -> None:
    html = told(tmp_path, "start: 2027-04, duration: 3 months, uses: {team: 10.001}")

    assert ["FY2027-28-Q1 (April to June 2027) 10.1 10 0.1"] == rows(html)


@pytest.mark.parametrize(
    ("capacity", "work", "finding", "row"),
    [
        pytest.param(
            "{per: total, available: 5}",
            "uses: {team: 7}",
            "There is not enough: 2 too little.",
            ["In all 7 5 2"],
            id="in all",
        ),
        pytest.param(
            "{unit: days}",
            "start: 2027-04, duration: 3 months, uses: {team: 7}",
            "Nobody has said how much of it there is.",
            ["FY2027-28-Q1 (April to June 2027) 7 No limit set"],
            id="no limit",
        ),
        pytest.param(
            "{available: {2027-Q2: 4}}",
            "start: 2028-04, duration: 3 months, uses: {team: 7}",
            "Nothing that is chosen asks for it.",
            ["2027-Q2 (April to June 2027) 0 4"],
            id="not asked for in its periods",
        ),
        pytest.param("{available: 4}", "effort: 1", "Nothing that is chosen asks for it.", [], id="not asked for"),
        pytest.param(
            "{per: year, available: 0}",
            "start: 2027-04, duration: 3 months, uses: {team: 7}",
            "There is not enough in one period, FY2027-28 (April 2027 to March 2028): 7 too little.",
            ["FY2027-28 (April 2027 to March 2028) 7 0 7"],
            id="nothing there",
        ),
    ],
)
def test_capacity_may_be_said_in_many_ways(
    capacity: str, work: str, finding: str, row: list[str], tmp_path: Path
) -> None:
    html = told(tmp_path, work, constraints=f"- {{id: team, statement: Few people, capacity: {capacity}}}\n")

    assert finding in said(html)
    assert row == rows(html)


def test_what_nobody_can_place_is_named_and_not_counted(tmp_path: Path) -> None:
    html = told(tmp_path, "uses: {team: 4}", "start: 2027-04, uses: {team: 5}, cost: {capital: £5}")

    assert "Few people Not counted here, because nobody knows when they need it: Work 0 , Work 1" in said(html)
    assert [] == rows(html)


def test_less_than_nothing_draws_no_bar(tmp_path: Path) -> None:
    constraints = "- {id: team, statement: Few, capacity: {available: {2027-Q2: -4, 2027-Q3: 5}}}\n"

    html = told(tmp_path, "start: 2027-04, duration: 6 months, uses: {team: [-2, 5]}", constraints=constraints)

    assert [("0", "0"), ("100", "100")] == bars(html)


def test_money_stands_by_year_and_purse_the_earliest_first(tmp_path: Path) -> None:
    envelope = "envelope: [{year: FY2028-29, revenue: £1.5k}, {year: FY2027-28, capital: £1m, revenue: £90}]\n"
    cost = "cost: {capital: £1.2m, revenue: £60, recurrent: £1000}"

    html = told(
        tmp_path,
        f"start: 2027-04, duration: 12 months, {cost}",
        "cost: {capital: £9}",
        constraints="[]",
        manifest=envelope,
    )

    capital, revenue = html.split("<h3>")[1:]
    assert [
        "FY2027-28 (April 2027 to March 2028) £1,200,000 £1,000,000 £200,000",
        "FY2028-29 (April 2028 to March 2029) £0 No limit set",
    ] == rows(capital)
    assert "Money to buy or build" in said(capital)
    assert "FY2027-28 (April 2027 to March 2028): £200,000 too little. Then most of it is asked for by: Work 0 (£1,200,000)" in said(capital)  # fmt: skip
    assert "Not counted here, because nobody knows when they need it: Work 1" in said(capital)
    assert [
        "FY2027-28 (April 2027 to March 2028) £60 £90",
        "FY2028-29 (April 2028 to March 2029) £1,000 £1,500",
    ] == rows(revenue)
    assert "Not counted" not in revenue


def test_only_the_five_that_ask_for_most_are_named(tmp_path: Path) -> None:
    work = [f"start: 2027-04, duration: 3 months, uses: {{team: {amount}}}" for amount in (2, 3, 4, 5, 6, 7)]

    html = told(tmp_path, *work)

    assert "by: Work 5 (7 weeks), Work 4 (6 weeks), Work 3 (5 weeks), Work 2 (4 weeks), Work 1 (3 weeks) In" in said(
        html
    )


def test_periods_past_all_dates_keep_their_bare_name(tmp_path: Path) -> None:
    html = told(tmp_path, "start: 9999-10, duration: 6 months, uses: {team: 8}")

    assert ["FY9999-00-Q3 4 10", "FY9999-00-Q4 4 10"] == rows(html)


def test_what_limits_us_stays_away_where_its_page_does(tmp_path: Path) -> None:
    work = "start: 2027-04, duration: 3 months, uses: {team: 99}"
    shown = files(work, manifest="publish: {leave_out: limits}\n")
    folder = write(tmp_path / "one", shown)

    assert not section(site_of(tmp_path / "two", shown)["choices.html"])
    assert "Is there enough" not in markdown.build(Answers(load_folder(folder, AS_OF))).decode()


def test_nothing_that_limits_gives_no_section(tmp_path: Path) -> None:
    assert not told(tmp_path, "effort: 1", constraints="- {id: law, statement: The law}\n")


def test_the_one_file_says_the_same(tmp_path: Path) -> None:
    work = "start: 2027-04, duration: 3 months, uses: {team: 12}"
    folder = write(tmp_path, files(work, "uses: {team: 1}"))

    text = markdown.build(Answers(load_folder(folder, AS_OF))).decode()

    assert "| Period | Asked for | There is | Too much by |\n| --- | ---: | ---: | ---: |\n" in text
    assert "| **FY2027-28-Q1 (April to June 2027)** | 12 | 10 | **2** |\n" in text
    assert "**There is not enough in one period, FY2027-28-Q1 (April to June 2027): 2 weeks too little.** Then" in text
    assert "Then most of it is asked for by: [Work 0](#initiatives_w0) (12 weeks)\n\nNot counted here" in text
