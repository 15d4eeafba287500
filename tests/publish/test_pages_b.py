"""What each page says of its kind: the system, engagement, delivery, standards, the board, the plan and research."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import html5lib
import pytest

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.publish.site import build
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

FILES: dict[str, str] = {
    "mission.yaml": """
mission: Less waiting
outcomes:
  - {id: less-waiting, title: People wait less, measures: wait}
journeys:
  - {id: ann, who: Ann, today: She rings, then: She clicks, initiatives: booking}
""",
    "measures.yaml": "- {id: wait, name: Days of waiting}\n",
    "principles.yaml": "- {id: simple, title: Simple first}\n",
    "commitments.yaml": "- {id: main, statement: Book online, due: 2027-06, users: carers, services: clinic}\n",
    "services.yaml": "- {id: clinic, name: Clinic, users: carers}\n",
    "initiatives.yaml": """
- {id: booking, title: Booking, outcome: Less ringing, needs: carers/book, principles: simple, outcomes: less-waiting, users: carers}
- {id: letters, title: Letters, depends_on: booking, excludes: paper}
- {id: paper, title: Paper, choice: {decision: will-not, reason: Too slow}}
""",
    "users.yaml": """
- {id: carers, name: Carers, needs: {id: book, need: Book for somebody}}
- {id: young-carers, name: Young carers, within: carers}
""",
    "research.yaml": """
- {id: early, title: The early study, date: 2025, method: [co-design, existing-data], participants: about 30}
- {id: late, title: The late study, date: 2026-03, users: carers, needs: carers/book, found: [They *ring*, They wait]}
- {id: undated, title: The undated study, source: A drawer}
""",
    "plan.yaml": """
accepted: {by: Board, date: 2026-09-01}
chosen:
  - {initiative: letters, start: 2027-Q2, finish: 2027-Q3}
  - {initiative: unknown, start: 2027-Q1}
  - {initiative: booking, start: 2027-Q1, finish: 2027-Q2}
not_now: [{initiative: paper, reason: Nobody reads it}, {initiative: gone}]
""",
    "system.yaml": """
name: Northmoor system
plan: {title: Joint plan, url: "https://a.example/plan"}
sro: Medical director
topics:
  - {topic: patient-experience, level: both, position: One **app**, partners: [Council, GPs], owner: Nurse, by: {after: main, months: 1}, initiatives: booking}
  - {position: Something else, by: {after: nothing, months: 2}}
""",
    "engagement.yaml": """
objectives: [{title: Hear people, supports: less-waiting, measures: wait, process: It goes to the board}, {process: Nowhere}]
starts: 2026-05
people: [{group: Over 70, users: carers, why: Seldom heard, size: about 9000, gathers_at: [Halls], wants: Tea, offer: [Tea, Time]}, {why: Unnamed}]
stakeholders:
  - {who: Nobody knows}
  - {who: Paper, influence: low, interest: high}
  - {who: Union, influence: high, interest: low, approach: First}
  - {who: Healthwatch, influence: high, interest: high}
resources: [{what: Tea bags, kind: money, hours_per_week: 2.5, until: 2027, owner: Nurse}, {what: A van}]
policy: Be *kind*
listen: {from: 2025, how: By ear}
respond: {within: 1 week, owner: Clerk}
measures: wait
experiments: [{tried: A wall, date: 2026, result: Notes, next: More walls}, {id: silent-one, result: Nothing}]
privacy: {lawful_basis: Public task, notice: "https://a.example/privacy"}
""",
    "delivery.yaml": """
rhythm: [{kind: show-and-tell, every: 2 weeks, last: 2026-11-12, next: 2026-11-26, who: Anyone}, {every: 1 month}, {who: Ghosts}]
changes: [{area: finance, today: Yearly, then: In steps, by: {after: main, months: 1}, owner: CFO}, {then: Other}]
skills: [{role: Leads, needs: [Law, Charts], plan: A day, by: 2027-01}]
communication: [{form: audio, audience: Listeners, url: "https://a.example/listen", by: 2026}, {form: poster}, {audience: All, url: notes.html}]
""",
    "board.yaml": """
reviews:
  - date: 2026-03
    by: Board
    answers: [{question: mission, rating: partly}, {question: risk, rating: assured}, {question: users, rating: assured}, {question: system}]
  - date: 2026-09-24
    answers:
      - {question: mission, rating: assured, note: Known}
      - {question: risk, rating: not-assured, action: Rehearse, owner: CIO, due: {after: main, months: 1}}
      - {question: users, rating: assured, owner: Nurse}
      - {question: system, rating: partly, due: 2027}
