"""What each page says of its kind: the system, engagement, delivery, the plan, research, and links both ways."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.publish.everything import SCALES, WGLL, site_of
from tests.publish.reading import rows, said

if TYPE_CHECKING:
    from pathlib import Path


def test_the_system_is_shown_topic_by_topic(tmp_path: Path) -> None:
    page = site_of(tmp_path)["system.html"]

    assert '<a href="https://a.example/plan">Joint plan</a>' in page
    assert "Senior responsible owner Medical director" in said(page)
    assert "One experience for patients in our organisation and across the system One app" in said(page)
    assert "Council; GPs" in said(page)
    assert "By 31 July 2027" in said(page)
    assert '<a href="choices.html#booking">Booking</a>' in page
    assert "Another matter Something else Owner Nobody yet By 2 months after nothing" in said(page)


def test_a_system_that_says_nothing_is_a_heading(tmp_path: Path) -> None:
    assert "The wider system" == said(site_of(tmp_path, system="name:\n")["system.html"])
    assert "<dd>Plan only</dd>" in site_of(tmp_path, system="plan: {title: Plan only}\n")["system.html"]


def test_engagement_is_shown_with_whom_and_with_what(tmp_path: Path) -> None:
    page = site_of(tmp_path)["engagement.html"]

    assert "Starts May 2026 How we listen By ear We listen from 2025" in said(page)
    assert "People get an answer within 1 week Who answers Clerk" in said(page)
    assert '<a href="https://a.example/privacy">' in page
    assert "Be <em>kind</em>" in page
    assert '<a href="index.html#less-waiting">People wait less</a>' in page
    assert "An aim What becomes of what people say Nowhere" in said(page)
    assert "Over 70 Seldom heard How many about 9000 Where they meet already Halls" in said(page)
    assert "What we offer Tea; Time User groups Carers" in said(page)
    assert "A group Unnamed" in said(page)
    assert "A wall Date 2026 What happened Notes What came next More walls" in said(page)
    assert "silent-one What happened Nothing" in said(page)


def test_stakeholders_stand_by_influence_and_then_by_interest(tmp_path: Path) -> None:
    table = rows(site_of(tmp_path)["engagement.html"])

    assert ["Healthwatch High High", "Union High Low First", "Paper Low High", "Nobody knows Not known Not known"] == (
        table[:4]
    )
    assert ["Tea bags Money 2.5 2027 Nurse", "A van Nobody yet"] == table[4:]


def test_what_we_tell_people_may_be_words(tmp_path: Path) -> None:
    page = site_of(tmp_path, engagement="privacy: {notice: Ask at https://a.example/ or here}\n")["engagement.html"]

    assert "Ask at https://a.example/ or here" in said(page)
    assert 'href="https://a.example' not in page
    assert "Why we may listen" not in said(page)


def test_delivery_is_shown_as_four_tables(tmp_path: Path) -> None:
    page = site_of(tmp_path)["delivery.html"]

    assert [
        "Show and tell every 2 weeks 12 November 2026 26 November 2026 Anyone",
        "Meeting monthly",
        "Meeting Ghosts",
        "Finance Yearly In steps 31 July 2027 CFO",
        "Something else Other Nobody yet",
        "Leads Law; Charts A day January 2027",
        "Something to listen to : Listeners Listeners 2026",
        "Poster",
        "Form : All All",
    ] == rows(page)
    assert '<a href="https://a.example/listen">Something to listen to<' in page


def test_the_accepted_plan_stands_in_the_order_of_its_start(tmp_path: Path) -> None:
    page = site_of(tmp_path)["choices.html"]

    assert "Accepted by Board on 1 September 2026." in said(page)
    assert [
        "Booking 2027-Q1 (January to March 2027) 2027-Q2 (April to June 2027)",
        "Letters 2027-Q2 (April to June 2027) 2027-Q3 (July to September 2027)",
    ] == [row for row in rows(page) if "Q" in row]
    assert "Not in this plan Paper Nobody reads it" in said(page)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        pytest.param("accepted: {by: Board}\n", "Accepted by Board.", id="who"),
        pytest.param("accepted: {date: 2026}\n", "Accepted on 2026.", id="when"),
        pytest.param("chosen: [{initiative: booking}]\n", "What we do when", id="neither"),
        pytest.param("not_now: [{initiative: booking}]\n", "Not in this plan Booking", id="only what is left out"),
    ],
)
def test_a_plan_may_say_little(tmp_path: Path, plan: str, expected: str) -> None:
    assert expected in said(site_of(tmp_path, plan=plan)["choices.html"])


def test_a_plan_without_a_line_is_not_shown(tmp_path: Path) -> None:
    page = said(site_of(tmp_path, plan="chosen: [{initiative: unknown}]\n")["choices.html"])

    assert "What we do when" not in page


def block(html: str, anchor: str) -> str:
    """Give what the part of a page with an anchor says."""
    _, _, rest = html.partition(f' id="{anchor}">')
    return said(rest.partition("</section>")[0])


def test_initiatives_are_linked_both_ways(tmp_path: Path) -> None:
    page = site_of(tmp_path)["choices.html"]

    booking = block(page, "booking")
    assert "What waits for it Letters" in booking
    assert "Needs Book for somebody" in booking
    assert "Principles Simple first" in booking
    assert "For whom Carers" in booking
    assert "Journeys A carer" in booking
    assert "Named in The accepted plan The wider system" in booking
    assert "Not together with Paper" in block(page, "letters")
    assert "Not together with Letters" in block(page, "paper")
    assert "Initiatives Booking" in block(page, "principles/simple")


def test_principles_alone_are_shown(tmp_path: Path) -> None:
    site = site_of(tmp_path, initiatives=None, plan=None, system=None)

    assert "Simple first" in said(site["choices.html"])


def test_research_is_shown_newest_first_and_at_what_it_is_about(tmp_path: Path) -> None:
    page = site_of(tmp_path)["users.html"]

    places = [page.index(f'id="research/{name}"') for name in ("late", "early", "undated")]
    assert sorted(places) == places
    assert "How design together with people, existing data Date 2025 How many took part about 30" in said(page)
    assert "Source A drawer" in said(page)
    assert "With whom Carers What it says they need Book for somebody" in said(page)
    assert "<li>They <em>ring</em></li>" in page
    assert "Studied in: The late study" in said(page)
    assert "Research The late study" in block(page, "carers")
    assert "Smaller groups in it Young carers" in block(page, "carers")
    assert "Commitments Book online" in block(page, "carers")


def test_research_is_shown_without_anybody_it_is_about(tmp_path: Path) -> None:
    page = said(site_of(tmp_path, users=None)["users.html"])

    assert "The late study" in page
    assert "Carers" not in page


def test_the_first_page_leads_on_from_outcomes_and_journeys(tmp_path: Path) -> None:
    page = site_of(tmp_path)["index.html"]

    assert "We will see it in Days of waiting Initiatives Booking Named in Listening and engaging" in said(page)
    assert 'id="journeys/ann"' in page
    assert "A carer Today She rings Then She clicks What gets us there Booking" in said(page)


def test_commitments_and_services_lead_to_whom_they_are_for(tmp_path: Path) -> None:
    site = site_of(tmp_path, alignment__wgll=WGLL)

    assert "Services Clinic For whom Carers Named in What Good Looks Like" in said(site["commitments.html"])
    assert "Commitments Book online" in said(site["services/clinic.html"])


def test_a_section_left_out_takes_its_files_out_of_the_data(tmp_path: Path) -> None:
    manifest = "format: 1\ntitle: T\norganisation: {name: N}\nperiod: 2026\nowner: Board\npublish: {leave_out: [standards, board]}\n"
    site = site_of(tmp_path, alignment__wgll=WGLL, maturity=SCALES, strategy=manifest)

    assert not {"standards.html", "board.html", "board/evidence.html"} & set(site)
    data = json.loads(site["strategy.json"])
    assert not {"board", "board_states", "maturity", "alignment"} & set(data)
    assert {"system", "engagement"} < set(data)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("every: 2 weeks, standing: true", "A standing promise, kept every 2 weeks", id="now and then"),
        pytest.param("every: 1 month, standing: true", "A standing promise, kept monthly", id="once each month"),
        pytest.param("standing: true", "Due A standing promise Measured", id="at all times"),
        pytest.param("due: {after: nothing, weeks: 2}", "Due 2 weeks after nothing", id="after what nobody knows"),
    ],
)
def test_a_promise_says_how_long_it_holds(tmp_path: Path, given: str, expected: str) -> None:
    page = site_of(tmp_path, commitments=f"- {{id: main, statement: Book online, {given}}}\n")["commitments.html"]

    assert expected in said(page)


def test_without_choices_there_is_no_page_about_them(tmp_path: Path) -> None:
    manifest = "format: 1\ntitle: T\norganisation: {name: N}\nperiod: 2026\nowner: Board\n"
    site = site_of(tmp_path, strategy=manifest, initiatives=None, principles=None, system=None)

    assert "choices.html" not in site
