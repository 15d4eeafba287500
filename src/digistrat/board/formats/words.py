"""How states, ratings and their difference are said, wherever a board reads them in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.board.judge import Difference, Reviewed, Sign, State

STATES: dict[State, str] = {"evidenced": "evidenced", "partial": "in part", "none": "no evidence"}
_SHOWS: dict[State, str] = {"evidenced": "shows", "partial": "shows in part", "none": "does not show"}
_DIFFERENCE: dict[Difference, str] = {
    "same": "as the evidence says",
    "board-surer": "the board is surer than the evidence",
    "evidence-stronger": "the evidence is stronger than the board thinks",
}


def shows(sign: Sign) -> str:
    """Say how far a sign shows."""
    return _SHOWS[sign.state]


def rating(reviewed: Reviewed) -> str:
    """Say how the board rated an answer, when, and how that differs."""
    when = f" ({reviewed.review.date.in_words})" if reviewed.review.date else ""
    said = (reviewed.rated.rating or "").replace("-", " ")
    return f"{said}{when}: {_DIFFERENCE[reviewed.difference]}"
