"""What the choices page says of the accepted plan: what it does, what it leaves out and why, and what no longer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.plan.sentences import broken
from digistrat.plan.writing import written
from digistrat.publish import markdown
from tests.publish.reading import block, rows, said, site_of
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from collections.abc import Mapping
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
MANIFEST = "format: 1\ntitle: T\norganisation: {name: O}\nperiod: 2027\nowner: Board\n"
HIDDEN = {"strategy.yaml": f"{MANIFEST}publish: {{leave_out: limits}}\n"}
NO_LONGER = "This plan no longer holds as it was accepted."


def page_of(folder: Path, **changed: str) -> str:
    """Give the page of the files above, some of them changed."""
    return site_of(folder, {**FILES, **{f"{name}.yaml": text for name, text in changed.items()}})["choices.html"]


def text_of(folder: Path, files: Mapping[str, str]) -> str:
    """Give the one file of all pages."""
    return markdown.build(Answers(load_folder(write(folder, files), AS_OF))).decode()


def plan_in(page: str) -> str:
    return page.partition('id="_plan"')[2].partition("</section>")[0]


def left_out(page: str) -> str:
    """Give what the plan leaves out, as a reader sees it."""
    return said(page.partition("Not in this plan</h3>")[2].partition("</ul>")[0])


def alarm(page: str) -> str:
    """Give what is said of a plan that does not hold; empty where it does."""
    return said(page.partition('class="alarm">')[2].partition("</div>")[0])


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


def test_what_is_left_out_says_what_is_short(tmp_path: Path) -> None:
    left = left_out(page_of(tmp_path))

    assert left.startswith("Never Too dear Wide It waits As things stand: ")
    assert "3 weeks" in left.partition("Wide")[2].partition("Small")[0]
    assert left.endswith("Small As things stand: nothing stands in its way.")


def test_the_one_file_says_it_too(tmp_path: Path) -> None:
    text = text_of(tmp_path, FILES)

    assert "- [Wide](#initiatives_wide): It waits As things stand: " in text
    assert "- [Small](#initiatives_small) As things stand: nothing stands in its way.\n" in text
    assert NO_LONGER not in text


def test_a_plan_that_chooses_nothing_names_only_what_it_says_itself(tmp_path: Path) -> None:
    left = left_out(page_of(tmp_path, plan="not_now: [{initiative: wide, reason: It waits}]\n"))

    assert left.startswith("Wide It waits")
    assert "Small" not in left


def test_what_is_short_stays_away_where_the_limits_do(tmp_path: Path) -> None:
    page = site_of(tmp_path, FILES | HIDDEN)["choices.html"]

    assert "Wide" in page
    assert "As things stand" not in page


def accepted(folder: Path) -> str:
    """Give plan.yaml as `plan --accept` writes it for the files above."""
    strategy = load_folder(write(folder, {name: text for name, text in FILES.items() if name != "plan.yaml"}), AS_OF)
    return written("", Answers(strategy).plan(), "Board")


def test_a_reason_that_a_plan_wrote_stands_alone_while_it_is_true(tmp_path: Path) -> None:
    left = left_out(page_of(tmp_path / "page", plan=accepted(tmp_path / "plan")))

    assert "Wide As of 2026-11-21, team is 3 weeks short in all" == left


def test_a_reason_that_a_plan_wrote_gives_way_to_todays(tmp_path: Path) -> None:
    constraints = changed(FILES["constraints.yaml"], "available: 10", "available: 9")

    left = left_out(page_of(tmp_path / "page", plan=accepted(tmp_path / "plan"), constraints=constraints))

    assert "Wide As things stand: team is 4 weeks short in all." == left


def test_a_reason_that_a_plan_wrote_stays_where_todays_may_not_be_said(tmp_path: Path) -> None:
    plan = changed(FILES["plan.yaml"], "It waits", "'As of 2026-10-01, it waits'")

    page = site_of(tmp_path, {**FILES, **HIDDEN, "plan.yaml": plan})["choices.html"]

    assert "Never Too dear Wide As of 2026-10-01, it waits Small" == left_out(page)


def test_a_plan_that_holds_raises_no_alarm(tmp_path: Path) -> None:
    assert not alarm(page_of(tmp_path))


def test_a_broken_plan_says_what_no_longer_holds(tmp_path: Path) -> None:
    constraints = changed(FILES["constraints.yaml"], "available: 10", "available: 6")
    initiatives = changed(FILES["initiatives.yaml"], "title: Small,", "title: Small, status: in-progress,")
    answers = Answers(
        load_folder(
            write(tmp_path / "one", {**FILES, "constraints.yaml": constraints, "initiatives.yaml": initiatives}), AS_OF
        )
    )

    page = page_of(tmp_path / "two", constraints=constraints, initiatives=initiatives)

    assert answers.accepted
    small, team = broken(answers.strategy, answers.accepted)
    assert f"{NO_LONGER} {small} {team}" == alarm(page)
    assert small.startswith('"Small"')
    assert "2 weeks" in team
    assert plan_in(page).index(NO_LONGER) < plan_in(page).index("First quarter")


def test_a_broken_plan_keeps_back_what_the_pages_leave_out(tmp_path: Path) -> None:
    constraints = changed(FILES["constraints.yaml"], "available: 10", "available: 6")
    files = {**FILES, **HIDDEN, "constraints.yaml": constraints}

    page, text = site_of(tmp_path / "site", files)["choices.html"], text_of(tmp_path / "text", files)

    assert f"{NO_LONGER} Why is not published in full here." == alarm(page)
    assert f"**{NO_LONGER}** Why is not published in full here.\n" in text
    assert "2 weeks short" not in page + text


def test_the_one_file_says_what_no_longer_holds(tmp_path: Path) -> None:
    constraints = changed(FILES["constraints.yaml"], "available: 10", "available: 6")

    text = text_of(tmp_path, {**FILES, "constraints.yaml": constraints})

    assert f"**{NO_LONGER}**\n\n- team is 2 weeks short in all\n" in text


DELIVERED = changed(FILES["initiatives.yaml"], "{id: done,", "{id: done, status: delivered,")


def test_delivered_work_of_the_plan_is_marked_and_not_left_out(tmp_path: Path) -> None:
    page = page_of(tmp_path, initiatives=DELIVERED)

    assert ["Done Delivered 2027-Q1 (January to March 2027) 2027-Q1 (January to March 2027)"] == rows(plan_in(page))
    assert "Done" not in left_out(page)


def test_the_one_file_marks_it_too(tmp_path: Path) -> None:
    text = text_of(tmp_path, {**FILES, "initiatives.yaml": DELIVERED})

    assert "| [Done](#initiatives_done) (Delivered) | 2027-Q1" in text
    assert "- [Done]" not in text


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        pytest.param("done", "Named in The accepted plan", id="done"),
        pytest.param("wide", "Named in The accepted plan, which leaves it out", id="left out"),
    ],
)
def test_an_initiative_says_how_the_plan_names_it(id: str, expected: str, tmp_path: Path) -> None:
    page = page_of(tmp_path)

    facts = said(block(page, id).partition("<dl")[2].partition("</dl>")[0])
    assert expected in facts
    assert ("leaves it out" in facts) == ("leaves" in expected)


def test_a_board_reads_what_comes_first_and_what_is_done_before_how_that_was_found(tmp_path: Path) -> None:
    page = page_of(tmp_path, initiatives=FILES["initiatives.yaml"].replace("duration", "effort: 2, duration"))

    heads = [
        "What comes first",
        "What we do when",
        "What we are not doing, and why",
        "Is there enough for what is chosen?",
        "How we choose",
        "How sure are the first places?",
        "Value against effort",
        "Every initiative",
    ]
    places = [page.index(f">{head}</h") for head in heads]
    assert sorted(places) == places
