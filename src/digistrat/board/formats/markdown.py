"""Markdown, for a paper to the board: a table of states, then each question with what speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.board.formats.words import STATES, rating, shows
from digistrat.wording import in_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.board.judge import Answer, Board, Sign


def write(board: Board) -> str:
    """Write all questions and signs."""
    return "\n".join(
        [*_overview(board), *(line for answer in board.answers for line in _question(answer)), *_signs(board)]
    )


def _overview(board: Board) -> Iterator[str]:
    yield "# The board's ten questions\n"
    yield "| | Question | State | The board's own rating |"
    yield "| ---: | --- | --- | --- |"
    for number, answer in enumerate(board.answers, 1):
        rated = in_markdown(rating(answer.reviewed)) if answer.reviewed else ""
        yield f"| {number} | {in_markdown(answer.question.text)} | {STATES[answer.state]} | {rated} |"
    yield ""


def _question(answer: Answer) -> Iterator[str]:
    yield f"## {in_markdown(answer.question.text)}\n"
    yield f"State: **{STATES[answer.state]}**\n"
    if answer.evidence:
        yield "Evidence\n"
        yield from (f"- {in_markdown(one.text)}{_place(one.record)}" for one in answer.evidence)
        yield ""
    if answer.gaps:
        yield "Gaps\n"
        yield from (f"- {in_markdown(one.text)} [`{one.rule}`]{_place(one.record)}" for one in answer.gaps)
        yield ""
    yield "To discuss\n"
    yield from (f"- {in_markdown(prompt)}" for prompt in answer.question.prompts)
    yield ""
    if answer.reviewed:
        rated = answer.reviewed.rated
        yield f"The board: {in_markdown(rating(answer.reviewed))}. {in_markdown(rated.note or '')}".rstrip() + "\n"


def _signs(board: Board) -> Iterator[str]:
    for good, title in ((True, "Signs of a good strategy"), (False, "Signs of a bad strategy")):
        yield f"## {title}\n"
        yield from (_sign(sign) for sign in board.signs if sign.good is good)
        yield ""


def _sign(sign: Sign) -> str:
    return f"- {in_markdown(sign.text)}: **{shows(sign)}** ({in_markdown(sign.why)})"


def _place(record: str) -> str:
    return f" ({in_markdown(record)})" if record else ""
