"""The board's page: what it says of each answer in short, behind it everything, and nothing that is left out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.board.questions import QUESTIONS
from digistrat.model.load import load_folder
from digistrat.model.shelf import SECTIONS
from digistrat.publish.addresses import SECTION_OF
from digistrat.publish.markdown import build as build_markdown
from digistrat.publish.site import build
from digistrat.publish.statements import answers_in, in_short, signs_in, told_openly
from digistrat.publish.twin import twin
from digistrat.publish.withheld import published
from tests.publish import reading
from tests.publish.everything import site_of
from tests.publish.reading import rows, said
from tests.strategies import AS_OF, EXAMPLE, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from digistrat.model.strategy import Strategy

RISKS = """
- {id: a, title: A, kind: delivery, mitigation: Steps, patient_safety: Late, learning: Ask, owner: Nurse, next_review: 2027-01}
- {id: b, title: B, kind: cyber, mitigation: Copies, owner: Nurse, rehearsed: 2026-06, next_review: 2027-01}
- {id: c, title: C, kind: outage, mitigation: Paper, owner: Nurse, rehearsed: 2026-06, next_review: 2027-01}
- {id: d, title: D, kind: secret-word}
"""
MANIFEST = "format: 1\ntitle: T\norganisation: {name: N}\nperiod: 2026\nowner: Board\n"


@cache
def example() -> Strategy:
    return load_folder(EXAMPLE, AS_OF)


@cache
def example_page() -> str:
    return build(Answers(example()))["board.html"].decode()


def seen(page: str) -> str:
    """Give what a reader sees on a screen: not what is for paper, and not what only a screen reader says."""
    for pattern in (r'<td[^>]*class="paper".*?</td>', r'<p class="paper.*?</p>', r'<th[^>]*class="paper".*?</th>'):
        page = re.sub(pattern, "", page, flags=re.DOTALL)
    return said(re.sub(r'<(\w+) class="hidden">.*?</\1>', "", page))


def test_the_ten_questions_stand_with_their_state_the_evidence_and_the_boards_own_rating() -> None:
    table = rows(seen_tables(example_page()))[:10]

    assert [f"{number} {one.text}" for number, one in enumerate(QUESTIONS, 1)] == [
        row.partition("?")[0] + "?" for row in table
    ]
    assert table[0].endswith("supports 'Care that is safe every time' and 3 more Partly assured evidence is stronger")
    assert table[1].endswith(
        "? Evidenced “Tell us once, and everyone who cares for you knows” and 1 more Assured evidence agrees"
    )
    assert "Evidenced 10 In part 0 No evidence 0 The board's own ratings: 24 September 2026" in said(example_page())


def seen_tables(page: str) -> str:
    return re.sub(r'<span class="hidden">.*?</span>|<td[^>]*class="paper".*?</td>', "", page, flags=re.DOTALL)


def test_a_board_member_reads_it_in_two_minutes() -> None:
    assert 520 > len(seen(example_page()).split())


def test_every_strategy_has_both_pages(tmp_path: Path) -> None:
    site = reading.site_of(tmp_path, {})

    assert 10 == len([row for row in rows(site["board.html"]) if "Not rated" in row])
    assert "The board's own ratings" not in said(site["board.html"])
    assert "Evidence Nothing yet Gaps" in said(site["board/evidence.html"])
    assert "board.html" in site["index.html"]


def test_the_first_page_says_how_many_are_answered() -> None:
    page = build(Answers(example()))["index.html"].decode()

    assert '<a href="board.html">10 of 10 questions of the board have full evidence</a>' in page


def test_evidence_leads_to_its_record_and_is_named_once(tmp_path: Path) -> None:
    site = site_of(tmp_path, users="- {id: carers, name: Carers, kind: carer, needs: {id: book, need: Book}}\n")

    assert '<a href="users.html#carers">Carers: 1 need known</a>' in site["board.html"]
    details = site["board/evidence.html"]
    assert '<li><a href="../users.html#carers">Carers</a>: 1 need known' in details
    assert '“Less waiting” (<a href="../index.html">Overview</a>)' in details
    assert '<a href="../delivery.html">Keeping it going</a>' in details


def test_what_is_ruled_out_leads_to_the_choices(tmp_path: Path) -> None:
    mission = "mission: Less\nwill_not: [{what: An app, why: Nobody asked}, {what: A portal}]\n"
    site = site_of(tmp_path, mission=mission)

    assert '<a href="choices.html#_not-doing">Will not: An app (Nobody asked)</a>' in site["board.html"]
    assert (
        'Nothing says why we will not: A portal (<a href="../choices.html">Choices</a>)' in site["board/evidence.html"]
    )


def test_a_gap_is_said_with_its_number_its_rule_and_its_record(tmp_path: Path) -> None:
    commitments = "- {id: main, statement: Book online}\n- {id: other, statement: Be kind}\n"
    site = site_of(tmp_path, commitments=commitments)
    row = rows(site["board.html"])[5]

    assert re.search(r"First of \d+ gaps: \w", row)
    assert "No evidence" in row
    assert re.search(
        r"<li>Commitment 'main' has no date[^<]* \(<a href=\"../commitments.html#main\">Book online</a>\) "
        r'<span class="note">found by <code>undated-commitment</code></span></li>',
        site["board/evidence.html"],
    )


def test_a_gap_that_somebody_lets_stand_says_why(tmp_path: Path) -> None:
    commitments = "- id: main  # digistrat: ignore[undated-commitment] it has no end\n  statement: Book online\n"
    page = said(site_of(tmp_path, commitments=commitments)["board/evidence.html"])

    assert "found by undated-commitment ; let stand because: it has no end" in page


def test_one_gap_is_not_counted(tmp_path: Path) -> None:
    page = site_of(tmp_path, delivery=None)["board.html"]

    assert "Gap: Nothing" in rows(page)[8]


def test_ratings_of_several_days_have_their_days(tmp_path: Path) -> None:
    site = site_of(tmp_path, board="reviews: [{date: 2026-03, answers: [{question: risk, rating: assured}]}, "
    "{date: 2026-09-24, answers: [{question: mission, rating: not-assured}]}, {answers: [{question: users, rating: partly}]}]\n")  # fmt: skip
    table = rows(seen_tables(site["board.html"]))

    assert table[9].endswith("Assured March 2026: evidence is weaker")
    assert table[1].endswith("Not assured 24 September 2026: evidence is stronger")
    assert table[2].endswith("Partly assured evidence agrees")
    assert "(a day not known): evidence agrees" in said(site["board/evidence.html"])


def test_a_sign_that_is_not_as_hoped_says_why_at_once(tmp_path: Path) -> None:
    site = site_of(tmp_path, commitments="- {id: main, statement: Book online}\n")
    signs = rows(site["board.html"])[10:]

    assert 12 == len(signs)
    assert "It cannot be held to anything Commitment 'main' has no date Yes" in signs
    assert "It bets on what nobody has tried No" in signs
    assert '<strong class="tag tag-bad-news">Yes</strong>' in site["board.html"]
    assert "It bets on what nobody has tried No Nothing that was found points to it" in rows(
        site["board/evidence.html"]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Short (as it is); all of it", "Short (as it is); all of it", id="a short text stays"),
        pytest.param("a" * 50 + " (because it is long)", "a" * 50, id="brackets go"),
        pytest.param("a" * 50 + "; 3 initiatives", "a" * 50, id="a second clause goes"),
        pytest.param("a" * 50 + "; nothing says why", "a" * 50 + "; nothing says why", id="the fault stays"),
        pytest.param(
            "One sentence that is here. " + "b" * 50, "One sentence that is here", id="a second sentence goes"
        ),
        pytest.param("word " * 30, "word " * 19 + "…", id="what is still long ends between words"),
    ],
)
def test_a_text_in_short_is_its_first_clause(text: str, expected: str) -> None:
    assert expected == in_short(text)


# What no question looks at, or looks at for gaps alone, of which the example has none.
_ASKED_OF_NO_BOARD = {"technology", "limits", "benefits", "engagement", "standards", "board", "glossary"}


def told(strategy: Strategy) -> Iterator[str]:
    """Give every text of the board's answers that may be published."""
    answers = Answers(strategy)
    openly = told_openly(answers)
    for view in answers_in(answers, openly):
        yield from (one.text for one in (*view.evidence, *view.few, *view.gaps))
    yield from (view.why for view in signs_in(answers, openly))