""",
}


def site_of(folder: Path, **files: Any) -> dict[str, str]:
    """Build a site of the files above, some of them changed: as text by path, each page checked as HTML."""
    changed = {name.replace("__", "/") + ".yaml": content for name, content in files.items()}
    site = build(Answers(load_folder(write(folder, {**FILES, **changed}), AS_OF)))
    for path, content in site.items():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(content.decode())
    return {path: content.decode() for path, content in site.items()}


def said(html: str) -> str:
    """Give what a page says, in one line."""
    main = re.split(r"</?main[^>]*>", html)[1]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


def rows(html: str) -> list[str]:
    """Give what each row of the page's tables says, heads left out."""
    return [said(f"<main>{row}</main>") for row in re.findall(r"<tr(?:(?!</tr>).)*<td.*?</tr>", html, re.DOTALL)]


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


def test_the_board_is_shown_with_what_moved_newest_review_first(tmp_path: Path) -> None:
    page = site_of(tmp_path)["board.html"]
    newest, oldest = page.split("<h2>")[1:3]

    assert newest.startswith("Review of 24 September 2026</h2>")
    assert oldest.startswith("Review of March 2026, Board</h2>")
    assert "Better than in the review before: Mission" in newest
    assert "Worse than in the review before: Risk" in newest
    table = rows(newest)
    assert 10 == len(table)
    assert table[0].startswith("Integration Does the digital work")
    assert table[0].endswith("Not rated")
    assert table[1].endswith("Assured Before: Partly assured Known")
    assert table[2].endswith("Assured Nurse")
    assert table[7].endswith("Partly assured 2027")
    assert table[9].endswith("Not assured Before: Assured Rehearse CIO, 31 July 2027")
    assert "Before" not in oldest
    assert "than in the review before" not in oldest
    assert "Not rated" in rows(oldest)[7]


def test_a_review_in_which_nothing_moved_says_so(tmp_path: Path) -> None:
    board = "reviews: [{date: 2026-01}, {by: Board, answers: [{rating: partly}, {question: risk, rating: partly}]}]\n"
    page = said(site_of(tmp_path, board=board)["board.html"])

    assert "No rating has moved since the review before." in page
    assert page.index("January 2026") < page.index("a day not known, Board")


@pytest.mark.parametrize("empty", ["reviews: []\n", None])
def test_no_board_no_page(tmp_path: Path, empty: str | None) -> None:
    assert "board.html" not in site_of(tmp_path, board=empty)


WGLL = """
responses:
  - {item: well-led, status: met, response: "We do\\n\\n- so", commitments: main, initiatives: booking, applies_if: there is a board}
  - {item: safe-practice, status: not-applicable, reason: Not *us*}
  - {item: support-people, response: Soon}
  - {item: no-such-item, status: partly}
"""
OWN = """
title: Our own asks
groups: [{id: first, title: First things}, {id: empty, title: Nothing here}, {id: bare}]
items:
  - {id: a, group: first, title: Ask A, asks: Do A, due: 2027-03, targets: [{value: 80, unit: "%", of: calls, by: 2027}, {value: 90%, unit: "%"}, {value: 3, unit: days}, {unit: none}]}
  - {id: b, group: bare, title: Ask B}
  - {id: c, asked_of: [agency], title: Ask C}
  - {id: d}
"""


def test_standards_show_every_item_with_its_answer(tmp_path: Path) -> None:
    page = site_of(tmp_path, alignment__wgll=WGLL)["standards.html"]
    table = rows(page)

    assert "This framework was in force until March 2025." in said(page)
    assert "Met 1 Does not apply 1 Not answered 5" in said(page)
    assert 8 == len(table)
    assert "Expected by: March 2025 Met We do so Applies if: there is a board" in table[0]
    assert "We promise : Book online Initiatives : Booking" in table[0].replace("We promise:", "We promise :").replace(
        "Initiatives:", "Initiatives :"
    )
    assert table[1].endswith("Not answered")
    assert table[2].endswith("Does not apply Why: Not us")
    assert table[3].endswith("Not answered Soon")
    assert "no-such-item Partly" == table[7]
    assert "In force until" not in said(page)
    assert '<a href="commitments.html#main">' in page


def test_a_framework_of_ones_own_is_shown_by_group_answered_or_not(tmp_path: Path) -> None:
    manifest = "format: 1\ntitle: T\norganisation: {name: N, kind: council}\nperiod: 2026\nowner: Board\n"
    page = site_of(tmp_path, frameworks__own=OWN, strategy=manifest)["standards.html"]

    assert ["First things", "bare", "Everything else"] == re.findall(r"<caption>(.*?)</caption>", page)
    assert "Ask A Do A Expected by: March 2027 80% of calls (2027) 90% 3 days Not answered" == rows(page)[0]
    assert ["Ask B Not answered", "d Not answered"] == rows(page)[1:]
    assert "Asked of other kinds of organisation, not of us: 1 : Our own asks Ask C" in said(page)
    assert "Not answered 3" in said(page)


