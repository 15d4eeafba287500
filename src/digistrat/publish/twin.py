"""The strategy as data, beside the pages: made from the models, so that it says what they hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digistrat.model.shelf import HELD
from digistrat.wording import clean

if TYPE_CHECKING:
    from digistrat.board.judge import Board
    from digistrat.model.part import Part
    from digistrat.model.strategy import Strategy


def twin(strategy: Strategy, board: Board | None) -> bytes:
    """Give the strategy as JSON, version 1, and how far its board's questions are answered, where that is published."""
    data: dict[str, Any] = {"version": 1, "as_of": strategy.as_of.isoformat(), "strategy": _plain(strategy.manifest)}
    for name, part in strategy.singles.items():
        above, _, stem = name.partition("/")
        if stem:  # one of a series: `alignment/wgll`
            data.setdefault(above, {})[stem] = _plain(part)
        else:
            data[name] = _plain(part)
    for collection, records in strategy.collections.items():
        if collection not in HELD:
            data[collection] = [_plain(record) for record in records.values()]
    if board:
        data["board_states"] = {answer.question.id: answer.state for answer in board.answers}
    return (clean(json.dumps(data, ensure_ascii=False, indent=1)) + "\n").encode()


def _plain(part: Part) -> dict[str, Any]:
    data = part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if "quotes" in data:
        data["quotes"] = [quote for quote in data["quotes"] if quote.get("consent")]  # nobody else may be quoted
    return {key: value for key, value in data.items() if value not in ({}, "")}
