"""What others expect, and what the board thinks: standards, scales, the ten questions; and kinds that say nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.publish.everything import EMPTY, OWN, SCALES, WGLL, site_of
from tests.publish.reading import rows, said

if TYPE_CHECKING:
    from pathlib import Path


def test_the_board_is_shown_with_what_moved_newest_review_first(tmp_path: Path) -> None:
    page = site_of(tmp_path)["board/evidence.html"].partition('id="_reviews"')[2]
    newest, oldest = page.split("<h3>")[1:3]

    assert newest.startswith("Review of 24 September 2026</h3>")
    assert oldest.startswith("Review of March 2026, Board</h3>")
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
    page = said(site_of(tmp_path, board=board)["board/evidence.html"])

    assert "No rating has moved since the review before." in page
    assert page.index("Review of January 2026") < page.index("Review of a day not known, Board")


@pytest.mark.parametrize("empty", ["reviews: []\n", None])
def test_without_a_review_there_is_no_history(tmp_path: Path, empty: str | None) -> None:
    assert "own reviews" not in site_of(tmp_path, board=empty)["board/evidence.html"]


def test_standards_show_every_item_with_its_answer(tmp_path: Path) -> None:
    page = site_of(tmp_path, alignment__wgll=WGLL)["standards.html"]
    table = rows(page)

    assert "in force until" not in said(page)
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


def test_scales_show_where_we_stood_newest_first(tmp_path: Path) -> None:
    page = site_of(tmp_path, maturity=SCALES, frameworks__steps="levels: [{level: one, means: A start}]\n")[
        "standards.html"
    ]
    table = rows(page)

    assert table[0].startswith("October 2026 To be looked at again: 2028 every 2 years siloed The plans mention")
    assert table[0].endswith("Level somewhere")
    assert table[1].startswith("2024 absent The organisation")
    assert table[1].endswith("Level siloed by 31 July 2027 A plan. A talk; Six.")
    assert table[2].startswith("Not known")
    assert table[3].startswith("Not known 9")
    assert "All levels of this scale : Integration" in said(page)
    assert "Nobody has looked yet where we stand on this scale. All levels of this scale : steps one A start" in said(
        page
    )


def test_without_frameworks_there_is_no_page_about_standards(tmp_path: Path) -> None:
    site = site_of(tmp_path, system=None, engagement=None, delivery=None, board=None)

    assert not {"standards.html", "system.html", "engagement.html", "delivery.html"} & set(site)


def test_what_is_not_known_is_never_called_by_a_word_of_the_programs(tmp_path: Path) -> None:
    site = site_of(tmp_path, **EMPTY)

    assert {"engagement.html", "delivery.html", "system.html", "board.html", "standards.html"} < set(site)
    assert [] == [
        path
        for path, text in site.items()
        if path.endswith(".html") and re.search(r"None|row\"><b></b>|<(h\d|dt|caption)[^>]*></", text)
    ]
