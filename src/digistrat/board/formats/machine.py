"""JSON for other programs, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digistrat.wording import clean

if TYPE_CHECKING:
    from digistrat.board.judge import Answer, Board, Reviewed


def write(board: Board) -> str:
    """Write every answer with all its evidence and gaps, and every sign."""
    data = {
        "version": 1,
        "questions": [_question(answer) for answer in board.answers],
        "signs": [
            {"id": sign.id, "good": sign.good, "state": sign.state, "why": sign.why, "text": sign.text}
            for sign in board.signs
        ],
    }
    return clean(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _question(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.question.id,
        "question": answer.question.text,
        "prompts": list(answer.question.prompts),
        "state": answer.state,
        "evidence": [{"text": one.text, "record": one.record} for one in answer.evidence],
        "gaps": [
            {"text": one.text, "rule": one.rule, "record": one.record, "file": one.file, "accepted": one.accepted}
            for one in answer.gaps
        ],
        "review": _review(answer.reviewed) if answer.reviewed else None,
    }


def _review(reviewed: Reviewed) -> dict[str, Any]:
    review, rated = reviewed.review, reviewed.rated
    return {
        "date": str(review.date) if review.date else None,
        "by": [str(one) for one in review.by],
        "rating": rated.rating,
        "note": rated.note,
        "action": rated.action,
        "owner": [str(one) for one in rated.owner],
        "due": str(rated.due) if rated.due else None,
        "difference": reviewed.difference,
    }