def without(strategy: Strategy, *names: str) -> Strategy:
    publish = strategy.manifest.publish.model_copy(update={"leave_out": names})
    return replace(strategy, manifest=strategy.manifest.changed(publish=publish))


@pytest.mark.parametrize("section", [name for name in SECTIONS if name in SECTION_OF.values() and name != "home"])
def test_no_text_on_the_page_comes_from_what_is_left_out(section: str) -> None:
    strategy = example()
    gone = [name for name, shown_in in SECTION_OF.items() if shown_in == section]
    labels = {one.label.casefold() for name in gone for one in strategy.collections.get(name, {}).values()}
    left = without(strategy, section)
    public = twin(published(left), None).decode().casefold()

    texts = " ".join(told(left)).casefold()
    assert [] == [label for label in labels if label in texts and label not in public]
    assert texts != " ".join(told(strategy)).casefold() or section in _ASKED_OF_NO_BOARD


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    site = site_of(tmp_path, strategy=f"{MANIFEST}publish: {{leave_out: [users]}}\n")
    row = rows(site["board.html"])[2]

    assert "From parts that are not published: " in row
    assert "Carers" not in said(site["board.html"]) + said(site["board/evidence.html"]).partition("Twelve signs")[0]
    assert re.search(r"Evidence From parts that are not published: \d+", said(site["board/evidence.html"]))
    assert "needs" not in json.loads(site["strategy.json"])


