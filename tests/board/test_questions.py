"""The ten questions: each state follows the evidence, piece by piece, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from digistrat.board.judge import judge
from digistrat.board.questions import QUESTIONS
from digistrat.board.signs import BAD, GOOD
from digistrat.lint.rules import NAMES
from digistrat.model.kinds.board import Question as QuestionName
from digistrat.model.load import load_folder
from digistrat.starters.kits import starter
from tests.strategies import AS_OF, EXAMPLE, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from digistrat.board.judge import Answer, Board


def board_of(tmp_path: Path, changes: Mapping[str, list[tuple[str, str]] | None]) -> Board:
    """Judge the example with some of its texts replaced, every occurrence of a pattern; None takes a file away."""
    for path in EXAMPLE.rglob("*.yaml"):
        name = path.relative_to(EXAMPLE).as_posix()
        text = path.read_text(encoding="utf-8")
        wanted = changes.get(name, changes.get(f"{name.partition('/')[0]}/*", []))
        if wanted is None:
            continue
        for pattern, new in wanted:
            text = re.sub(pattern, new, text, flags=re.MULTILINE)
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return judge(load_folder(tmp_path, AS_OF))


def answer_to(board: Board, question: str) -> Answer:
    return next(one for one in board.answers if one.question.id == question)


def test_every_question_of_the_example_is_evidenced(tmp_path: Path) -> None:
    board = board_of(tmp_path, {})

    assert {answer.question.id: "evidenced" for answer in board.answers} == {
        answer.question.id: answer.state for answer in board.answers
    }
    assert {"evidenced"} == {sign.state for sign in board.signs if sign.good}
    assert {"none"} == {sign.state for sign in board.signs if not sign.good}


ONE_LESS = [
    ("integration", {"mission.yaml": [(r"supports: \S+$", "x-was: gone")]}, "none", "unlinked-outcome"),
    ("mission", {"mission.yaml": [(r"^mission: .*$", "mission:")]}, "partial", "missing-key"),
    ("mission", {"delivery.yaml": [(r"^communication:", "x-communication:")]}, "partial", "no-web-version"),
    ("users", {"users/*": [(r"observed: true", "observed: false")], "research.yaml": None}, "partial", "unobserved-needs"),
    ("users", {"users/*": None, "research.yaml": None}, "none", "missing-user-group"),
    ("services", {"services/*": [(r"^owner:.*$", "x-owner: nobody")]}, "partial", "unowned-service"),
    ("services", {"services/*": [(r"^figures:", "x-figures:")]}, "partial", "incomplete-service"),
    ("services", {"services/*": None}, "none", "unowned-service"),
    ("actions", {"commitments.yaml": [(r"^  due: .*$", "")]}, "none", "undated-commitment"),
    ("actions", {"commitments.yaml": None}, "none", "undated-commitment"),
    ("feedback", {"delivery.yaml": [(r"^rhythm:", "x-rhythm:")]}, "partial", "no-rhythm"),
    ("feedback", {"strategy.yaml": [(r"^next_review:.*$", "")]}, "partial", "no-next-review"),
    ("system", {"system.yaml": [(r"^plan:", "x-plan:")]}, "partial", "unanswered-topic"),
    ("change", {"delivery.yaml": [(r"area: incentives", "area: skills")]}, "partial", "unchanged-organisation"),
    ("change", {"delivery.yaml": None}, "none", "unchanged-organisation"),
    ("risk", {"risks.yaml": [(r"^  rehearsed: .*$", "")]}, "partial", "unrehearsed-risk"),
    ("risk", {"risks.yaml": [(r"kind: cyber", "kind: data")]}, "partial", "missing-risk"),
    ("risk", {"risks.yaml": [(r"^  patient_safety: .*$", ""), ("kind: safety", "kind: people")]}, "partial", "missing-risk"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "changes", "state", "rule"), ONE_LESS)
def test_what_is_taken_away_is_missed(
    question: str, changes: Mapping[str, list[tuple[str, str]] | None], state: str, rule: str, tmp_path: Path
) -> None:
    answer = answer_to(board_of(tmp_path, changes), question)

    assert state == answer.state
    assert rule in {gap.rule for gap in answer.gaps}


def test_an_ignored_gap_stays_a_gap(tmp_path: Path) -> None:
    changes = {"risks.yaml": [(r"\A", "# digistrat: ignore[unmitigated-risk] we know\n"), (r"^  mitigation: .*$", "")]}

    answer = answer_to(board_of(tmp_path, changes), "risk")

    assert {"we know"} == {gap.accepted for gap in answer.gaps if gap.rule == "unmitigated-risk"}
    assert answer.state != "evidenced"


@pytest.mark.parametrize(
    "settings", ["ignore: [unmitigated-risk]", "select: [files]", "levels: {unmitigated-risk: info}"]
)
def test_no_setting_changes_a_state(settings: str, tmp_path: Path) -> None:
    changes = {"risks.yaml": [(r"^  mitigation: .*$", "")], "strategy.yaml": [(r"\A", f"lint: {{{settings}}}\n")]}

    answer = answer_to(board_of(tmp_path, changes), "risk")

    assert answer.state != "evidenced"


def test_a_draft_is_judged_as_strictly(tmp_path: Path) -> None:
    changes = {"strategy.yaml": [(r"^status: .*$", "status: draft")], "services/*": [(r"^quality:", "x-quality:")]}

    answer = answer_to(board_of(tmp_path, changes), "services")

    assert answer.state == "partial"
    assert "incomplete-service" in {gap.rule for gap in answer.gaps}  # which a draft is not told


def test_a_file_that_cannot_be_read_speaks_for_nothing(tmp_path: Path) -> None:
    answer = answer_to(board_of(tmp_path, {"risks.yaml": [(r"\A", "- [")]}), "risk")

    assert answer.state == "partial"  # the stories still say what was learned
    assert "invalid-yaml" in {gap.rule for gap in answer.gaps}


@pytest.mark.parametrize("kind", ["nhs-trust", "council", "department", "blank"])
def test_a_starter_speaks_for_nothing_until_somebody_writes_in_it(kind: str, tmp_path: Path) -> None:
    for path, content in starter(kind, "Northmoor", AS_OF).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    bare = judge(load_folder(tmp_path, AS_OF))
    text = (tmp_path / "mission.yaml").read_text(encoding="utf-8")
    (tmp_path / "mission.yaml").write_text(re.sub(r"^mission: .*$", "mission: Nobody waits", text, flags=re.MULTILINE))
    written = judge(load_folder(tmp_path, AS_OF))

    assert not {"evidenced"} & {answer.state for answer in bare.answers}
    assert "“Nobody waits”" not in {one.text for one in answer_to(bare, "mission").evidence}
    assert "“Nobody waits”" in {one.text for one in answer_to(written, "mission").evidence}


def test_evidence_names_records_that_are_there(tmp_path: Path) -> None:
    board = board_of(tmp_path, {})
    strategy = load_folder(tmp_path, AS_OF)

    named = {one.record for answer in board.answers for one in answer.evidence if one.record}

    assert len(named) > 50
    assert named <= {record.address for record in strategy.records()}


def test_the_newest_rating_up_to_today_stands_beside_the_state(tmp_path: Path) -> None:
    later = "  - {date: 2027-02-01, by: Trust board, answers: [{question: risk, rating: not-assured}]}\n"
    answer = answer_to(board_of(tmp_path, {"board.yaml": [(r"\Z", later)]}), "risk")

    assert answer.reviewed
    assert ("assured", "same") == (answer.reviewed.rated.rating, answer.reviewed.difference)


@pytest.mark.parametrize(("rating", "difference"), [("assured", "board-surer"), ("not-assured", "evidence-stronger"), ("partly", "same")])  # fmt: skip
def test_the_difference_is_said(rating: str, difference: str, tmp_path: Path) -> None:
    changes = {
        "risks.yaml": [(r"^  rehearsed: .*$", "")],
        "board.yaml": [(r"(question: risk\n\s+rating: )\S+", rf"\g<1>{rating}")],
    }
    answer = answer_to(board_of(tmp_path, changes), "risk")

    assert answer.reviewed
    assert difference == answer.reviewed.difference


def test_the_questions_are_those_of_the_format_in_its_order() -> None:
    assert QuestionName.__args__ == tuple(question.id for question in QUESTIONS)  # type: ignore[attr-defined]  # a Literal


def test_every_rule_that_a_question_or_a_sign_names_is_there() -> None:
    named = {rule for one in (*QUESTIONS, *GOOD) for rule in one.rules | {strand.rule for strand in one.strands}}
    named |= {rule for one in BAD for rule in one.plain | one.partly}

    assert named <= NAMES, sorted(named - NAMES)


def test_what_lies_ahead_is_no_evidence(tmp_path: Path) -> None:
    files = {
        "measures.yaml": "- {id: letters-sent, name: Letters sent, readings: {date: 2027-10-31, value: 99}}\n",
        "risks.yaml": "- {id: a, title: Attack, kind: cyber, mitigation: Copies, rehearsed: 2028-03}\n",
    }
    board = judge(load_folder(write(tmp_path, files), AS_OF))

    texts = {one.text for question in ("feedback", "risk") for one in answer_to(board, question).evidence}
    assert "Attack" in texts
    assert not [text for text in texts if "99" in text or "2028" in text]


def test_of_two_reviews_on_a_day_the_later_written_counts(tmp_path: Path) -> None:
    review = "  - {{date: 2026-09-24, by: Trust board, answers: [{{question: risk, rating: {}}}]}}\n"
    files = {"board.yaml": "reviews:\n" + review.format("assured") + review.format("partly")}

    answer = answer_to(judge(load_folder(write(tmp_path, files), AS_OF)), "risk")

    assert answer.reviewed
    assert answer.reviewed.rated.rating == "partly"