def test_a_framework_says_until_when_it_is_in_force_and_what_replaced_it(tmp_path: Path) -> None:
    ahead = site_of(tmp_path / "ahead", frameworks__own=OWN + "expires: 2026-11\nreplaced_by: New\n")["standards.html"]
    over = site_of(tmp_path / "over", frameworks__own=OWN + "expires: 2026-10\nreplaced_by: New\n")["standards.html"]

    assert "In force until November 2026" in said(ahead)
    assert "New" not in said(ahead)
    assert "was in force until October 2026. What took its place: New." in said(over)


def test_answers_to_what_nobody_knows_stand_as_they_were_written(tmp_path: Path) -> None:
    page = site_of(tmp_path, alignment__odd="framework: nowhere\nresponses: {item: x, status: met}\n")["standards.html"]

    assert "nowhere Nobody here knows this framework." in said(page)
    assert ["x Met"] == rows(page)


SCALES = """
assessments:
  - {framework: integration, date: 2024, level: absent, target: siloed, target_by: {after: main, months: 1}, evidence: A plan}
  - {framework: nowhere, level: 9}
  - {framework: integration, date: 2026-10, level: 2, target: somewhere, next: 2028, every: 2 years}
  - {framework: integration}
"""


def test_scales_show_where_we_stood_newest_first(tmp_path: Path) -> None:
    page = site_of(tmp_path, maturity=SCALES, frameworks__steps="levels: [{level: one, means: A start}]\n")[
        "standards.html"
    ]
    table = rows(page)

    assert table[0].startswith("October 2026 To be looked at again: 2028 every 2 years siloed The plans mention")
    assert table[0].endswith("Level somewhere")
    assert table[1].startswith("2024 absent The organisation")
    assert table[1].endswith("Level siloed by 31 July 2027 A plan")
    assert table[2].startswith("Not known")
    assert table[3].startswith("Not known 9")
    assert "All levels of this scale : Integration" in said(page)
    assert "Nobody has looked yet where we stand on this scale. All levels of this scale : steps one A start" in said(
        page
    )


def test_without_frameworks_there_is_no_page_about_standards(tmp_path: Path) -> None:
    site = site_of(tmp_path, system=None, engagement=None, delivery=None, board=None)

    assert not {"standards.html", "system.html", "engagement.html", "delivery.html", "board.html"} & set(site)


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
    """Give what the block with an anchor says."""
    _, _, rest = html.partition(f' id="{anchor}">')
    return said(f"<main>{rest.partition('</section>')[0]}</main>")


def test_initiatives_are_linked_both_ways(tmp_path: Path) -> None:
    page = site_of(tmp_path)["choices.html"]

    booking = block(page, "booking")
    assert "What waits for it Letters" in booking
    assert "Needs Book for somebody" in booking
    assert "Principles Simple first" in booking
    assert "For whom Carers" in booking
    assert "Journeys Ann" in booking
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
    assert "Ann Today She rings Then She clicks What gets us there Booking" in said(page)


def test_commitments_and_services_lead_to_whom_they_are_for(tmp_path: Path) -> None:
    site = site_of(tmp_path, alignment__wgll=WGLL)

    assert "Services Clinic For whom Carers Named in What Good Looks Like" in said(site["commitments.html"])
    assert "Commitments Book online" in said(site["services/clinic.html"])


def test_a_section_left_out_takes_its_files_out_of_the_data(tmp_path: Path) -> None:
    manifest = "format: 1\ntitle: T\norganisation: {name: N}\nperiod: 2026\nowner: Board\npublish: {leave_out: [standards, board]}\n"
    site = site_of(tmp_path, alignment__wgll=WGLL, maturity=SCALES, strategy=manifest)

    assert not {"standards.html", "board.html"} & set(site)
    data = json.loads(site["strategy.json"])
    assert not {"board", "maturity", "alignment/wgll"} & set(data)
    assert {"system", "engagement"} < set(data)


EMPTY = {
    "engagement": "objectives: [{}]\npeople: [{}]\nstakeholders: [{}]\nresources: [{}]\nexperiments: [{}]\nlisten: {}\nrespond: {}\nprivacy: {}\n",
    "delivery": "rhythm: [{}]\nchanges: [{}]\nskills: [{}]\ncommunication: [{}]\n",
    "system": "topics: [{}]\nplan: {}\n",
    "board": "reviews: [{answers: [{}]}]\n",
    "maturity": "assessments: [{}]\n",
    "alignment__none": "responses: [{}]\n",
    "frameworks__own": "items: [{id: a, targets: [{}]}]\nlevels: [{}]\n",
    "research": "- {id: a, title: A}\n",
    "plan": "accepted: {}\nchosen: [{}]\nnot_now: [{}]\n",
}


def test_what_is_not_known_is_never_called_by_a_word_of_the_programs(tmp_path: Path) -> None:
    site = site_of(tmp_path, **EMPTY)

    assert {"engagement.html", "delivery.html", "system.html", "board.html", "standards.html"} < set(site)
    assert [] == [
        path
        for path, text in site.items()
        if path.endswith(".html") and re.search(r"None|row\"><b></b>|<(h\d|dt|caption)[^>]*></", text)
    ]