def test_noes_leave_with_the_choices(tmp_path: Path) -> None:
    files = {
        "mission.yaml": "mission: Less\nwill_not: [{what: An app, why: Nobody asked}]\n",
        "strategy.yaml": f"{MANIFEST}out_of_scope: [{{what: A portal, why: Too dear}}]\npublish: {{leave_out: [initiatives]}}\n",
    }
    site = reading.site_of(tmp_path, files)
    markdown = build_markdown(Answers(load_folder(tmp_path, AS_OF))).decode()

    for text in (*site.values(), markdown):
        assert "An app" not in text
        assert "A portal" not in text
    assert "It follows from parts that are not published." in said(site["board/evidence.html"])


def test_a_mistake_in_a_file_that_is_left_out_stays_there(tmp_path: Path) -> None:
    files = {"users.yaml": "- {id: a, name: A, kind: secret-word}\n"}
    manifest = f"{MANIFEST}publish: {{leave_out: [users]}}\n"
    site = reading.site_of(tmp_path, {**files, "strategy.yaml": manifest})

    assert "secret-word" in " ".join(one.text for one in Answers(load_folder(tmp_path, AS_OF)).board.answers[2].gaps)
    assert not [path for path, text in site.items() if "secret-word" in text]
    assert re.search(r"From parts that are not published: \d To discuss", said(site["board/evidence.html"]))


def test_what_could_not_be_read_is_told_by_its_file_alone(tmp_path: Path) -> None:
    services = "- {id: a, name: A, owner: Nurse, kind: secret-word}\n- {id: b, name: B, kind: secret-word}\n"
    site = site_of(tmp_path, services=services)
    markdown = build_markdown(Answers(load_folder(tmp_path, AS_OF))).decode()

    assert re.search(r"First of \d gaps: ", rows(site["board.html"])[3])
    assert "services.yaml cannot be read in full To discuss" in said(site["board/evidence.html"])
    assert "- services.yaml cannot be read in full\n" in markdown
    assert not [text for text in (*site.values(), markdown) if "secret-word" in text]


def test_a_file_that_cannot_be_read_may_be_the_only_gap(tmp_path: Path) -> None:
    site = site_of(tmp_path, board="reviews: [{date: 2026-03}]\n", risks=RISKS)

    assert "Gap: risks.yaml cannot be read in full" in rows(site["board.html"])[9]


def test_gaps_that_are_left_out_are_counted(tmp_path: Path) -> None:
    services = "- {id: a, name: A, owner: Nurse, figures: {period: 2026-09, volume: 10}}\n- {id: b, name: B}\n"
    site = site_of(tmp_path, services=services, strategy=f"{MANIFEST}publish: {{leave_out: [services]}}\n")
    row = rows(site["board.html"])[3]

    assert re.search(r"In part From parts that are not published: 2 Gap: From parts that are not published: \d", row)
    assert re.search(r"Gaps From parts that are not published: \d To discuss", said(site["board/evidence.html"]))


def test_where_nothing_is_left_out_the_same_strategy_is_published() -> None:
    assert published(example()) is example()


def test_the_data_carry_the_states() -> None:
    data = json.loads(build(Answers(example()))["strategy.json"])

    assert {one.id: "evidenced" for one in QUESTIONS} == data["board_states"]


def test_a_site_without_the_boards_page_does_not_ask_its_questions(tmp_path: Path) -> None:
    folder = write(tmp_path, {"strategy.yaml": f"{MANIFEST}publish: {{leave_out: [board]}}\n"})
    answers = Answers(load_folder(folder, AS_OF))
    site = build(answers)

    assert "board" not in vars(answers)
    assert b"board.html" not in site["index.html"]
