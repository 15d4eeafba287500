"""Scores: a number for each criterion, with or without its reason, from one session or from several scorers."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import TEXT, Parsed
from digistrat.model.values.number import NUMBER_JSON, parse_number, plain
from digistrat.read.fault import Key


class Score(NamedTuple):
    """What one scorer gave for one criterion; `keys` lead to it from the scores."""

    criterion: str
    points: Decimal
    keys: tuple[Key, ...]
    why: str = ""
    by: str = ""  # empty where one session scored


Scores = tuple[Score, ...]
_HELP = "write 'criterion: 4', or {score: 4, why: the reason}"


class _Reader:
    """Reads scores and gathers what is wrong, each at its own place."""

    def __init__(self) -> None:
        self.errors: list[InitErrorDetails] = []
        self.scores: list[Score] = []

    def read(self, value: Any) -> None:
        if isinstance(value, dict) and isinstance(value.get("scores"), dict):
            self.entry(value, 0)  # one scorer stands for a list of one
        elif isinstance(value, dict):
            self.cells(value, (), "")
        elif isinstance(value, list):
            for index, entry in enumerate(value):
                self.entry(entry, index)
        else:
            self.fail((), not_valid("wrong-type", f"expected criteria with points, found {shown(value)}", _HELP))

    def entry(self, entry: Any, index: int) -> None:
        """Read one scorer's map."""
        if not isinstance(entry, dict):
            help = "write {by: a role, scores: {criterion: 4}}"
            self.fail((index,), not_valid("wrong-type", f"expected a scorer's scores, found {shown(entry)}", help))
            return
        for key in entry:
            if key not in {"by", "scores"} and not key.startswith("x-"):
                self.fail((index, key), PydanticCustomError("extra_forbidden", "unknown"))
        by = _role_of(entry.get("by"))
        if by is None or (isinstance(by, str) and not by.strip()):
            self.fail((index, "by"), PydanticCustomError("missing", "missing"))
        elif not isinstance(by, str):
            self.fail((index, "by"), not_valid("wrong-type", f"expected a role, found {shown(by)}", "write a role"))
        elif isinstance(entry.get("scores"), dict):
            self.cells(entry["scores"], (index, "scores"), by)
        elif entry.get("scores") is not None:
            self.fail((index, "scores"), not_valid("wrong-type", "expected criteria with points", _HELP))

    def cells(self, cells: dict[str, Any], keys: tuple[Key, ...], by: str) -> None:
        """Read one map of criterion to points; what is null is not known."""
        for criterion, cell in cells.items():
            here = (*keys, criterion)
            if criterion.startswith("x-") or cell is None:
                continue
            points, why = cell, ""
            if isinstance(cell, dict):
                here = (*here, "score")
                points, why = self.reasoned(cell, here)
            if points is not None:
                self.points(criterion, points, here, why, by)

    def reasoned(self, cell: dict[str, Any], here: tuple[Key, ...]) -> tuple[Any, str]:
        """Take `{score, why}` apart."""
        for key in cell:
            if key not in {"score", "why"} and not key.startswith("x-"):
                self.fail((*here[:-1], key), PydanticCustomError("extra_forbidden", "unknown"))
        why = cell.get("why")
        if why is not None and not isinstance(why, str):
            message = f"expected a text, found {shown(why)}"
            self.fail((*here[:-1], "why"), not_valid("wrong-type", message, "write a sentence"))
            why = None
        return cell.get("score"), why or ""

    def points(self, criterion: str, points: Any, keys: tuple[Key, ...], why: str, by: str) -> None:
        try:
            self.scores.append(Score(criterion, parse_number(points), keys, why, by))
        except PydanticCustomError as error:
            self.fail(keys, error)

    def fail(self, keys: tuple[Key, ...], error: PydanticCustomError) -> None:
        self.errors.append(InitErrorDetails(type=error, loc=keys, input=None))


def _role_of(by: Any) -> Any:
    """Give the role of a scorer who is written as `{role, function}`."""
    return by.get("role") or by.get("name") if isinstance(by, dict) else by


def _parse(value: Any) -> Scores:
    if isinstance(value, tuple):
        return value
    reader = _Reader()
    reader.read(value)
    if reader.errors:
        raise ValidationError.from_exception_data("scores", reader.errors)
    return tuple(reader.scores)


def _plain(scores: Scores) -> list[dict[str, Any]]:
    return [
        {"criterion": score.criterion, "score": plain(score.points)}
        | ({"why": score.why} if score.why else {})
        | ({"by": score.by} if score.by else {})
        for score in scores
    ]


_REASONED = {
    "type": "object",
    "properties": {
        "score": {"anyOf": [NUMBER_JSON, {"type": "null"}]},
        "why": {**TEXT, "type": [*TEXT["type"], "null"]},
    },
    "patternProperties": {"^x-": {}},
    "additionalProperties": False,
}
_CELLS = {
    "type": "object",
    "patternProperties": {"^x-": {}},
    "additionalProperties": {"anyOf": [NUMBER_JSON, _REASONED, {"type": "null"}]},
}
_BY_ONE = {
    "type": "object",
    "properties": {"by": {"anyOf": [TEXT, {"type": "object"}]}, "scores": {"anyOf": [_CELLS, {"type": "null"}]}},
    "patternProperties": {"^x-": {}},
    "required": ["by"],
    "additionalProperties": False,
}
ScoresField = Annotated[
    Scores, Parsed(_parse, _plain, json={"anyOf": [_CELLS, _BY_ONE, {"type": "array", "items": _BY_ONE}]})
]
