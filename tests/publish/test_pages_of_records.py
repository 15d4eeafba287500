"""What each page says of its kind: technology, limits, measures, benefits, risks, stories and the glossary."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.publish.reading import block, rows, said, site_of

FILES = {path.name: path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "every_key").glob("*.yaml")}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return site_of(tmp_path_factory.mktemp("strategy"), FILES)


def test_what_is_switched_off_stands_first_by_date(site: dict[str, str]) -> None:
    assert [
        "Oldest booking January 2026 New booking",
        "Old booking 31 July 2027 New booking",
        "Paper No date yet Nothing yet",
    ] == rows(site["technology.html"])


def test_a_technology_says_what_it_is_for_and_how_it_is_got(site: dict[str, str]) -> None:
    page = said(block(site["technology.html"], "new"))

    assert page.startswith("New booking In use What it is for People book at night Kind web In use since March 2026")
    assert "Looked after by Web team Supplier Acme Contract January 2026 to December 2028" in page
    assert "How we get it We buy some of it and build the rest Half of it can be bought Why:" in page
    assert "What people need is not yet known, or changes Many offer it, and they compete" in page
    assert "Tried with real users February 2026: Forty people booked Standards FHIR; Web content" in page
    assert "Checked Penetration test Replaces Old booking Oldest booking Services Clinic" in page
    assert "Decisions The grant Initiatives Booking Source Register" in page
    assert "Holds data about people Yes Who answers for the data Northmoor Why that is lawful Public task" in page
    assert "Consent None needed How long it is kept Eight years" in page


def test_a_technology_that_goes_says_what_comes_instead(site: dict[str, str]) -> None:
    page = site["technology.html"]

    assert said(block(page, "old")).startswith("Old booking Looked after by Nobody yet Contract until December 2027")
    assert "Condition Out of date, and to be switched off Switched off by 31 July 2027 Replaced by New booking" in (
        said(block(page, "old"))
    )
    assert "Holds data about people No" in said(block(page, "old"))
    assert "Oldest booking Switched off Looked after by Nobody yet Contract from 2009 How we get it Nobody knows" in (
        said(block(page, "older"))
    )
    assert "Much the same everywhere" not in said(block(page, "paper"))
    assert "How we get it Why: It is much the same everywhere Tried with real users It works" in (
        said(block(page, "paper"))
    )


def test_the_money_stands_year_by_year(site: dict[str, str]) -> None:
    assert [
        "FY2026-27 (April 2026 to March 2027) No limit set £1m",
        "FY2027-28 (April 2027 to March 2028) £6.5m over £1.8m",
    ] == rows(site["limits.html"])


def test_a_limit_says_what_is_done_and_how_much_there_is(site: dict[str, str]) -> None:
    page = site["limits.html"]

    assert (
        "Six people know how Kind Digital skills What we do about it We take on less We take less Mended by Training "
        "How much there is 1,200 weeks each year Used by Booking More of it through Training How we know Diary "
        "Link to this : Six people know how"
    ) == said(block(page, "team"))
    assert "How much there is 5 in 2027-Q1 (January to March 2027) 6.5 in 2027-Q2 (April to June 2027)" in (
        said(block(page, "money"))
    )
    assert "No rooms What we do about it We live with it Link to this : No rooms" == said(block(page, "rooms"))
    assert "What we do about it We wait How much there is 9 in all" in said(block(page, "hours"))


def test_a_decision_says_whether_it_can_change_and_what_follows(site: dict[str, str]) -> None:
    page = site["limits.html"]

    assert (
        "The grant We take the grant Kind Funding Decided March 2026 Holds until March 2029 Can it still change? "
        "No, it is fixed Amount over £2.4bn Spent so far £100k Initiatives Booking Rules out App Technology New booking "
        "Follows Simple first How we know Letter Link to this : The grant"
    ) == said(block(page, "decisions/grant"))
    assert (
        "The law will change Awaited Kind A regulation Expected September 2027 Can it still change? "
        "Yes, for a good reason Link to this : The law will change"
    ) == said(block(page, "decisions/law"))


def test_a_measure_says_where_it_stood_and_should_stand(site: dict[str, str]) -> None:
    page = block(site["measures.html"], "wait")

    assert said(page).startswith(
        "Days of waiting Of what all patients Kind An early sign About How many are reached Direction Lower is better "
        "Where it stood about 62% (March 2025) Where it should stand 50% by March 2027 over 40% by 31 July 2027 "
        "Owner Nurse Measured monthly Commitments Book online Benefits The whole"
    )
    assert ["3 October 2026 71% 1,420 of 2,000 A good month", "March 2026 62%", "No date 9%"] == rows(page)


def test_a_chart_says_what_it_shows(site: dict[str, str]) -> None:
    page = block(site["measures.html"], "wait")
    chart = page[page.index("<svg") : page.index("</svg>")]

    assert 'role="img"' in chart
    assert (
        "<title>From 62% in March 2026 to 71% on 3 October 2026; the target is over 40% by 31 July 2027</title>"
        in chart
    )
    assert page.index("</svg>") < page.index("<table")
    assert ["62%", "71%", "March 2026", "3 October 2026", "Target: 40%"] == re.findall(r">([^<]+)</text>", chart)
    assert 2 == chart.count("<circle")
    assert '<polyline class="chart-line" points="8,55.5 352,34"/>' in chart
    assert 'y1="108" y2="108"' in chart


def test_readings_may_come_from_a_service(site: dict[str, str]) -> None:
    page = block(site["measures.html"], "online")

    assert ["2026-Q1 (January to March 2026) 31%", "2025 25%"] == rows(page)
    assert "<title>From 25% in 2025 to 31% in 2026-Q1 (January to March 2026); the target is 90%</title>" in page
    assert "Where it should stand 90% Owner Nobody yet Measured every 2 weeks Service Clinic" in said(page)
    assert ["2 January 2026 500 uses a year", "2025 400 uses a year", "2024 3 uses a year"] == (
        rows(block(site["measures.html"], "uses"))
    )
    assert "<title>From 3 uses a year in 2024 to 500 uses a year on 2 January 2026</title>" in site["measures.html"]


def test_a_measure_without_readings_has_neither_chart_nor_table(site: dict[str, str]) -> None:
    page = block(site["measures.html"], "nothing")

    assert "<svg" not in page
    assert "<table" not in page
    assert "Where it should stand Nothing yet" in said(page)


def test_the_parts_of_a_benefit_stand_beside_its_claim(site: dict[str, str]) -> None:
    page = site["benefits.html"]

    assert (
        "The whole Amount over £2.4bn a year Kind Frees cash For Hospitals When April 2027 to March 2030 Owner Finance "
        "How sure we are 60% How it was worked out The sum How we know Report Seen in Days of waiting Initiatives Booking "
        "Made up of First : circa £2.1bn a year Second : £325m a year The parts add up to about £2.425bn a year, which "
        "agrees with over £2.4bn a year. Holds already Second Link to this : The whole"
    ) == said(block(page, "whole"))
    assert "Part of The whole Unsaid Unlike Already counted in The whole" in said(block(page, "b"))
    assert "The parts add up to 1,100 hours, once, which does not agree with 1,200 hours, once." in page
    assert "The parts add up to at least 10.5%, which does not agree with 10%." in page
    assert "The parts add up to £325m a year, which cannot be compared with 10%." in page
    assert "The parts add up to £325m a year." in page
    assert "Not added up, because these are counted in another unit, or per another time: First; More." in page
    assert "Not added up, because these have no amount: Blank." in page


def test_benefits_stand_in_a_table_and_by_aim(site: dict[str, str]) -> None:
    page = site["benefits.html"]

    assert "The whole Frees cash over £2.4bn a year April 2027 to March 2030" == rows(page)[0]
    assert "First circa £2.1bn a year from 2027" == rows(page)[1]
    assert "Blank Good for society Not known" in rows(page)
    assert ["Better care", "Lower cost", "Other benefits"] == re.findall(r"<h2>([^<]*)</h2>", page)[:3]


def test_the_worst_risk_comes_first(site: dict[str, str]) -> None:
    page = site["risks.html"]

    assert [
        "Big 4 5 20 Chief nurse",
        "Small 2 2 4 Nobody yet",
        "Unsure 5 Not known Not known Nobody yet",
    ] == rows(page)
    assert (
        "Big Kind An attack on our systems What we do about it Copies elsewhere What it means for patients No records "
        "Owner Chief nurse Last rehearsed 18 June 2026 What we have learned Paper helps Next looked at January 2027 "
        "Initiatives Booking Source Log Link to this : Big"
    ) == said(block(page, "big"))
    assert "What we do about it Nothing yet" in said(block(page, "small"))


def test_stories_are_told_newest_first(site: dict[str, str]) -> None:
    page = site["stories.html"]

    assert ["late", "early", "undated"] == re.findall(r'<article class="block" id="([^"]*)"', page)
    assert (
        "Late In people's own words November 2026 First. Second. It was quick A clerk Good Carer Nameless "
        "What changed, in numbers What Before After Source Calls 61% of calls 84% of calls Report Letters about 5 "
        "Services Clinic Initiatives Booking For whom Carers Read, hear or see more : Late Link to this : Late"
    ) == said(block(page, "late"))
    assert '<a href="https://a.example/late">' in page


def test_nobody_is_quoted_without_consent(site: dict[str, str]) -> None:
    assert [] == [path for path, content in site.items() if "In private" in content or "Never said so" in content]
    quotes = [story.get("quotes", []) for story in json.loads(site["strategy.json"])["stories"]]

    assert [0, 0, 4] == [len(one) for one in quotes]
    assert 3 == site["stories.html"].count("<blockquote>")


def test_the_glossary_is_in_alphabetical_order(site: dict[str, str]) -> None:
    assert "Glossary Electronic patient record (EPR) Not explained yet. take-up How many use it Source: Guide" == (
        said(site["glossary.html"])
    )
    assert '<div id="take-up"><dt>' in site["glossary.html"]


def test_an_initiative_says_all_that_is_known_of_it(site: dict[str, str]) -> None:
    page = said(block(site["choices.html"], "booking"))

    assert (
        "Kind of change Does it in a new way How certain it is An experiment What we expect Fewer calls "
        "Stopped if it has not worked by 31 July 2027 What drives it Safety Care in new ways Where In our place "
        "Led by Northmoor Council Together with Council; GPs Takes 2 quarters Not before 2027-Q2 (April to June 2027) "
        "Paid from New money Cost year by year FY2027-28 (April 2027 to March 2028): £1m to buy or build, £20k to run "
        "FY2028-29 (April 2028 to March 2029): £5k to run Why others can learn from it It hurts here "
        "Shows its value by March 2027 What it teaches How to ask Signed off Safety lead, 1 September 2026"
    ) in page
    assert "lost October 2026 , amber: Slower September 2026 : Begun" in page.replace("Only a note ", "")
    assert "Cost over £2m to buy or build" in page
    assert "It goes first, so that others can learn from it What it teaches A lot Signed off Nurse" in (
        said(block(site["choices.html"], "training"))
    )
    assert "Signed off 2026" in said(block(site["choices.html"], "app"))


def test_the_first_page_says_what_the_strategy_is(site: dict[str, str]) -> None:
    page = site["index.html"]

    assert "Less Aims at Better care" in said(page)
    assert "What drives us Safety To do more with the people we have" in said(page)
    assert (
        "What it covers Both hospitals Clinics Part of The plan Builds on Another plan (2025) Prepared by The team "
        "Coordinated by Clerk Approved Board, March 2026"
    ) in said(page)
    assert '<a href="https://a.example/plan">The plan</a>' in page


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("approved: {by: Board}", "Approved Board"),
        ("approved: {date: 2026}", "Approved 2026"),
        ("part_of: {title: Plan}", "Part of Plan"),
        ("part_of: {url: plan.html}", "Part of plan.html"),
        ("part_of: {goals: {id: a}}", "reach the family doctor after the patient does."),
    ],
)
def test_what_the_strategy_says_of_itself_may_be_little(tmp_path: Path, keys: str, expected: str) -> None:
    manifest = f"format: 1\ntitle: A\norganisation: {{name: B}}\nperiod: 2026\nowner: C\n{keys}\n"

    assert said(site_of(tmp_path, {"strategy.yaml": manifest})["index.html"]).endswith(expected)


def test_services_and_users_say_how_they_stand(site: dict[str, str]) -> None:
    assert said(site["services/clinic.html"]).startswith("Clinic Planned")
    assert (
        "Room to improve High: A lot Checked against a standard Yes Technology New booking Measures Booked online"
        in (said(site["services/clinic.html"]))
    )
    assert "Carers Who they are People who use services Sort of needs In ways of their own Stories Late" in (
        said(site["users.html"])
    )
    assert "A lift Comes first How many need it: about 50" in said(site["users.html"])


def test_without_content_there_is_no_page(tmp_path: Path) -> None:
    unsaid = dict.fromkeys(("measures.yaml", "commitments.yaml", "risks.yaml", "stories.yaml"))
    site = site_of(tmp_path, {**unsaid, "mission.yaml": "mission: A\n"})

    pages = {"technology.html", "limits.html", "benefits.html", "risks.html", "stories.html", "glossary.html"}
    assert set() == pages & set(site)


def test_a_section_left_out_is_linked_from_nowhere(tmp_path: Path) -> None:
    hidden = "technology, limits, measures, benefits, risks, stories, glossary"
    site = site_of(
        tmp_path, {**FILES, "strategy.yaml": f"{FILES['strategy.yaml']}publish: {{leave_out: [{hidden}]}}\n"}
    )

    for name in hidden.split(", "):
        assert [] == [path for path, content in site.items() if f"{name}.html" in content]
    data = json.loads(site["strategy.json"])
    assert not {"technology", "constraints", "decisions", "measures", "benefits", "risks", "stories", "glossary"} & set(
        data
    )
