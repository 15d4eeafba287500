"""The answers as people and programs get them: JSON as fixed, Markdown as text, a terminal of any width."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from digistrat.board.formats import FORMATS
from digistrat.board.formats.plain import Terminal, write
from digistrat.board.judge import judge
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, EXAMPLE
from tests.strategies import write as write_files

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.board.judge import Board


@pytest.fixture(scope="module")
def example() -> Board:
    return judge(load_folder(EXAMPLE, AS_OF))


def test_json_has_the_fixed_keys(example: Board) -> None:
    data = json.loads(FORMATS["json"](example))

    assert ["version", "questions", "signs"] == list(data)
    assert data["version"] == 1
    assert [10, 12] == [len(data["questions"]), len(data["signs"])]
    for one in data["questions"]:
        assert {"id", "question", "state", "evidence", "gaps", "review"} <= set(one)
        assert one["state"] in {"evidenced", "partial", "none"}
        assert all({"text", "record"} == set(item) for item in one["evidence"])
    assert {"date", "by", "rating", "note", "action", "owner", "due", "difference"} == set(
        data["questions"][0]["review"]
    )
    assert [6, 6] == [sum(sign["good"] is good for sign in data["signs"]) for good in (True, False)]


def test_json_of_an_answer_without_a_review_says_so(tmp_path: Path) -> None:
    board = judge(load_folder(write_files(tmp_path, {}), AS_OF))

    data = json.loads(FORMATS["json"](board))

    assert {None} == {one["review"] if one["review"] is None else "rated" for one in data["questions"]}
    assert {"text", "rule", "record", "file", "accepted"} == set(data["questions"][3]["gaps"][0])


@pytest.mark.parametrize("width", [40, 60, 110])
def test_no_line_is_wider_than_the_terminal(example: Board, width: int) -> None:
    text = write(example, Terminal(width))

    wide = [line for line in text.splitlines() if len(line) > width and " " in line.strip()]
    assert [line for line in wide if not line.startswith("  ")] == []
    assert "[" not in re.sub(r"\[[a-z-]+\]", "", text.replace("\n", ""))  # nothing coloured


def test_a_terminal_shows_a_few_from_each_strand_and_says_how_many_more(example: Board) -> None:
    few, everything = write(example, Terminal(100)), write(example, Terminal(100, everything=True))

    services = few[few.index(" 4  ") : few.index(" 5  ")]
    assert ("owned by" in services, "uses" in services) == (True, True)
    assert "and 21 more" in services
    assert "    + and 21 more" not in everything
    assert len(everything) > len(few)


def test_colour_marks_a_bad_sign_that_shows_as_bad(tmp_path: Path) -> None:
    board = judge(load_folder(write_files(tmp_path, {}), AS_OF))

    text = write(board, Terminal(100, colour=True))

    assert "\x1b[1;31mshows\x1b[0m: It cannot be held to anything" in text
    assert "\x1b[1;32mevidenced\x1b[0m" in text


def test_markdown_holds_every_question_and_nothing_that_acts(tmp_path: Path) -> None:
    nasty = "mission: '<script>alert(1)</script> [x](javascript:y) *a* | b'\n"
    board = judge(load_folder(write_files(tmp_path, {"mission.yaml": nasty}), AS_OF))

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(FORMATS["markdown"](board))

    inline = {child.type for token in tokens for child in token.children or ()}
    assert not inline & {"html_inline", "link_open", "em_open", "image"}
    assert sum(token.type == "heading_open" and token.tag == "h2" for token in tokens) == 12
    assert sum(token.type == "tr_open" for token in tokens) == 11


def test_what_the_board_said_stands_in_the_paper(example: Board) -> None:
    text = FORMATS["markdown"](example)

    assert "The board: partly \\(24" in text or "The board: partly (24 September 2026)" in text
    assert "the evidence is stronger than the board thinks" in text


def test_the_same_strategy_gives_the_same_bytes(example: Board) -> None:
    again = judge(load_folder(EXAMPLE, AS_OF))

    assert all(FORMATS[name](example) == FORMATS[name](again) for name in FORMATS)


def test_a_files_name_is_text_in_the_paper(tmp_path: Path) -> None:
    name = "users/a` <img src=x> [click](https:evil) \n\n# Forged \x1b[31m.yaml"
    board = judge(load_folder(write_files(tmp_path, {"users.yaml": None, name: "name: N\nbogus: 1\n"}), AS_OF))

    text = FORMATS["markdown"](board)

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    inline = {child.type for token in tokens for child in token.children or ()}
    assert "\x1b" not in text
    assert not inline & {"html_inline", "link_open", "image"}
    assert sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == 1


def test_nothing_in_a_terminal_looks_like_a_command_to_github(tmp_path: Path) -> None:
    why = "The contract runs " + "a" * 47 + " ::error::forged"
    mission = f"mission: Ours\nwill_not: [{{what: A new patient record, why: '{why}'}}]\n"
    board = judge(load_folder(write_files(tmp_path, {"mission.yaml": mission}), AS_OF))

    assert not [line for line in write(board, Terminal(80)).splitlines() if line.lstrip().startswith("::")]
